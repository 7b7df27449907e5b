import { t } from "@lingui/core/macro"
import { GRANTABLE_SCOPES } from "@plan43/authorization/scope"
import { neededDay, neededWords, optionalWords } from "../form/written.ts"
import { z } from "../form/zod.ts"

/** What is typed about a system, read into what is sent. */
export const clientForm = z.object({
  name: neededWords,
  owner: neededWords,
  contact: neededWords,
  purpose: neededWords,
  scopes: z.array(z.enum(GRANTABLE_SCOPES)),
  quotaPerMinute: z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, { error: () => t`Hãy ghi một số nguyên dương` })
    .transform(Number),
  expiresOn: neededDay,
  reason: optionalWords,
})

export type ClientTyped = z.input<typeof clientForm>

export const EMPTY_CLIENT: ClientTyped = {
  name: "",
  owner: "",
  contact: "",
  purpose: "",
  scopes: [],
  quotaPerMinute: "",
  expiresOn: "",
  reason: "",
}
