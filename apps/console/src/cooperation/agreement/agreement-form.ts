import { AgreementLegalRegime, AgreementLevel, AgreementState } from "../../__generated__/graphql.ts"
import {
  chosenOf,
  lines,
  neededWords,
  optionalDay,
  optionalPick,
  optionalWords,
  picks,
} from "../../form/written.ts"
import { z } from "../../form/zod.ts"

/** What is typed about an agreement, read into what is sent. */
export const agreementForm = z.object({
  title: neededWords,
  number: optionalWords,
  level: chosenOf(Object.values(AgreementLevel)),
  state: chosenOf(Object.values(AgreementState)),
  legalRegime: chosenOf(Object.values(AgreementLegalRegime)),
  signedOn: optionalDay,
  inForceOn: optionalDay,
  expiresOn: optionalDay,
  renewal: optionalWords,
  commitments: optionalWords,
  signatories: lines,
  partnerIds: picks,
  responsibleAgencyId: optionalPick,
  programmeId: optionalPick,
  reason: optionalWords,
})

export type AgreementTyped = z.input<typeof agreementForm>

export const EMPTY_AGREEMENT: AgreementTyped = {
  title: "",
  number: "",
  level: "",
  state: "",
  legalRegime: "",
  signedOn: "",
  inForceOn: "",
  expiresOn: "",
  renewal: "",
  commitments: "",
  signatories: "",
  partnerIds: [],
  responsibleAgencyId: null,
  programmeId: null,
  reason: "",
}
