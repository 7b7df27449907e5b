import { Embeddable, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar } from "@plan43/subgraph"
import { Field, ID, InputType, ObjectType } from "type-graphql"

/** A document that proves a result, or on which a decision rests. */
@Embeddable()
@ObjectType({
  simpleResolvers: true,
  description: "A document that proves a result, or on which a decision rests",
})
export class ResultDocument {
  @Field(() => String, { nullable: true, description: "e.g. 123/QĐ-UBND" })
  @Property({ type: "text", nullable: true })
  number!: string | null

  @Field(() => DateScalar, { nullable: true })
  @Property({ type: "date", nullable: true })
  issuedOn!: CalendarDate | null

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  issuer!: string | null

  @Field(() => String, { nullable: true, description: "Where it is to be read: http or https" })
  @Property({ type: "text", nullable: true })
  link!: string | null

  @Field(() => [ID], { description: "The files of it" })
  @Property({ type: "uuid[]" })
  fileIds!: string[]
}

@InputType({ description: "A document: complete with number, day of issue, issuer, and a link or a file" })
export class ResultDocumentInput {
  @Field(() => String, { nullable: true, defaultValue: null })
  number!: string | null

  @Field(() => DateScalar, { nullable: true, defaultValue: null })
  issuedOn!: CalendarDate | null

  @Field(() => String, { nullable: true, defaultValue: null })
  issuer!: string | null

  @Field(() => String, { nullable: true, defaultValue: null })
  link!: string | null

  @Field(() => [ID], { defaultValue: [], description: "Files of it, uploaded before" })
  fileIds!: string[]
}
