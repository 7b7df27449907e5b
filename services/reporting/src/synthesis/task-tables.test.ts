import { readWorkbook } from "@plan43/workbook"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { anySynthesis } from "../testing/any-synthesis.ts"
import { annexesOf } from "./annexes.ts"
import type { ReportedLine, SynthesisContent } from "./synthesis-content.ts"
import { workbookFileOf } from "./synthesis-files.ts"
import { synthesisLetterOf } from "./synthesis-letter.ts"

const [drawn] = fc.sample(anySynthesis, { numRuns: 1, seed: 43 })
const base = (drawn as { content: SynthesisContent }).content
const [someTask] = base.tasks

type Answered = Partial<ReportedLine>

/** A round with a task for each list, of which each agency in turn answered what the list says. */
function answering(...tasks: readonly (readonly Answered[])[]): SynthesisContent {
  const most = Math.max(...tasks.map(({ length }) => length))
  return {
    ...base,
    tasks: tasks.map((_, place) => ({
      ...(someTask as NonNullable<typeof someTask>),
      id: `t${place}`,
      code: `${place + 1}`,
      title: `Việc ${place + 1}`,
    })),
    agencies: Array.from({ length: most }, (_, place) => ({ id: `a${place}`, name: `Xã số ${place + 1}` })),
    questions: [],
    lines: tasks.flatMap((answers, task) =>
      answers.map((answered, place) => ({
        reportId: `r${place}`,
        agencyId: `a${place}`,
        itemId: `t${task}`,
        accepted: true,
        answer: "REPORTED" as const,
        progress: null,
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

const many = <T>(count: number, make: (place: number) => T): T[] =>
  Array.from({ length: count }, (_, place) => make(place))

const annexOf = (content: SynthesisContent, key: string) =>
  annexesOf(content).find((annex) => annex.key === key)

/** What stands in the cells of a task: its result, and its difficulties. */
const cellsOf = (content: SynthesisContent) =>
  (annexOf(content, "TASKS")?.table.rows ?? []).flatMap((row) => ("heading" in row ? [] : [row.slice(7)]))

describe("a task that a whole class of agencies answers", () => {
  const answer = (place: number) =>
    `kết quả ${place} ${"đã triển khai tới từng tổ dân phố ".repeat(8)}`.trim()
  const content = answering(
    [
      ...many(120, (place) => ({ progress: answer(place), difficulties: `thiếu kinh phí ${place}` })),
      { answer: "NO_CHANGE" },
      ...many(5, () => ({ answer: "NOTHING_TO_REPORT" as const })),
      {
        answer: null,
        prefill: { progress: "đã ban hành kế hoạch", resultDocument: null, recordedOn: base.asOf },
      },
      { answer: null },
    ],
    [{ progress: "Đã trình" }],
  )

  test("has counts in its cells, and says which annexes have the answers", () => {
    expect(cellsOf(content)).toEqual([
      [
        "127 cơ quan: 120 có nội dung báo cáo, 1 không thay đổi so với kỳ trước, 5 không có nội dung báo cáo, 1 chưa được báo cáo trong kỳ, chỉ có ghi nhận trước; xem Phụ lục VI",
        "120 cơ quan nêu khó khăn, vướng mắc; xem Phụ lục V",
      ],
      ["Xã số 1: Đã trình", ""],
    ])
    expect(
      annexesOf(content)
        .map(({ key, name }) => [key, name])
        .slice(-2),
    ).toEqual([
      ["SAYINGS", "Phụ lục V"],
      ["RESULTS", "Phụ lục VI"],
    ])
  })

  test("has them there agency by agency, and tasks of few agencies are not there", () => {
    const rows = annexOf(content, "RESULTS")?.table.rows ?? []
    expect(rows).toHaveLength(1 + 127)
    expect(rows.slice(0, 2)).toEqual([{ heading: "Nhiệm vụ 1. Việc 1" }, [1, "Xã số 1", answer(0)]])
    expect(rows.slice(-2)).toEqual([
      [126, "Xã số 126", "Không có nội dung báo cáo"],
      [127, "Xã số 127", "đã ban hành kế hoạch (ghi nhận ngày 31/05/2026, chưa được báo cáo trong kỳ)"],
    ])
  })

  test("loses no answer in the workbook, nor in the Word document", async () => {
    const file = await workbookFileOf(content)
    const { sheets } = readWorkbook(Buffer.from(file.base64, "base64"))
    const written = sheets
      .flatMap(({ cells }) => [...cells.values()])
      .map(({ content: held }) => (held.kind === "TEXT" ? held.text : ""))
    const printed = JSON.stringify(synthesisLetterOf(content).annexes)
    for (const place of many(120, (each) => each)) {
      expect(written).toContain(answer(place))
      expect(written).toContain(`thiếu kinh phí ${place}`)
      expect(printed).toContain(JSON.stringify(answer(place)))
    }
    expect(written.join("")).not.toContain("CẮT BỚT")
  })
})

test("twelve short answers stand in the cell, and there is no annex of them; long ones have theirs", () => {
  const few = answering(many(12, (place) => ({ progress: `xong ${place}` })))
  expect(cellsOf(few)[0]?.[0]).toBe(many(12, (place) => `Xã số ${place + 1}: xong ${place}`).join("\n"))
  expect(annexOf(few, "RESULTS")).toBeUndefined()
  const long = answering(many(4, () => ({ progress: "a".repeat(10_000) })))
  expect(cellsOf(long)[0]?.[0]).toBe("4 cơ quan: 4 có nội dung báo cáo; xem Phụ lục V")
  expect(annexOf(long, "RESULTS")?.table.rows).toHaveLength(5)
})

test("however many agencies answer, and at whatever length, each answer stands in one place", () => {
  const anyAnswers = fc.array(fc.nat({ max: 900 }), { maxLength: 20 })
  fc.assert(
    fc.property(fc.array(anyAnswers, { minLength: 1, maxLength: 6 }), (tasks) => {
      const answerOf = (task: number, place: number) => `[${task}/${place}]`
      const content = answering(
        ...tasks.map((lengths, task) =>
          lengths.map((length, place) => ({ progress: answerOf(task, place) + "a".repeat(length) })),
        ),
      )
      const all = JSON.stringify([cellsOf(content), annexOf(content, "RESULTS")?.table.rows ?? []])
      for (const [task, lengths] of tasks.entries())
        for (const place of lengths.keys()) expect(all.split(answerOf(task, place))).toHaveLength(2)
    }),
  )
})
