import { type CalendarDate, inFigures } from "@plan43/calendar"
import {
  LONGEST_LINE,
  LONGEST_TEXT,
  lengthRefusals,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  type Refusal,
  recordRow,
  type StandingRow,
} from "@plan43/subgraph"
import { type SqlBool, sql } from "kysely"
import { countryRefusals } from "../country/country-code.ts"
import { agencyRefusals } from "../reference/agency-refusals.ts"
import { requireAgency, requirePartners, requireRow } from "../reference/standing-rows.ts"
import { withdrawRow } from "../withdrawal/withdraw-row.ts"
import { CooperationActivity, type CooperationActivityKind } from "./cooperation-activity.ts"

/** All that is recorded about an activity; an update gives all of it again. */
export interface ActivityDetails {
  title: string
  kind: CooperationActivityKind
  purpose: string | null
  startsOn: CalendarDate | null
  endsOn: CalendarDate | null
  place: string | null
  /** ISO 3166-1 alpha-2 of the place. */
  countryCode: string | null
  participants: readonly string[]
  outputs: string | null
  followUps: string | null
  partnerIds: readonly string[]
  agreementId: string | null
  programmeId: string | null
  responsibleAgencyId: string | null
}

/** Records a new activity. */
export function createActivity(
  ctx: RecordingContext,
  request: RecordingRequest,
  details: ActivityDetails,
): Promise<Outcome<CooperationActivity>> {
  return recordActivity(ctx, request, null, details)
}

/** Replaces what is recorded about an activity, its partners included. */
export function updateActivity(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  details: ActivityDetails,
): Promise<Outcome<CooperationActivity>> {
  return recordActivity(ctx, request, standing, details)
}

/** Withdraws an activity. */
export function withdrawActivity(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
): Promise<Outcome<CooperationActivity>> {
  return withdrawRow(ctx, request, {
    entity: CooperationActivity,
    table: "activity",
    standing,
    isNamed: () => sql<SqlBool>`false`,
  })
}

async function recordActivity(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow | null,
  details: ActivityDetails,
): Promise<Outcome<CooperationActivity>> {
  const refusals = activityRefusals(details)
  if (refusals.length > 0) return { refusals }
  return recordRow(ctx, request, {
    entity: CooperationActivity,
    table: "activity",
    standing,
    columns: {
      title: details.title.trim(),
      kind: details.kind,
      purpose: details.purpose,
      starts_on: details.startsOn,
      ends_on: details.endsOn,
      place: details.place,
      country_code: details.countryCode,
      participants: details.participants,
      outputs: details.outputs,
      follow_ups: details.followUps,
      agreement_id: details.agreementId,
      programme_id: details.programmeId,
      responsible_agency_id: details.responsibleAgencyId,
    },
    links: { table: "activity_partner", owner: "activity_id", linked: "partner_id", ids: details.partnerIds },
    check: async (em) => {
      await requirePartners(em, details.partnerIds)
      await requireRow(em, "agreement", "agreementId", details.agreementId)
      await requireRow(em, "programme", "programmeId", details.programmeId)
      await requireAgency(em, details.responsibleAgencyId)
    },
  })
}

const LONGEST = {
  title: LONGEST_LINE,
  purpose: LONGEST_TEXT,
  place: LONGEST_LINE,
  participants: LONGEST_LINE,
  outputs: LONGEST_TEXT,
  followUps: LONGEST_TEXT,
  partnerIds: LONGEST_LINE,
}

/**
 * What is wrong with the details, by themselves: TITLE_MISSING, DATES_OUT_OF_ORDER, COUNTRY_UNKNOWN, AGENCY_MALFORMED,
 * TEXT_TOO_LONG, LIST_TOO_LONG.
 */
export function activityRefusals(details: ActivityDetails): Refusal[] {
  const { title, startsOn, endsOn, countryCode, responsibleAgencyId } = details
  const refusals = [
    ...countryRefusals(countryCode),
    ...agencyRefusals(responsibleAgencyId),
    ...lengthRefusals(details, LONGEST),
  ]
  if (title.trim() === "")
    refusals.push({ reason: "TITLE_MISSING", field: "title", message: "Hoạt động phải có tên" })
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    refusals.push({
      reason: "DATES_OUT_OF_ORDER",
      field: "endsOn",
      message: `Ngày kết thúc ${inFigures(endsOn)} không được trước ngày bắt đầu ${inFigures(startsOn)}`,
    })
  return refusals
}
