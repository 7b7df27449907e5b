import { t } from "@lingui/core/macro"
import { TriggerKind } from "../__generated__/graphql.ts"
import { attachedFiles } from "../evidence/attached-file.ts"
import { chosenOf, neededDay, neededWords, optionalDay, optionalWords } from "../form/written.ts"
import { z } from "../form/zod.ts"

/** The days to a due date where the coordinator has set no others. */
const MOST_DAYS = 3650

/** Whole days, written in figures. */
export const neededDays = z
  .string()
  .trim()
  .transform((text, ctx): number => {
    const days = Number(text)
    if (text !== "" && Number.isInteger(days) && days >= 1 && days <= MOST_DAYS) return days
    ctx.addIssue({ code: "custom", message: t`Hãy ghi số ngày, từ 1 đến ${MOST_DAYS}` })
    return z.NEVER
  })

/** What is typed about a document that was issued, read into what is sent. */
export const documentForm = z.object({
  kind: chosenOf(Object.values(TriggerKind)),
  number: neededWords,
  name: optionalWords,
  issuer: neededWords,
  issuedOn: neededDay,
  effectiveOn: optionalDay,
  link: optionalWords,
  fileIds: attachedFiles,
  dueDays: neededDays,
  reason: optionalWords,
})

export type DocumentTyped = z.input<typeof documentForm>
export type DocumentRead = z.output<typeof documentForm>
