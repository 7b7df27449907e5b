import { t } from "@lingui/core/macro"
import { neededDay, neededWords, optionalDay, optionalWords, picks } from "../form/written.ts"
import { z } from "../form/zod.ts"
import { roundKinds } from "./round-names.ts"

/** What is typed about a round, read into what is sent; what is asked besides the lines belongs to a round in between. */
export const roundForm = z
  .object({
    kind: z.enum(roundKinds),
    name: neededWords,
    questions: optionalWords,
    cutOffOn: neededDay,
    agenciesDueOn: neededDay,
    cityDueOn: neededDay,
    governmentDueOn: optionalDay,
    agencyIds: picks,
    reason: optionalWords,
  })
  .transform((round) => ({ ...round, questions: round.kind === "AD_HOC" ? round.questions : null }))
  .superRefine(({ kind, questions, governmentDueOn }, ctx) => {
    if (kind === "AD_HOC" && questions === null)
      ctx.addIssue({ code: "custom", path: ["questions"], message: t`Hãy ghi nội dung được hỏi` })
    if (kind === "REGULAR" && governmentDueOn === null)
      ctx.addIssue({ code: "custom", path: ["governmentDueOn"], message: t`Hãy chọn ngày` })
  })

export type RoundTyped = z.input<typeof roundForm>

export const EMPTY_ROUND: RoundTyped = {
  kind: "REGULAR",
  name: "",
  questions: "",
  cutOffOn: "",
  agenciesDueOn: "",
  cityDueOn: "",
  governmentDueOn: "",
  agencyIds: [],
  reason: "",
}
