import type { Refusal } from "../recording/outcome.ts"
import { uuidOf } from "./uuid-of.ts"

/**
 * Refuses what cannot be the identifier of an agency: AGENCY_MALFORMED. Whether there is such an agency is known to the
 * agencies subgraph alone. null names none and is right.
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
