import { i18n } from "@lingui/core"
import { beforeEach, expect, test } from "vitest"
import { figureWritten, neededFigure, optionalFigure, printedFigure, typedFigure } from "./figure.ts"

beforeEach(() => i18n.loadAndActivate({ locale: "vi", messages: {} }))

test.each([
  ["80,5", 80.5],
  [" 1.234,56 ", 1234.56],
  ["1234", 1234],
  ["−3,2", -3.2],
  ["80.5", null],
  ["1.23", null],
  ["12.3456", null],
  ["tám mươi", null],
  ["", null],
])("“%s” in Vietnamese is %s", (text, value) => {
  expect(figureWritten(text, "vi")).toBe(value)
})

test("in English point and comma change places", () => {
  expect(figureWritten("1,234.5", "en")).toBe(1234.5)
  expect(figureWritten("80,5", "en")).toBeNull()
})

test("what is shown to be corrected is read as the same number", () => {
  for (const value of [0, 0.85, 80.5, 1234567.25, -3])
    for (const language of ["vi", "en"])
      expect(figureWritten(typedFigure(value, language), language)).toBe(value)
  expect([typedFigure(null, "vi"), printedFigure(1234.5, "vi")]).toEqual(["", "1.234,5"])
})

test("a figure that may be missing is null when it is", () => {
  expect([optionalFigure.parse("  "), optionalFigure.parse("80,5")]).toEqual([null, 80.5])
  expect(optionalFigure.safeParse("x").success).toBe(false)
  expect(neededFigure.safeParse("").success).toBe(false)
})
