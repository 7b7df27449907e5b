import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { DateTimeScalar, RowsReadableWith } from "@plan43/subgraph"
import { Field, ID, Int, ObjectType } from "type-graphql"
import { REPORTS } from "../reading/readable.ts"
import { PublishedPart } from "./published-part.ts"

/** One version of what the public was shown of a round. Its content is read apart: it is some hundred kilobytes. */
@Entity({ tableName: "publication" })
@RowsReadableWith(REPORTS)
@ObjectType({
  simpleResolvers: true,
  description: "One version of what the public was shown of a round; it never changes",
})
export class Publication {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  roundId!: string

  @Property({ type: "text" })
  address!: string

  @Field(() => Int, { description: "1 was published first" })
  @Property({ type: "integer" })
  version!: number

  @Field(() => String, { nullable: true, description: "What was corrected by it; null of the first" })
  @Property({ type: "text", nullable: true })
  note!: string | null

  @Field(() => [PublishedPart])
  @Property({ type: "text[]" })
  parts!: PublishedPart[]

  @Field(() => String, { description: "SHA-256 of its content, in hexadecimals" })
  @Property({ type: "text" })
  sha256!: string

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  publishedAt!: Date
}

/** Which columns of `publication p` a {@link Publication} has: all but its content, and who published it. */
export const PUBLICATION_COLUMNS =
  "p.id, p.round_id, p.address, p.version, p.note, p.parts, p.sha256, p.published_at"

@ObjectType({ simpleResolvers: true, description: "That a version was taken back, and why" })
export class PublicationWithdrawal {
  @Field(() => String)
  reason!: string

  @Field(() => DateTimeScalar)
  withdrawnAt!: Date
}
