import { expect, test } from "vitest"
import { nextSort, sortBy } from "./sort.ts"

const field = sortBy(["DUE_ON", "TITLE"])

test("a minus in the address turns the order round", () => {
  expect(field.read("-DUE_ON")).toEqual({ value: { field: "DUE_ON", direction: "DESC" }, ignored: [] })
  expect(field.write({ field: "DUE_ON", direction: "DESC" })).toBe("-DUE_ON")
})

test("an order that the list does not offer is reported", () => {
  expect(field.read("COLOUR")).toEqual({ ignored: ["COLOUR"] })
})

test("a heading sorts upwards first, and the other way when asked again", () => {
  const once = nextSort(undefined, "TITLE")
  expect(once).toEqual({ field: "TITLE", direction: "ASC" })
  expect(nextSort(once, "TITLE")).toEqual({ field: "TITLE", direction: "DESC" })
  expect(nextSort(once, "DUE_ON")).toEqual({ field: "DUE_ON", direction: "ASC" })
})
