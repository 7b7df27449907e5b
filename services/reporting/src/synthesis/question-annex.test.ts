import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { anySynthesis } from "../testing/any-synthesis.ts"
import { annexesOf } from "./annexes.ts"
import { textOf } from "./outline/figure.ts"
import { reportOutlineOf } from "./outline/report-outline.ts"
import type { ReportedLine, SynthesisContent } from "./synthesis-content.ts"
import { questionTable } from "./tables.ts"

const [drawn] = fc.sample(anySynthesis, { numRuns: 1, seed: 43 })
const base = (drawn as { content: SynthesisContent }).content

type Answered = Pick<ReportedLine, "accepted" | "answer" | "progress">

/** A round that asks this of three agencies: of each what it answered, in the order of the questions. */
function asking(questions: readonly string[], answers: readonly (readonly Answered[])[]): SynthesisContent {
  const agencies = answers.map((_, place) => ({ id: `a${place}`, name: `Cơ quan ${place + 1}` }))
  return {
    ...base,
    agencies,
    questions: questions.map((text, place) => ({ id: `q${place}`, code: `CH${place + 1}`, text })),
    reports: agencies.map(({ id }) => ({
      id: `r-${id}`,
      agencyId: id,
      state: "ACCEPTED",
      sentOn: base.asOf,
      approvedBy: null,
      late: false,
      lines: questions.length,
      answered: 0,
    })),
    lines: answers.flatMap((given, place) =>
      given.map((answered, question) => ({
        reportId: `r-a${place}`,
        agencyId: `a${place}`,
        itemId: `q${question}`,
        resultDocument: null,
        percentage: null,
        difficulties: null,
        proposal: null,
        nextPlan: null,
        prefill: null,
        ...answered,
      })),
    ),
  }
}

const said = (progress: string): Answered => ({ accepted: true, answer: "REPORTED", progress })
const nothing: Answered = { accepted: true, answer: "NOTHING_TO_REPORT", progress: null }
const silent: Answered = { accepted: false, answer: null, progress: null }
const notAccepted: Answered = { accepted: false, answer: "REPORTED", progress: "Bản nháp" }

describe("what a round asked besides the plan", () => {
  const content = asking(
    ["Đã bố trí vốn chưa?", "Còn vướng gì?"],
    [
      [said("12 tỷ"), nothing],
      [silent, silent],
      [notAccepted, notAccepted],
    ],
  )

  test("is an annex: question by question, by agency, also who has not answered", () => {
    expect(questionTable(content).rows).toEqual([
      { heading: "CH1. Đã bố trí vốn chưa?" },
      [1, "Cơ quan 1", "12 tỷ", "Đã trả lời"],
      [2, "Cơ quan 2", null, "Chưa trả lời"],
      [3, "Cơ quan 3", null, "Chưa được tiếp nhận"],
      { heading: "CH2. Còn vướng gì?" },
      [1, "Cơ quan 1", "Không có nội dung báo cáo", "Đã trả lời"],
      [2, "Cơ quan 2", null, "Chưa trả lời"],
      [3, "Cơ quan 3", null, "Chưa được tiếp nhận"],
    ])
  })

  test("is led to by a sentence that says who answered all of it, and names who did not", () => {
    const annex = annexesOf(content).find(({ key }) => key === "QUESTIONS")?.name
    expect(sentencesOf(content)).toContain(
      `Kỳ báo cáo hỏi thêm 2 nội dung; 1 cơ quan có trả lời đủ đã được tiếp nhận, 2 cơ quan chưa: Cơ quan 2; Cơ quan 3. Nội dung trả lời tại ${annex}.`,
    )
  })
})

test("a round that asked nothing besides, or was locked before there were questions, has neither", () => {
  const { questions: _none, ...old } = asking([], [[], []])
  for (const content of [old, { ...old, questions: [] }]) {
    expect(annexesOf(content).map(({ key }) => key)).not.toContain("QUESTIONS")
    expect(sentencesOf(content).join(" ")).not.toContain("hỏi thêm")
  }
})

function sentencesOf(content: SynthesisContent): string[] {
  return reportOutlineOf(content).flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "SENTENCE" ? [textOf(block.pieces)] : [])),
  )
}
