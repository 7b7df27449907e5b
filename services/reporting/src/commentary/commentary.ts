import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { connectionType, DateScalar, DateTimeScalar, RequiresScopes } from "@plan43/subgraph"
import { Field, ID, Int, ObjectType } from "type-graphql"
import type { PartKey } from "../synthesis/outline/report-part.ts"

/** What people wrote to a part of a round's report, as it now stands. */
@Entity({ tableName: "commentary" })
@RequiresScopes("reports:read")
@ObjectType({
  simpleResolvers: true,
  description: "What people wrote to a part of a round's report; figures are no part of it",
})
export class Commentary {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  roundId!: string

  @Field(() => String, { description: "The part that it is written to, e.g. ASSESSMENT or SECTION_IV" })
  @Property({ type: "text" })
  part!: PartKey

  @Field(() => String, { description: "Paragraphs, a line each; empty: it was taken out again" })
  @Property({ type: "text" })
  body!: string

  @Field(() => String, { nullable: true, description: "Who wrote the version that stands, by name" })
  @Property({ type: "text", nullable: true })
  writtenBy!: string | null

  @Field(() => Int, { description: "Grows with every version" })
  @Property({ type: "integer" })
  version!: number

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  updatedAt!: Date
}

/** A version of it. Never changed: an older one stands again as a new one. */
@Entity({ tableName: "commentary_version" })
@RequiresScopes("reports:read")
@ObjectType({ simpleResolvers: true, description: "A version of what people wrote to a part of a report" })
export class CommentaryVersion {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  commentaryId!: string

  @Field(() => Int, { description: "Its number, from 1" })
  @Property({ type: "integer" })
  number!: number

  @Field(() => String)
  @Property({ type: "text" })
  body!: string

  @Field(() => Int, { nullable: true, description: "The older version that stands again with it" })
  @Property({ type: "integer", nullable: true })
  restored!: number | null

  @Field(() => String, { nullable: true, description: "Who wrote it, by name" })
  @Property({ type: "text", nullable: true })
  writtenBy!: string | null

  @Field(() => DateScalar, { description: "The day in Hà Nội on which it was written" })
  @Property({ type: "date" })
  recordedOn!: CalendarDate

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  recordedAt!: Date
}

export const CommentaryVersionConnection = connectionType("CommentaryVersion", () => CommentaryVersion)
