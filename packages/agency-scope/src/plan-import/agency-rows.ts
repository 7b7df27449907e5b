import type { AgencyRegister } from "@plan43/agency-register"
import { type PublishedTable, stableId } from "@plan43/published-rows"

/** Everything reachable along the arrows from a code, the code itself left out. */
function reachable(from: string, next: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>()
  const pending = [from]
  for (let code = pending.pop(); code !== undefined; code = pending.pop())
    for (const further of next.get(code) ?? [])
      if (further !== from && !found.has(further)) {
        found.add(further)
        pending.push(further)
      }
  return found
}

function arrows<T>(
  items: readonly T[],
  from: (item: T) => string,
  to: (item: T) => string,
): Map<string, string[]> {
  const next = new Map<string, string[]>()
  for (const item of items) next.set(from(item), [...(next.get(from(item)) ?? []), to(item)])
  return next
}

/**
 * What a subgraph must know of agencies to answer "what is an agency's": their codes, and, worked out to
 * the end, which groups each belonged to and which bodies it succeeded; inherited groups are those of its predecessors, and those
 * that its groups succeeded.
 */
export function agencyTables(register: AgencyRegister): PublishedTable[] {
  const groupsOf = arrows(
    register.memberships,
    (membership) => membership.memberCode,
    (membership) => membership.groupCode,
  )
  const predecessorsOf = arrows(
    register.successions,
    (succession) => succession.successorCode,
    (succession) => succession.predecessorCode,
  )
  const relations = register.agencies.flatMap(({ code }) => {
    const groups = reachable(code, groupsOf)
    const predecessors = reachable(code, predecessorsOf)
    const inheritedGroups = new Set([
      ...[...predecessors].flatMap((predecessor) => [...reachable(predecessor, groupsOf)]),
      ...[...groups].flatMap((group) => [...reachable(group, predecessorsOf)]),
    ])
    const related = (kind: string, codes: Iterable<string>) =>
      [...codes].map((relatedCode) => ({
        agency_id: stableId("agency", code),
        related_id: stableId("agency", relatedCode),
        kind,
      }))
    return [
      ...related("GROUP", groups),
      ...related("PREDECESSOR", predecessors),
      ...related("PREDECESSOR_GROUP", inheritedGroups.difference(groups)),
    ]
  })
  return [
    {
      table: "agency_reference",
      key: ["id"],
      whenGone: "delete",
      label: (row) => `cơ quan ${row.code}`,
      rows: register.agencies.map(({ code }) => ({ id: stableId("agency", code), code })),
    },
    {
      table: "agency_relation",
      key: ["agency_id", "kind", "related_id"],
      whenGone: "delete",
      label: (row) => `quan hệ ${row.kind} của cơ quan ${row.agency_id}`,
      rows: relations,
    },
  ]
}
