import { PartnerKind } from "../../__generated__/graphql.ts"
import { chosenOf, lines, neededWords, optionalWords } from "../../form/written.ts"
import { z } from "../../form/zod.ts"

/** What is typed about a partner, read into what is sent. */
export const partnerForm = z.object({
  name: neededWords,
  kind: chosenOf(Object.values(PartnerKind)),
  countryCode: optionalWords,
  fields: lines,
  website: optionalWords,
  note: optionalWords,
  reason: optionalWords,
})

export type PartnerTyped = z.input<typeof partnerForm>

export const EMPTY_PARTNER: PartnerTyped = {
  name: "",
  kind: "",
  countryCode: "",
  fields: "",
  website: "",
  note: "",
  reason: "",
}
