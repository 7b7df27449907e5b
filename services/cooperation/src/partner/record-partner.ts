import { countryRefusals } from "../country/country-code.ts"
import type { Outcome, Refusal } from "../recording/outcome.ts"
import type { RecordingContext, RecordingRequest } from "../recording/record-once.ts"
import { recordRow, type StandingRow } from "../recording/record-row.ts"
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

/** What is wrong with the details, by themselves: NAME_MISSING, COUNTRY_UNKNOWN, WEBSITE_MALFORMED. */
export function partnerRefusals({ name, countryCode, website }: PartnerDetails): Refusal[] {
  const refusals = countryRefusals(countryCode)
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

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ["http:", "https:"].includes(new URL(text).protocol)
}
