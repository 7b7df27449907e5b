import { describe, expect, test } from "vitest"
import { MOST_QUESTIONS } from "./asked.ts"
import { type TemplateDetails, templateRefusals } from "./record-template.ts"

const halfYear: TemplateDetails = {
  name: "Báo cáo 6 tháng",
  note: null,
  itemKinds: ["TASK", "INDICATOR"],
  sections: [],
  questions: null,
  agencyIds: [],
}

const refused = (changes: Partial<TemplateDetails>) =>
  templateRefusals({ ...halfYear, ...changes }).map(({ reason, field }) => `${reason} ${field}`)

describe("a template", () => {
  test("has a name, and asks for something", () => {
    expect(refused({})).toEqual([])
    expect(refused({ name: " " })).toEqual(["NAME_MISSING name"])
    expect(refused({ itemKinds: [] })).toEqual(["NOTHING_ASKED questions"])
    expect(refused({ itemKinds: [], questions: "Đã bố trí vốn chưa?" })).toEqual([])
  })

  test("names sections of tasks only where tasks are asked for", () => {
    expect(refused({ sections: ["IV"] })).toEqual([])
    expect(refused({ itemKinds: ["INDICATOR"], sections: ["IV"] })).toEqual([
      "SECTIONS_WITHOUT_TASKS sections",
    ])
  })

  test("has as many questions as an agency can answer", () => {
    const questions = (count: number) =>
      Array.from({ length: count }, (_, place) => `Câu ${place}`).join("\n")
    expect(refused({ questions: questions(MOST_QUESTIONS) })).toEqual([])
    expect(refused({ questions: questions(MOST_QUESTIONS + 1) })).toEqual(["TOO_MANY_QUESTIONS questions"])
    expect(refused({ questions: "a".repeat(10_001) })).toEqual(["TEXT_TOO_LONG questions"])
  })
})
