import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { batched, DateScalar, grouped } from "@plan43/subgraph"
import { sql } from "kysely"
import { Field, InputType, ObjectType, registerEnumType } from "type-graphql"

/** What the Department makes of a report. */
export const VerificationOutcome = { CONFIRMED: "CONFIRMED", RETURNED: "RETURNED" } as const
export type VerificationOutcome = keyof typeof VerificationOutcome
registerEnumType(VerificationOutcome, {
  name: "VerificationOutcome",
  description:
    "What the Department makes of a report; what it returned may be returned again, with more fields, and what it confirmed by mistake alike",
})

/** What a report says, piece by piece, as far as it can be returned. */
export const ReportField = {
  STATE: "STATE",
  PERCENTAGE: "PERCENTAGE",
  DONE: "DONE",
  RESULT: "RESULT",
  COMPLETED_ON: "COMPLETED_ON",
  DIFFICULTIES: "DIFFICULTIES",
  NEXT_STEP: "NEXT_STEP",
} as const
export type ReportField = keyof typeof ReportField
registerEnumType(ReportField, {
  name: "ReportField",
  description: "A piece of a report that can be returned",
})

/** A piece of a report and why it was returned. */
@ObjectType({ simpleResolvers: true, description: "A piece of a report and why it was returned" })
@InputType("ReturnedFieldInput")
export class ReturnedField {
  @Field(() => ReportField)
  field!: ReportField

  @Field(() => String)
  reason!: string
}

/** One confirmation or return of a report. */
@Entity({ tableName: "report_verification" })
export class VerificationFact {
  @PrimaryKey({ type: "uuid" })
  id!: string

  /** Its order among all facts. */
  @Property({ type: "bigint" })
  position!: string

  @Property({ type: "uuid" })
  reportId!: string

  @Property({ type: "text" })
  outcome!: VerificationOutcome

  @Property({ type: "text", nullable: true })
  reason!: string | null

  @Property({ type: "text[]" })
  returnedFields!: ReportField[]

  @Property({ type: "text[]" })
  returnedReasons!: string[]

  @Property({ type: "date" })
  recordedOn!: CalendarDate

  @Property({ type: "text", nullable: true })
  recordedByName!: string | null
}

@ObjectType({ simpleResolvers: true, description: "What the Department makes of a report, as it now stands" })
export class ReportVerification {
  @Field(() => VerificationOutcome)
  outcome!: VerificationOutcome

  @Field(() => DateScalar)
  on!: CalendarDate

  @Field(() => String, {
    nullable: true,
    description: "Who verified it; only for those who read it unpublished",
  })
  by!: string | null

  @Field(() => String, { nullable: true })
  reason!: string | null

  @Field(() => [ReturnedField], { description: "Only these may differ in the next report" })
  fields!: ReturnedField[]
}

/** Every confirmation and return of a report, in the order in which they were recorded. */
export const verificationsOf = batched(async (ctx, reportIds: readonly string[]) => {
  const { rows } = await sql<object>`select v.* from report_verification v
    where v.report_id = any(${reportIds}::uuid[]) order by v.position`.execute(ctx.em.getKysely<unknown>())
  const facts = rows.map((row) => ctx.em.map(VerificationFact, row as never))
  return grouped(reportIds, facts, ({ reportId }) => reportId)
})

/**
 * How a report stands after all that was recorded of it; null where nothing was. What was returned since it was last
 * confirmed adds up.
 */
export function verificationIn(facts: readonly VerificationFact[]): ReportVerification | null {
  const last = facts.at(-1)
  if (last === undefined) return null
  const confirmed = facts.findLastIndex(({ outcome }) => outcome === "CONFIRMED")
  const reasons = new Map<ReportField, string>()
  for (const { returnedFields, returnedReasons } of facts.slice(confirmed + 1))
    for (const [index, field] of returnedFields.entries()) reasons.set(field, returnedReasons[index] ?? "")
  const { outcome, recordedOn: on, recordedByName: by, reason } = last
  return { outcome, on, by, reason, fields: [...reasons].map(([field, why]) => ({ field, reason: why })) }
}

/** What cannot stay as it was when the state changes: the day and the percentage belong to one state only. */
const ENTAILED_BY_STATE: readonly ReportField[] = ["PERCENTAGE", "COMPLETED_ON"]

/**
 * What the next report of the same part may change, each with the reason of its return; null where it may change everything.
 * A report that answers a return leaves the same open until it is confirmed, or itself returned. Where the state was returned,
 * what depends on it is open for the same reason.
 * @param own what was made of the last report; null: nothing yet
 * @param corrected what was made of the returned report that it corrects; null where it corrects none
 */
export function openFieldsAfter(
  own: ReportVerification | null,
  corrected: ReportVerification | null,
): readonly ReturnedField[] | null {
  if (own?.outcome === "CONFIRMED") return null
  const returned = (own ?? corrected)?.fields ?? null
  const state = returned?.find(({ field }) => field === "STATE")
  if (returned === null || state === undefined) return returned
  const entailed = ENTAILED_BY_STATE.filter((field) => returned.every((other) => other.field !== field))
  return [...returned, ...entailed.map((field) => ({ field, reason: state.reason }))]
}
