import { Embedded, Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, DateTimeScalar, RowsReadableWith } from "@plan43/subgraph"
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql"
import { ReportedTaskState } from "../status/work.ts"
import { PROGRESS } from "./readable-reports.ts"
import { ResultDocument } from "./result-document.ts"

/** What somebody signs: how the work stands, that it stands as before, or that there is nothing to say of it. */
export const ProgressAnswer = {
  PROGRESS: "PROGRESS",
  NO_CHANGE: "NO_CHANGE",
  NOTHING_TO_REPORT: "NOTHING_TO_REPORT",
} as const
export type ProgressAnswer = keyof typeof ProgressAnswer

registerEnumType(ProgressAnswer, {
  name: "ProgressAnswer",
  description: "What an agency signs; each of the three is an answer, and none is silence",
  valuesConfig: {
    PROGRESS: { description: "How the work stands" },
    NO_CHANGE: { description: "It stands as it was reported before" },
    NOTHING_TO_REPORT: { description: "There is nothing to say of it this time" },
  },
})
registerEnumType(ReportedTaskState, {
  name: "ReportedTaskState",
  description: "What an agency knows of the state of its work",
})

/** What an agency reported of what it owes of a task. Rows are added; what they say is never changed. */
@Entity({ tableName: "progress_report" })
@Directive('@key(fields: "id")')
@RowsReadableWith(PROGRESS)
@ObjectType({
  simpleResolvers: true,
  description: "What an agency answered about what it owes of a task; never changed once it is signed",
})
export class ProgressReport {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  /** Its order among all facts. */
  @Property({ type: "bigint" })
  position!: string

  @Property({ type: "uuid" })
  taskId!: string

  /** Who owed it on the day of the report, or owned it then. */
  @Property({ type: "uuid" })
  agencyId!: string

  @Field(() => ProgressAnswer)
  @Property({ type: "text" })
  answer!: ProgressAnswer

  @Field(() => ReportedTaskState, {
    description: "Of “no change” and “nothing to report”: as it was reported before",
  })
  @Property({ type: "text" })
  state!: ReportedTaskState

  @Field(() => Int, { nullable: true, description: "From 0 to 100, where a percentage makes sense" })
  @Property({ type: "integer", nullable: true })
  percentage!: number | null

  @Field(() => String, { nullable: true, description: "What was done" })
  @Property({ type: "text", nullable: true })
  done!: string | null

  @Field(() => ResultDocument)
  @Embedded(() => ResultDocument, { prefix: "result_" })
  result!: ResultDocument

  @Field(() => DateScalar, { nullable: true, description: "Set exactly when the state is COMPLETED" })
  @Property({ type: "date", nullable: true })
  completedOn!: CalendarDate | null

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  difficulties!: string | null

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  nextStep!: string | null

  @Property({ type: "text", nullable: true })
  periodKey!: string | null

  @Property({ type: "uuid", nullable: true })
  phaseId!: string | null

  /** The returned report that it corrects. */
  @Property({ type: "uuid", nullable: true })
  correctsId!: string | null

  @Field(() => DateScalar, { description: "The day in Hanoi on which it was recorded" })
  @Property({ type: "date", fieldName: "effective_on" })
  recordedOn!: CalendarDate

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  recordedAt!: Date

  /** Name of whoever signed. */
  @Property({ type: "text", nullable: true })
  recordedByName!: string | null

  @Field(() => Boolean, { description: "Recorded by a coordinator on the agency's behalf" })
  @Property({ type: "boolean" })
  onBehalf!: boolean

  /** null while the public does not see it. */
  @Property({ type: "timestamptz", nullable: true })
  publishedAt!: Date | null

  @Field(() => Int, { description: "Grows when it is confirmed, returned, published or hidden" })
  @Property({ type: "integer" })
  version!: number
}
