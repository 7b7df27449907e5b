import { expect, test } from "vitest"
import { readQuery, writeQuery } from "../shell/search-text.ts"
import { day, oneOf, references, searchModel, someOf, words, yes } from "./search-model.ts"

const model = searchModel({
  q: words,
  status: someOf(["OVERDUE", "DUE_SOON"]),
  lead: references,
  dueBefore: day,
  sort: oneOf(["DUE_ON", "TITLE"]),
  inherited: yes,
})

test("an address and the values it stands for are two forms of one thing", () => {
  const values = {
    q: "chuyển đổi số",
    status: ["OVERDUE", "DUE_SOON"] as ("OVERDUE" | "DUE_SOON")[],
    lead: ["so-khcn"],
    dueBefore: "2025-12-31",
    sort: "DUE_ON" as const,
    inherited: true as const,
  }
  const address = writeQuery(model.write(values))
  expect(address).toContain("status=OVERDUE,DUE_SOON")
  expect(model.read(model.known(readQuery(address)))).toEqual({ values, ignored: [] })
})

test("an unknown value is reported with its parameter and the known ones beside it still count", () => {
  expect(model.read({ status: "OVERDUE,LATE" })).toEqual({
    values: { status: ["OVERDUE"] },
    ignored: [{ parameter: "status", text: "LATE" }],
  })
})

test("a day that no calendar has is reported", () => {
  expect(model.read({ dueBefore: "2025-02-30" })).toEqual({
    values: {},
    ignored: [{ parameter: "dueBefore", text: "2025-02-30" }],
  })
  expect(model.read({ dueBefore: "2024-02-29" }).values).toEqual({ dueBefore: "2024-02-29" })
})

test("an agency code may be any slug, but nothing that could not be one", () => {
  expect(model.read({ lead: "so-khcn,<b>" })).toEqual({
    values: { lead: ["so-khcn"] },
    ignored: [{ parameter: "lead", text: "<b>" }],
  })
})

test("an empty filter leaves no trace in the address", () => {
  expect(writeQuery(model.write({ q: "", status: [] }))).toBe("")
  expect(model.read({ q: "  " })).toEqual({ values: {}, ignored: [] })
})

test("parameters that no filter has are left to whoever put them there", () => {
  expect(model.known({ q: "số", utm_source: "thư" })).toEqual({ q: "số" })
})
