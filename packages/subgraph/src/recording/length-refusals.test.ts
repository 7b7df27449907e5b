import { expect, test } from "vitest"
import { LONGEST_LINE, LONGEST_LIST, lengthRefusals } from "./length-refusals.ts"

const longest = { name: LONGEST_LINE, fields: 3 }

test("takes texts and lists up to their length, and what is not there", () => {
  expect(lengthRefusals({ name: "a".repeat(LONGEST_LINE), fields: ["abc"] }, longest)).toEqual([])
  expect(lengthRefusals({ name: null, fields: [] }, longest)).toEqual([])
})

test("names every text that is one character too long, and every list that is one item too long", () => {
  const fields = [...Array.from({ length: LONGEST_LIST }, () => "a"), "abcd"]
  expect(lengthRefusals({ name: "a".repeat(LONGEST_LINE + 1), fields }, longest)).toMatchObject([
    { reason: "TEXT_TOO_LONG", field: "name" },
    { reason: "LIST_TOO_LONG", field: "fields" },
    { reason: "TEXT_TOO_LONG", field: "fields" },
  ])
})
