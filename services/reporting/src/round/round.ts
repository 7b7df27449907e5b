import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, DateTimeScalar, RowsReadableWith } from "@plan43/subgraph"
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql"
import { PlanItemKind } from "../item/report-item.ts"
import { PublishedPart } from "../publication/published-part.ts"
import { REPORTS } from "../reading/readable.ts"

/** Whether the plan asks for it, twice a year, or somebody did in between. */
export const RoundKind = { REGULAR: "REGULAR", AD_HOC: "AD_HOC" } as const
export type RoundKind = keyof typeof RoundKind
registerEnumType(RoundKind, {
  name: "RoundKind",
  description: "Whether the plan asks for it, twice a year, or somebody did in between",
})

/** A reporting round, with its four clocks. Source: Plan 43/KH-UBND, III.3. */
@Entity({ tableName: "round" })
@Directive('@key(fields: "id")')
@RowsReadableWith(REPORTS)
@ObjectType({
  simpleResolvers: true,
  description: "A reporting round: what every agency is asked to report by when",
})
export class ReportingRound {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Field(() => RoundKind)
  @Property({ type: "text" })
  kind!: RoundKind

  @Field(() => Int, {
    nullable: true,
    description: "The year in which the data of a regular round are cut off; null: it is none of the plan's",
  })
  @Property({ type: "integer", nullable: true, persist: false })
  year!: number | null

  @Field(() => Int, {
    nullable: true,
    description: "1 or 2: the half of the year in which they are; null: it is none of the plan's",
  })
  @Property({ type: "integer", nullable: true, persist: false })
  half!: number | null

  @Field(() => String)
  @Property({ type: "text" })
  name!: string

  @Field(() => String, {
    nullable: true,
    description:
      "What is asked besides the lines: a question on each line, a line of every report once it opens; null also for whoever reads only what was published of it",
  })
  @Property({ type: "text", nullable: true })
  questions!: string | null

  @Field(() => [PlanItemKind], {
    description: "Of which it asks for a line each; none: it asks its questions alone",
  })
  @Property({ type: "text[]" })
  itemKinds!: PlanItemKind[]

  @Field(() => [String], {
    description:
      "Numerals of the sections whose tasks it asks for; none: all. An indicator stands in no section",
  })
  @Property({ type: "text[]" })
  sections!: string[]

  @Property({ type: "uuid", nullable: true })
  templateId!: string | null

  @Field(() => Int, {
    nullable: true,
    description: "The version of the template that it was filled in from; null: it was filled in from none",
  })
  @Property({ type: "integer", nullable: true })
  templateVersion!: number | null

  @Field(() => DateScalar, { description: "What was recorded later is for the next round" })
  @Property({ type: "date" })
  cutOffOn!: CalendarDate

  @Field(() => DateScalar, { description: "The last day on which an agency's report is in time" })
  @Property({ type: "date" })
  agenciesDueOn!: CalendarDate

  @Field(() => DateScalar, { description: "The last day for the Department's synthesis to the City" })
  @Property({ type: "date" })
  cityDueOn!: CalendarDate

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day for the City's report to the Government; null: none is due",
  })
  @Property({ type: "date", nullable: true })
  governmentDueOn!: CalendarDate | null

  @Property({ type: "uuid[]" })
  agencyIds!: string[]

  @Field(() => DateScalar, { nullable: true, description: "null while it is being prepared" })
  @Property({ type: "date", nullable: true })
  openedOn!: CalendarDate | null

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day up to which lines were filled with what was recorded; null before",
  })
  @Property({ type: "date", nullable: true })
  filledOn!: CalendarDate | null

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "From then on nothing of it changes; null before",
  })
  @Property({ type: "timestamptz", nullable: true })
  lockedAt!: Date | null

  @Field(() => DateTimeScalar, { nullable: true, description: "null while the public does not see it" })
  @Property({ type: "timestamptz", nullable: true })
  publishedAt!: Date | null

  @Field(() => [PublishedPart], {
    nullable: true,
    description: "What of it the public sees now; null: nothing",
  })
  @Property({ type: "text[]", nullable: true })
  publishedParts!: PublishedPart[] | null

  @Field(() => Int, { description: "Grows with every change" })
  @Property({ type: "integer" })
  version!: number

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  createdAt!: Date

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  updatedAt!: Date
}
