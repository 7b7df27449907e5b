import type { CalendarDate } from "@plan43/calendar"
import { describe, expect, test } from "vitest"
import type { RoundDetails } from "./record-round.ts"
import { roundRefusals } from "./round-refusals.ts"

const day = (text: string) => text as CalendarDate

const firstHalf: RoundDetails = {
  kind: "REGULAR",
  name: "Báo cáo 6 tháng đầu năm 2026",
  itemKinds: ["TASK", "INDICATOR"],
  sections: [],
  questions: null,
  templateId: null,
  templateVersion: null,
  cutOffOn: day("2026-05-31"),
  agenciesDueOn: day("2026-06-05"),
  cityDueOn: day("2026-06-10"),
  governmentDueOn: day("2026-06-14"),
  agencyIds: [],
}

const refused = (changes: Partial<RoundDetails>) =>
  roundRefusals({ ...firstHalf, ...changes }).map(({ reason, field }) => `${reason} ${field}`)

describe("a round of the plan", () => {
  test("runs down its four clocks one after the other", () => {
    expect(refused({})).toEqual([])
    expect(refused({ agenciesDueOn: day("2026-05-31") })).toEqual([])
    expect(refused({ agenciesDueOn: day("2026-05-30") })).toEqual(["CLOCKS_OUT_OF_ORDER agenciesDueOn"])
    expect(refused({ cityDueOn: day("2026-06-15") })).toEqual(["CLOCKS_OUT_OF_ORDER governmentDueOn"])
  })

  test("says by which day the one was too early", () => {
    const [refusal] = roundRefusals({ ...firstHalf, agenciesDueOn: day("2026-05-30") })
    expect(refusal?.message).toBe(
      "Hạn của các cơ quan (30/05/2026) không được trước ngày chốt số liệu (31/05/2026)",
    )
  })

  test("ends with a report to the Government", () => {
    expect(refused({ governmentDueOn: null })).toEqual(["GOVERNMENT_DUE_MISSING governmentDueOn"])
  })

  test("may ask questions besides its lines", () =>
    expect(refused({ questions: "Đã bố trí vốn chưa?" })).toEqual([]))

  test("says from which version of a template it was filled in", () => {
    expect(refused({ templateId: "t" })).toEqual(["TEMPLATE_VERSION_MISSING templateVersion"])
    expect(refused({ templateId: "t", templateVersion: 2 })).toEqual([])
  })

  test("has a name", () => expect(refused({ name: " " })).toEqual(["NAME_MISSING name"]))
})

describe("a round in between", () => {
  test("may end with the City, and ask for lines of the plan alone", () => {
    expect(refused({ kind: "AD_HOC", governmentDueOn: null })).toEqual([])
  })

  test("asks something: where it asks for no lines, it has questions", () => {
    const asksNoLines = { kind: "AD_HOC", governmentDueOn: null, itemKinds: [] } as const
    expect(refused(asksNoLines)).toEqual(["NOTHING_ASKED questions"])
    expect(refused({ ...asksNoLines, questions: " \n" })).toEqual(["NOTHING_ASKED questions"])
    expect(refused({ ...asksNoLines, questions: "Vướng mắc về vốn?" })).toEqual([])
  })
})
