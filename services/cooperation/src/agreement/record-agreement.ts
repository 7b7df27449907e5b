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
import { agencyRefusals } from "../reference/agency-refusals.ts"
import { requireAgency, requirePartners, requireRow } from "../reference/standing-rows.ts"
import { withdrawRow } from "../withdrawal/withdraw-row.ts"
import {
  Agreement,
  type AgreementLegalRegime,
  type AgreementLevel,
  type AgreementState,
} from "./agreement.ts"

/** All that is recorded about an agreement; an update gives all of it again. */
export interface AgreementDetails {
  title: string
  number: string | null
  level: AgreementLevel
  state: AgreementState
  legalRegime: AgreementLegalRegime
  signedOn: CalendarDate | null
  inForceOn: CalendarDate | null
  expiresOn: CalendarDate | null
  renewal: string | null
  commitments: string | null
  signatories: readonly string[]
  partnerIds: readonly string[]
  responsibleAgencyId: string | null
  programmeId: string | null
}

/** Records a new agreement. */
export function createAgreement(
  ctx: RecordingContext,
  request: RecordingRequest,
  details: AgreementDetails,
): Promise<Outcome<Agreement>> {
  return recordAgreement(ctx, request, null, details)
}

/** Replaces what is recorded about an agreement, its partners included. */
export function updateAgreement(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  details: AgreementDetails,
): Promise<Outcome<Agreement>> {
  return recordAgreement(ctx, request, standing, details)
}

/** Withdraws an agreement that no standing activity names. */
export function withdrawAgreement(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
): Promise<Outcome<Agreement>> {
  return withdrawRow(ctx, request, {
    entity: Agreement,
    table: "agreement",
    standing,
    isNamed: (id) =>
      sql<SqlBool>`exists (select 1 from activity where agreement_id = ${id}::uuid and withdrawn_at is null)`,
  })
}

async function recordAgreement(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow | null,
  details: AgreementDetails,
): Promise<Outcome<Agreement>> {
  const refusals = agreementRefusals(details)
  if (refusals.length > 0) return { refusals }
  return recordRow(ctx, request, {
    entity: Agreement,
    table: "agreement",
    standing,
    columns: {
      title: details.title.trim(),
      number: details.number,
      level: details.level,
      state: details.state,
      legal_regime: details.legalRegime,
      signed_on: details.signedOn,
      in_force_on: details.inForceOn,
      expires_on: details.expiresOn,
      renewal: details.renewal,
      commitments: details.commitments,
      signatories: details.signatories,
      responsible_agency_id: details.responsibleAgencyId,
      programme_id: details.programmeId,
    },
    links: {
      table: "agreement_partner",
      owner: "agreement_id",
      linked: "partner_id",
      ids: details.partnerIds,
    },
    check: async (em) => {
      await requirePartners(em, details.partnerIds)
      await requireRow(em, "programme", "programmeId", details.programmeId)
      await requireAgency(em, details.responsibleAgencyId)
    },
  })
}

const LONGEST = {
  title: LONGEST_LINE,
  number: LONGEST_LINE,
  renewal: LONGEST_TEXT,
  commitments: LONGEST_TEXT,
  signatories: LONGEST_LINE,
  partnerIds: LONGEST_LINE,
}

/**
 * What is wrong with the details, by themselves: TITLE_MISSING, DATES_OUT_OF_ORDER, AGENCY_MALFORMED, TEXT_TOO_LONG,
 * LIST_TOO_LONG.
 */
export function agreementRefusals(details: AgreementDetails): Refusal[] {
  const { title, signedOn, inForceOn, expiresOn, responsibleAgencyId } = details
  const refusals = [...agencyRefusals(responsibleAgencyId), ...lengthRefusals(details, LONGEST)]
  if (title.trim() === "")
    refusals.push({ reason: "TITLE_MISSING", field: "title", message: "Thỏa thuận phải có tên" })
  if (signedOn !== null && inForceOn !== null && inForceOn < signedOn)
    refusals.push({
      reason: "DATES_OUT_OF_ORDER",
      field: "inForceOn",
      message: `Ngày có hiệu lực ${inFigures(inForceOn)} không được trước ngày ký ${inFigures(signedOn)}`,
    })
  const begins = inForceOn ?? signedOn
  if (begins !== null && expiresOn !== null && expiresOn < begins)
    refusals.push({
      reason: "DATES_OUT_OF_ORDER",
      field: "expiresOn",
      message: `Ngày hết hạn ${inFigures(expiresOn)} không được trước ngày ký hoặc ngày có hiệu lực ${inFigures(begins)}`,
    })
  return refusals
}
