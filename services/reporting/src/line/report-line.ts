import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { DateTimeScalar, RequiresScopes, RowsReadableWith } from "@plan43/subgraph"
import { Field, ID, Int, ObjectType } from "type-graphql"
import { REPORTS } from "../reading/readable.ts"
import { LineAnswer, type LineDetails, ReportLineField } from "./line-field.ts"

/** What an agency reports on one task or indicator, or answers to one question. */
@Entity({ tableName: "report_line" })
@RowsReadableWith(REPORTS)
@ObjectType({
  simpleResolvers: true,
  description: "What an agency reports on one task or indicator, or answers to one question",
})
export class ReportLine implements LineDetails {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  reportId!: string

  @Property({ type: "uuid" })
  itemId!: string

  @Field(() => LineAnswer, { nullable: true, description: "null: not answered yet" })
  @Property({ type: "text", nullable: true })
  answer!: LineAnswer | null

  @Field(() => String, { nullable: true, description: "What was done; what is answered to a question" })
  @Property({ type: "text", nullable: true })
  progress!: string | null

  @Field(() => String, {
    nullable: true,
    description: "Number and date of the document that the result stands in",
  })
  @Property({ type: "text", nullable: true })
  resultDocument!: string | null

  @Field(() => Int, { nullable: true, description: "0 to 100" })
  @Property({ type: "integer", nullable: true })
  percentage!: number | null

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  difficulties!: string | null

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  proposal!: string | null

  @Field(() => String, { nullable: true, description: "What is planned until the next round" })
  @Property({ type: "text", nullable: true })
  nextPlan!: string | null

  /** Files that prove what it says; null for whoever reads only what was published. */
  @Property({ type: "uuid[]", nullable: true })
  fileIds!: string[] | null

  /** The file that it was taken from; null: it was filled in on the platform, or not at all. */
  @Property({ type: "uuid", nullable: true })
  workbookId!: string | null

  @Field(() => String, {
    nullable: true,
    description:
      "The coordinator who entered it from the paper on which its agency reported; null: it came in another way, or not at all",
  })
  @Property({ type: "text", nullable: true })
  enteredBy!: string | null

  @Field(() => Boolean, {
    description: "Whether something was recorded, or its status changed, since the round before",
  })
  @Property({ type: "boolean" })
  changed!: boolean

  @Field(() => Int, { description: "Grows with every change" })
  @Property({ type: "integer" })
  version!: number

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  updatedAt!: Date
}

/** Between an agency and the Department: it is published with nothing. */
@RequiresScopes("reports:read", "reports:read:own")
@ObjectType({
  simpleResolvers: true,
  description: "A field of a line that the coordinator returned last, and why",
})
export class ReturnedReportField {
  @Field(() => ReportLineField)
  field!: ReportLineField

  @Field(() => String, { description: "Why it is to be corrected" })
  reason!: string
}
