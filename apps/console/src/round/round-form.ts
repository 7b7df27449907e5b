import { t } from "@lingui/core/macro"
import { neededDay, neededWords, optionalDay, optionalWords } from "../form/written.ts"
import { z } from "../form/zod.ts"
import {
  askedFields,
  EVERYTHING_ASKED,
  requireSomethingAsked,
  withoutIdleSections,
} from "../template/asked-form.ts"
import { roundKinds } from "./round-names.ts"

const template = z.object({ id: z.string(), name: z.string(), version: z.number() }).nullable()

/** What is typed about a round, read into what is sent. */
export const roundForm = z
  .object({
    kind: z.enum(roundKinds),
    name: neededWords,
    template,
    ...askedFields,
    cutOffOn: neededDay,
    agenciesDueOn: neededDay,
    cityDueOn: neededDay,
    governmentDueOn: optionalDay,
    reason: optionalWords,
  })
  .transform(({ template: chosen, ...round }) => ({
    ...withoutIdleSections(round),
    templateId: chosen?.id ?? null,
    templateVersion: chosen?.version ?? null,
  }))
  .superRefine(requireSomethingAsked)
  .superRefine(({ kind, governmentDueOn }, ctx) => {
    if (kind === "REGULAR" && governmentDueOn === null)
      ctx.addIssue({ code: "custom", path: ["governmentDueOn"], message: t`Hãy chọn ngày` })
  })

export type RoundTyped = z.input<typeof roundForm>

export const EMPTY_ROUND: RoundTyped = {
  kind: "REGULAR",
  name: "",
  template: null,
  ...EVERYTHING_ASKED,
  cutOffOn: "",
  agenciesDueOn: "",
  cityDueOn: "",
  governmentDueOn: "",
  reason: "",
}
