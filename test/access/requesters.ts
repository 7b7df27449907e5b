import { GRANTABLE_SCOPES, type Identity, ROLES, type Scope, scopesOf } from "@plan43/authorization"
import { stableId } from "@plan43/published-rows"

/** Somebody as whom the graph is walked; a column of the table. */
export interface Requester {
  /** As the table names the column, e.g. "COORDINATOR", "system observations:read". */
  column: string
  /** null: the public. */
  identity: Identity | null
}

/** The agency of the officer and of the head who walk. */
export const OWN_AGENCY = "so-tai-chinh"

const nobody = { name: "Người kiểm tra", role: null, agencyId: null } as const

/** Everybody as whom the graph is walked, in the order of the table's columns. */
export const requesters: readonly Requester[] = [
  { column: "public", identity: null },
  { column: "unassigned", identity: { ...nobody, kind: "PERSON", id: "unassigned", scopes: [] } },
  ...ROLES.map((role): Requester => {
    const agencyId =
      role === "AGENCY_OFFICER" || role === "AGENCY_HEAD" ? stableId("agency", OWN_AGENCY) : null
    return {
      column: role,
      identity: { ...nobody, kind: "PERSON", id: role, role, agencyId, scopes: [...scopesOf(role)] },
    }
  }),
  ...GRANTABLE_SCOPES.map(
    (scope): Requester => ({
      column: `system ${scope}`,
      identity: { ...nobody, kind: "SYSTEM", id: scope, scopes: [scope] },
    }),
  ),
]

/** What the requester may do. */
export function scopesHeldBy({ identity }: Requester): readonly Scope[] {
  return identity?.scopes ?? []
}
