import { lines, neededDay, neededWords, optionalWords } from "../../form/written.ts"
import { z } from "../../form/zod.ts"

/** What is typed about an expert, read into what is sent. */
export const expertForm = z.object({
  name: neededWords,
  fields: lines,
  countryCode: optionalWords,
  organisation: optionalWords,
  email: optionalWords,
  phone: optionalWords,
  consentedOn: neededDay,
  reason: optionalWords,
})

export type ExpertTyped = z.input<typeof expertForm>

export const EMPTY_EXPERT: ExpertTyped = {
  name: "",
  fields: "",
  countryCode: "",
  organisation: "",
  email: "",
  phone: "",
  consentedOn: "",
  reason: "",
}
