import {
  isWebAddress,
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
import { withdrawRow } from "../withdrawal/withdraw-row.ts"
import { Partner, type PartnerKind } from "./partner.ts"

/** All that is recorded about a partner; an update gives all of it again. */
export interface PartnerDetails {
  name: string
  kind: PartnerKind
  /** ISO 3166-1 alpha-2; null for an international body. */
  countryCode: string | null
  fields: readonly string[]
  /** With http:// or https://. */
  website: string | null
  note: string | null
}

/** Records a new partner. */
export function createPartner(
  ctx: RecordingContext,
  request: RecordingRequest,
  details: PartnerDetails,
): Promise<Outcome<Partner>> {
  return recordPartner(ctx, request, null, details)
}

/** Replaces what is recorded about a partner. */
export function updatePartner(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  details: PartnerDetails,
): Promise<Outcome<Partner>> {
  return recordPartner(ctx, request, standing, details)
}

/** Withdraws a partner that no standing agreement and no standing activity names. */
export function withdrawPartner(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
): Promise<Outcome<Partner>> {
  return withdrawRow(ctx, request, {
    entity: Partner,
    table: "partner",
    standing,
    isNamed: (id) => sql<SqlBool>`(
      exists (select 1 from agreement_partner l join agreement a on a.id = l.agreement_id
        where l.partner_id = ${id}::uuid and a.withdrawn_at is null)
      or exists (select 1 from activity_partner l join activity c on c.id = l.activity_id
        where l.partner_id = ${id}::uuid and c.withdrawn_at is null))`,
  })
}

async function recordPartner(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow | null,
  details: PartnerDetails,
): Promise<Outcome<Partner>> {
  const refusals = partnerRefusals(details)
  if (refusals.length > 0) return { refusals }
  const { name, kind, countryCode, fields, website, note } = details
  return recordRow(ctx, request, {
    entity: Partner,
    table: "partner",
    standing,
    columns: { name: name.trim(), kind, country_code: countryCode, fields, website, note },
  })
}

const LONGEST = { name: LONGEST_LINE, fields: LONGEST_LINE, website: LONGEST_LINE, note: LONGEST_TEXT }

/**
 * What is wrong with the details, by themselves: NAME_MISSING, COUNTRY_UNKNOWN, WEBSITE_MALFORMED, TEXT_TOO_LONG,
 * LIST_TOO_LONG.
 */
export function partnerRefusals(details: PartnerDetails): Refusal[] {
  const { name, countryCode, website } = details
  const refusals = [...countryRefusals(countryCode), ...lengthRefusals(details, LONGEST)]
  if (name.trim() === "")
    refusals.push({ reason: "NAME_MISSING", field: "name", message: "Đối tác phải có tên" })
  if (website !== null && !isWebAddress(website))
    refusals.push({
      reason: "WEBSITE_MALFORMED",
      field: "website",
      message: `“${website}” không phải địa chỉ web; hãy ghi đầy đủ, ví dụ https://example.org`,
    })
  return refusals
}
