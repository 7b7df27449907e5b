import { t } from "@lingui/core/macro"
import { neededDay, neededWords, optionalWords } from "../form/written.ts"
import { z } from "../form/zod.ts"

/** The criteria that may have a weight. The graph decides; this says which fields there are. */
export const weighedCriteria = [
  "FELL_DUE_ON_TIME",
  "INDICATORS_ON_COURSE",
  "REPORTS_ON_TIME",
  "REPORTS_COMPLETE",
  "ANSWERS_CONFIRMED",
] as const

/** A whole number above 0, or nothing: no weight. */
const optionalWeight = z
  .string()
  .trim()
  .refine((text) => text === "" || /^[1-9]\d{0,3}$/.test(text), {
    error: () => t`Cần một số nguyên từ 1 đến 1000`,
  })
  .transform((text) => (text === "" ? null : Number(text)))

/** What is typed about a version of the method, read into what is sent. */
export const methodForm = z
  .object({
    FELL_DUE_ON_TIME: optionalWeight,
    INDICATORS_ON_COURSE: optionalWeight,
    REPORTS_ON_TIME: optionalWeight,
    REPORTS_COMPLETE: optionalWeight,
    ANSWERS_CONFIRMED: optionalWeight,
    basis: neededWords,
    effectiveFrom: neededDay,
    reason: optionalWords,
  })
  .transform(({ basis, effectiveFrom, reason, ...typed }, ctx) => {
    const weights = weighedCriteria.flatMap((criterion) => {
      const weight = typed[criterion]
      return weight === null ? [] : [{ criterion, weight }]
    })
    if (weights.length === 0)
      ctx.addIssue({
        code: "custom",
        path: ["FELL_DUE_ON_TIME"],
        message: t`Hãy ghi trọng số của ít nhất một tiêu chí`,
      })
    return { weights, basis, effectiveFrom, reason }
  })

export type MethodTyped = z.input<typeof methodForm>

export const EMPTY_METHOD: MethodTyped = {
  FELL_DUE_ON_TIME: "",
  INDICATORS_ON_COURSE: "",
  REPORTS_ON_TIME: "",
  REPORTS_COMPLETE: "",
  ANSWERS_CONFIRMED: "",
  basis: "",
  effectiveFrom: "",
  reason: "",
}
