import type { AgencyRegister } from "@plan43/agency-register"
import {
  type PublishedSource,
  type PublishedTable,
  type SubgraphImport,
  stableId,
} from "@plan43/published-rows"

/** What an import writes into the tables of this subgraph. */
export const planImport: SubgraphImport = {
  schema: "agencies",
  tablesOf: ({ register }: PublishedSource): PublishedTable[] => [
    agencyTable(register),
    successionTable(register),
    membershipTable(register),
  ],
}

/** Rows that a coordinator's change of agencies made. */
const RECORDED = "change_id is not null"

const idOf = (code: string) => stableId("agency", code)

function agencyTable({ agencies }: AgencyRegister): PublishedTable {
  return {
    table: "agency",
    key: ["id"],
    whenGone: "withdraw",
    recorded: `${RECORDED} and withdrawn_at is null`,
    label: (row) => `cơ quan ${row.name}`,
    rows: agencies.map((agency) => ({
      id: idOf(agency.code),
      code: agency.code,
      name: agency.name,
      short_name: agency.shortName,
      aliases: agency.aliases,
      kind: agency.kind,
      valid_from: agency.validFrom,
      published_valid_to: agency.validTo,
      note: agency.note,
    })),
  }
}

function successionTable({ successions }: AgencyRegister): PublishedTable {
  return {
    table: "agency_succession",
    key: ["id"],
    whenGone: "delete",
    recorded: RECORDED,
    label: (row) => `kế thừa từ ngày ${row.on_day}`,
    rows: successions.map(({ kind, on, predecessorCode, successorCode, basis }) => ({
      id: stableId("succession", predecessorCode, successorCode, on),
      kind,
      on_day: on,
      predecessor_id: idOf(predecessorCode),
      successor_id: idOf(successorCode),
      basis,
    })),
  }
}

function membershipTable({ memberships }: AgencyRegister): PublishedTable {
  return {
    table: "group_membership",
    key: ["id"],
    whenGone: "delete",
    recorded: RECORDED,
    label: (row) => `thành viên của nhóm, từ ${row.valid_from ?? "trước"}`,
    rows: memberships.map(({ groupCode, memberCode, from, to }) => ({
      id: stableId("membership", groupCode, memberCode, from ?? ""),
      group_id: idOf(groupCode),
      member_id: idOf(memberCode),
      valid_from: from,
      published_valid_to: to,
    })),
  }
}
