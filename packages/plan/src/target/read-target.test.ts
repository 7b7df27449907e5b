import { describe, expect, test } from "vitest"
import { publishedPlanText, readPlan } from "../index.ts"
import { isSurelyATarget, readTarget, TargetNotUnderstood } from "./read-target.ts"
import type { TargetKind } from "./target-reading.ts"

const { indicators } = readPlan(publishedPlanText())
const FIRST_FIVE = "Thuộc nhóm 5 tỉnh/thành phố dẫn đầu cả nước"
const ADVANCED =
  "Tiên tiến, hiện đại, dung lượng siêu lớn, băng thông siêu rộng ngang tầm các nước tiên tiến."

describe("a target", () => {
  test.each<
    [text: string, kind: TargetKind, minimum: number | null, maximum: number | null, note: string | null]
  >([
    ["≥ 80", "AT_LEAST", 80, null, null],
    ["≥ 01", "AT_LEAST", 1, null, null],
    ["≥80%", "AT_LEAST", 80, null, null],
    ["≥ 3% (tăng dần theo nhu cầu phát triển)", "AT_LEAST", 3, null, "(tăng dần theo nhu cầu phát triển)"],
    ["> 60", "MORE_THAN", 60, null, null],
    ["> 0,85", "MORE_THAN", 0.85, null, null],
    ["≤ 5", "AT_MOST", null, 5, null],
    [`≤ 5 ${FIRST_FIVE}`, "AT_MOST", null, 5, FIRST_FIVE],
    ["90", "VALUE", 90, null, null],
    ["100%", "VALUE", 100, null, null],
    ["1", "VALUE", 1, null, null],
    ["8 - 10", "RANGE", 8, 10, null],
    ["16 - 18", "RANGE", 16, 18, null],
    ["Thuộc nhóm dẫn đầu cả nước", "RANK_GROUP", null, null, "Thuộc nhóm dẫn đầu cả nước"],
    [ADVANCED, "QUALITATIVE", null, null, ADVANCED],
    ["Theo chỉ đạo của Bộ Công an", "DIRECTIVE", null, null, "Theo chỉ đạo của Bộ Công an"],
    ["", "NONE", null, null, null],
  ])("printed %j is %s, from %s to %s, with the words %j", (text, kind, minimum, maximum, note) => {
    expect(readTarget(text)).toEqual({ kind, minimum, maximum, note })
  })

  test.each([
    "?",
    "80 phần trăm",
    "≥ nhiều",
    "10 - 8",
    "8 - 8",
    "0.85",
    "1.000",
    "%",
    "Tốt",
    "Sở Khoa học và Công nghệ",
  ])("is not %j", (text) => {
    expect(() => readTarget(text)).toThrow(TargetNotUnderstood)
    expect(() => readTarget(text)).toThrow(JSON.stringify(text))
  })

  test("by its form alone is told from a unit or a name", () => {
    expect(["≥ 80", "8 - 10", "100%", "Theo chỉ đạo của Bộ Công an"].every(isSurelyATarget)).toBe(true)
    expect(["%", "% GRDP", "Doanh nghiệp", ADVANCED].some(isSurelyATarget)).toBe(false)
  })
})

describe("the 54 targets of the plan", () => {
  const codesOf = (kind: TargetKind) =>
    indicators.filter(({ target }) => target.kind === kind).map(({ code }) => code)

  test("are of these kinds", () => {
    expect(codesOf("AT_LEAST")).toHaveLength(18)
    expect(codesOf("VALUE")).toHaveLength(19)
    expect(codesOf("MORE_THAN")).toEqual(["13", "15"])
    expect(codesOf("AT_MOST")).toEqual(["3", "4", "5", "32"])
    expect(codesOf("RANGE")).toEqual(["18", "20", "21"])
    expect(codesOf("RANK_GROUP")).toEqual(["1", "2", "36"])
    expect(codesOf("QUALITATIVE")).toEqual(["22"])
    expect(codesOf("DIRECTIVE")).toEqual(["27", "33", "40"])
    expect(codesOf("NONE")).toEqual(["10"])
  })

  test("are average yearly growth where the unit says so", () => {
    const yearlyGrowth = indicators.filter(({ unit }) => unit === "%/năm")
    expect(yearlyGrowth.map(({ code, target }) => [code, target.kind, target.minimum])).toEqual([
      ["19", "VALUE", 10],
      ["20", "RANGE", 16],
    ])
  })
})
