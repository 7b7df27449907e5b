import { expect, test } from "vitest"
import { valuesChanged } from "./values-changed.ts"

test("a row that was changed differs in the values that are others, not in what its keeping needs", () => {
  const before = { id: "1", name: "Sở A", note: null, version: 1, updated_at: "then", fields: ["a"] }
  const after = { id: "1", name: "Sở B", note: "", version: 2, updated_at: "now", fields: ["a", "b"] }
  expect(valuesChanged(before, after, {})).toEqual([
    { field: "name", before: "Sở A", after: "Sở B" },
    { field: "fields", before: "a", after: "a; b" },
  ])
})

test("a row that was made has all its values, one that is gone had them", () => {
  const row = { name: "Sở A", kind: null, active: false }
  expect(valuesChanged(null, row, {})).toEqual([
    { field: "name", before: null, after: "Sở A" },
    { field: "active", before: null, after: "false" },
  ])
  expect(valuesChanged(row, null, {})).toHaveLength(2)
  expect(valuesChanged(null, null, {})).toEqual([])
})

test("identifiers are shown by the names of what they stand for, where those are known", () => {
  expect(
    valuesChanged(null, { agency_id: "1", partner_ids: ["2", "3"] }, { 1: "Sở A", 3: "Đại học C" }),
  ).toEqual([
    { field: "agency_id", before: null, after: "Sở A" },
    { field: "partner_ids", before: null, after: "2; Đại học C" },
  ])
})
