import { type Refusal, uuidOf } from "@plan43/subgraph"

/**
 * Refuses what cannot be the identifier of an agency: AGENCY_MALFORMED. null names none and is right.
 */
export function agencyRefusals(agencyId: string | null): Refusal[] {
  if (agencyId === null || uuidOf(agencyId) !== null) return []
  return [
    {
      reason: "AGENCY_MALFORMED",
      field: "responsibleAgencyId",
      message: `“${agencyId}” không phải định danh của một cơ quan`,
    },
  ]
}
