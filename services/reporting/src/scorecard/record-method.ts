import type { CalendarDate } from "@plan43/calendar"
import {
  LONGEST_TEXT,
  lengthRefusals,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  type Refusal,
  recordRow,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { CRITERIA_VERSION, criteriaOf, isWeighable } from "./criterion.ts"
import { RecordedMethod } from "./recorded-method.ts"
import type { Weight } from "./score-method.ts"

/** A new version of the method. */
export interface MethodDetails {
  weights: readonly Weight[]
  /** On what it rests: number, date and issuer of a decision. */
  basis: string
  effectiveFrom: CalendarDate
}

/** More is no weight, but a mistake. */
const HEAVIEST = 1000

/**
 * Records a new version of the method; versions are never changed.
 * @returns the version, or refusals: those of `recordRow`, WEIGHTS_MISSING, CRITERION_NOT_WEIGHABLE, CRITERION_TWICE,
 * WEIGHT_OUT_OF_BOUNDS, BASIS_MISSING, TEXT_TOO_LONG
 */
export async function recordMethod(
  ctx: RecordingContext,
  request: RecordingRequest,
  details: MethodDetails,
): Promise<Outcome<RecordedMethod>> {
  const refusals = methodRefusals(details)
  if (refusals.length > 0) return { refusals }
  return recordRow(ctx, request, {
    entity: RecordedMethod,
    table: "scorecard_method",
    standing: null,
    columns: {
      criteria_version: String(CRITERIA_VERSION),
      criteria: details.weights.map(({ criterion }) => criterion),
      weights: details.weights.map(({ weight }) => String(weight)),
      basis: details.basis.trim(),
      effective_from: details.effectiveFrom,
      recorded_on: ctx.today,
      recorded_by_name: ctx.viewer.name,
    },
    // One after another, so that numbers follow each other
    check: async (em) => {
      await sql`lock table scorecard_method in share row exclusive mode`.execute(em.getKysely<unknown>())
    },
    alsoWrite: async (em, id) => {
      await sql`update scorecard_method set number = (select greatest(max(number), 1) + 1 from scorecard_method)
        where id = ${id}`.execute(em.getKysely<unknown>())
    },
  })
}

/** All that speaks against a version of the method. */
function methodRefusals({ weights, basis }: Omit<MethodDetails, "effectiveFrom">): Refusal[] {
  const weighable = criteriaOf(CRITERIA_VERSION).filter(isWeighable)
  const unweighable = weights.find(({ criterion }) => weighable.every(({ code }) => code !== criterion))
  const twice = weights.find(({ criterion }, place) =>
    weights.slice(0, place).some((earlier) => earlier.criterion === criterion),
  )
  const unbounded = weights.find(({ weight }) => !Number.isInteger(weight) || weight < 1 || weight > HEAVIEST)
  return [
    ...lengthRefusals({ basis }, { basis: LONGEST_TEXT }),
    ...(weights.length === 0
      ? [refusal("WEIGHTS_MISSING", "weights", "Hãy ghi trọng số của ít nhất một tiêu chí")]
      : []),
    ...(unweighable === undefined
      ? []
      : [
          refusal(
            "CRITERION_NOT_WEIGHABLE",
            "weights",
            `Tiêu chí ${unweighable.criterion} không phải một tỷ lệ; chỉ đặt trọng số cho: ${weighable.map(({ name }) => `“${name}”`).join(", ")}`,
          ),
        ]),
    ...(twice === undefined
      ? []
      : [
          refusal(
            "CRITERION_TWICE",
            "weights",
            `Tiêu chí ${twice.criterion} có hai trọng số; hãy giữ lại một`,
          ),
        ]),
    ...(unbounded === undefined
      ? []
      : [
          refusal(
            "WEIGHT_OUT_OF_BOUNDS",
            "weights",
            `Trọng số ${unbounded.weight} không dùng được; cần một số nguyên từ 1 đến ${HEAVIEST}`,
          ),
        ]),
    ...(basis.trim() === ""
      ? [
          refusal(
            "BASIS_MISSING",
            "basis",
            "Hãy ghi căn cứ của trọng số: số, ngày và cơ quan ban hành văn bản",
          ),
        ]
      : []),
  ]
}

function refusal(reason: string, field: string, message: string): Refusal {
  return { reason, field, message }
}
