import { CooperationActivityKind } from "../../__generated__/graphql.ts"
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

/** What is typed about an activity, read into what is sent. */
export const activityForm = z.object({
  title: neededWords,
  kind: chosenOf(Object.values(CooperationActivityKind)),
  purpose: optionalWords,
  startsOn: optionalDay,
  endsOn: optionalDay,
  place: optionalWords,
  countryCode: optionalWords,
  participants: lines,
  outputs: optionalWords,
  followUps: optionalWords,
  partnerIds: picks,
  agreementId: optionalPick,
  programmeId: optionalPick,
  responsibleAgencyId: optionalPick,
  reason: optionalWords,
})

export type ActivityTyped = z.input<typeof activityForm>

export const EMPTY_ACTIVITY: ActivityTyped = {
  title: "",
  kind: "",
  purpose: "",
  startsOn: "",
  endsOn: "",
  place: "",
  countryCode: "",
  participants: "",
  outputs: "",
  followUps: "",
  partnerIds: [],
  agreementId: null,
  programmeId: null,
  responsibleAgencyId: null,
  reason: "",
}
