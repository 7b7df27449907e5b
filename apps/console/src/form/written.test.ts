import { i18n } from "@lingui/core"
import { beforeAll, expect, test } from "vitest"
import { chosenOf, lines, neededWords, optionalDay, optionalPick, optionalWords } from "./written.ts"

beforeAll(() => i18n.loadAndActivate({ locale: "vi", messages: {} }))

test("what was left empty is sent as nothing, not as empty words", () => {
  expect([optionalWords.parse("  "), optionalDay.parse("")]).toEqual([null, null])
})

test("blanks alone are no words", () => {
  expect(neededWords.safeParse("   ").success).toBe(false)
  expect(neededWords.parse(" Toulouse ")).toBe("Toulouse")
})

test("a day that no calendar has is refused", () => {
  expect(optionalDay.safeParse("2025-02-30").success).toBe(false)
  expect(optionalDay.parse("2024-02-29")).toBe("2024-02-29")
})

test("a list has an entry for each line that says something", () => {
  expect(lines.parse("trí tuệ nhân tạo\n\n  bán dẫn ")).toEqual(["trí tuệ nhân tạo", "bán dẫn"])
})

test("one of a closed list must be chosen", () => {
  const state = chosenOf(["SIGNED", "IN_FORCE"])
  expect(state.parse("SIGNED")).toBe("SIGNED")
  expect(state.safeParse("").success).toBe(false)
})

test("a row that is picked is sent by its identifier", () => {
  expect(optionalPick.parse({ id: "so-khcn", name: "Sở KH&CN" })).toBe("so-khcn")
  expect(optionalPick.parse(null)).toBeNull()
})
