import { expect, test } from "vitest"
import { changesBetween } from "./changes-between.ts"

const toulouse = {
  id: "1",
  name: "Toulouse",
  country_code: "FR",
  fields: ["AI", "vũ trụ"],
  note: null,
  version: 1,
}

test("an update shows only what it changed, not the version that always grows", () => {
  const after = { ...toulouse, name: "Thành phố Toulouse", fields: ["AI"], version: 2 }
  expect(changesBetween(JSON.stringify(toulouse), JSON.stringify(after))).toEqual([
    { column: "name", before: "Toulouse", after: "Thành phố Toulouse" },
    { column: "fields", before: "AI; vũ trụ", after: "AI" },
  ])
})

test("a new row shows what was given, nothing for what was left empty", () => {
  expect(changesBetween(null, JSON.stringify(toulouse)).map(({ column }) => column)).toEqual([
    "id",
    "name",
    "country_code",
    "fields",
  ])
})

test("a value that was taken away is shown as gone", () => {
  const after = { ...toulouse, country_code: null }
  expect(changesBetween(JSON.stringify(toulouse), JSON.stringify(after))).toEqual([
    { column: "country_code", before: "FR", after: null },
  ])
})

test("an event without a row, as a sign-in, changed nothing", () => {
  expect(changesBetween(null, null)).toEqual([])
})
