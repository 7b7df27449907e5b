import type { AgencyRecord, AgencyRegister } from "@plan43/agency-register"
import { dayOf } from "@plan43/calendar"
import { stableId } from "@plan43/published-rows"
import { expect, test } from "vitest"
import { agencyTables } from "./agency-rows.ts"

const agency = (code: string): AgencyRecord => ({
  code,
  name: code,
  shortName: null,
  aliases: [],
  kind: "DEPARTMENT",
  validFrom: null,
  validTo: null,
  note: null,
})

const succession = (predecessorCode: string, successorCode: string) => ({
  kind: "MERGER" as const,
  on: dayOf(2025, 3, 1),
  predecessorCode,
  successorCode,
  basis: null,
})

const membership = (memberCode: string, groupCode: string) => ({
  groupCode,
  memberCode,
  from: null,
  to: null,
})

const register: AgencyRegister = {
  agencies: ["first", "second", "third", "departments", "bodies", "offices"].map(agency),
  successions: [succession("first", "second"), succession("second", "third")],
  memberships: [
    membership("third", "departments"),
    membership("departments", "bodies"),
    membership("first", "offices"),
    membership("second", "departments"),
  ],
}

function relationsOf(code: string): string[] {
  const relations = agencyTables(register).find(({ table }) => table === "agency_relation")
  const codeOf = new Map(register.agencies.map((record) => [stableId("agency", record.code), record.code]))
  return (relations?.rows ?? [])
    .filter((row) => row.agency_id === stableId("agency", code))
    .map((row) => `${row.kind} ${codeOf.get(String(row.related_id))}`)
    .sort()
}

test("a body succeeded its predecessors' predecessors, and belongs to the groups of its groups", () => {
  expect(relationsOf("third")).toEqual([
    "GROUP bodies",
    "GROUP departments",
    "PREDECESSOR first",
    "PREDECESSOR second",
    "PREDECESSOR_GROUP offices",
  ])
})

test("a body that nobody preceded and no group names has no relation", () => {
  expect(relationsOf("bodies")).toEqual([])
})
