import type { AgencyRegister } from "@plan43/agency-register"
import { type PublishedTable, stableId } from "@plan43/published-rows"

/**
 * What a subgraph copies of the register of agencies: names, days, groups and successions. What follows from them is
 * worked out where they are written.
 */
export function agencyTables(register: AgencyRegister): PublishedTable[] {
  return [
    {
      table: "agency_reference",
      key: ["id"],
      whenGone: "delete",
      recorded: "recorded",
      label: (row) => `cơ quan ${row.code}`,
      rows: register.agencies.map(({ code, kind, name, shortName, validFrom, validTo }) => ({
        id: stableId("agency", code),
        code,
        kind,
        name,
        short_name: shortName,
        valid_from: validFrom,
        published_valid_to: validTo,
      })),
    },
    {
      table: "agency_membership",
      key: ["id"],
      whenGone: "delete",
      recorded: "recorded",
      label: (row) => `thành viên ${row.member_id} của nhóm ${row.group_id}`,
      rows: register.memberships.map(({ groupCode, memberCode, from, to }) => ({
        id: stableId("membership", groupCode, memberCode, from ?? ""),
        group_id: stableId("agency", groupCode),
        member_id: stableId("agency", memberCode),
        valid_from: from,
        valid_to: to,
      })),
    },
    {
      table: "agency_successor",
      key: ["id"],
      whenGone: "delete",
      recorded: "recorded",
      label: (row) => `kế thừa từ ngày ${row.on_day}`,
      rows: register.successions.map(({ predecessorCode, successorCode, on }) => ({
        id: stableId("succession", predecessorCode, successorCode, on),
        predecessor_id: stableId("agency", predecessorCode),
        successor_id: stableId("agency", successorCode),
        on_day: on,
      })),
    },
  ]
}
