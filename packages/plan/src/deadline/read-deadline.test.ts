import { describe, expect, test } from "vitest"
import { publishedPlanText, readPlan } from "../index.ts"
import type { DeadlineKind } from "./deadline-reading.ts"
import { DeadlineNotUnderstood, readDeadline, readsAsDeadline } from "./read-deadline.ts"

const { tasks } = readPlan(publishedPlanText())

function deadlineOf(code: string) {
  const found = tasks.find((task) => task.code === code)
  if (found === undefined) throw new Error(`no task ${code}`)
  return found.deadline
}

describe("a deadline", () => {
  test.each<[text: string, kind: DeadlineKind, startsOn: string | null, dueOn: string | null]>([
    ["3/2025", "MONTH", null, "2025-03-31"],
    ["06/2025", "MONTH", null, "2025-06-30"],
    ["02/2025", "MONTH", null, "2025-02-28"],
    ["2/2028", "MONTH", null, "2028-02-29"],
    ["12/2028", "MONTH", null, "2028-12-31"],
    ["Quý I/2025", "QUARTER", null, "2025-03-31"],
    ["Quý II/2025", "QUARTER", null, "2025-06-30"],
    ["Quý III/2025", "QUARTER", null, "2025-09-30"],
    ["Quý IV/2025", "QUARTER", null, "2025-12-31"],
    ["2025", "YEAR", null, "2025-12-31"],
    ["2030", "YEAR", null, "2030-12-31"],
    ["Năm 2030", "YEAR", null, "2030-12-31"],
    ["2025 - 2026", "YEAR_RANGE", "2025-01-01", "2026-12-31"],
    ["2025–2026", "YEAR_RANGE", "2025-01-01", "2026-12-31"],
    ["2025 và các năm tiếp theo", "OPEN_ENDED", "2025-01-01", null],
    ["2025 và những năm tiếp theo", "OPEN_ENDED", "2025-01-01", null],
    ["Năm 2025 và những năm tiếp theo", "OPEN_ENDED", "2025-01-01", null],
    ["Sau năm 2030", "OPEN_ENDED", "2031-01-01", null],
    ["Thường xuyên", "CONTINUOUS", null, null],
    ["Nhiệm vụ thường xuyên", "CONTINUOUS", null, null],
    ["Hằng năm", "ANNUAL", null, null],
    ["Triển khai sau khi Nghị định có hiệu lực", "AFTER_TRIGGER", null, null],
    ["Triển khai sau khi Đề án được phê duyệt", "AFTER_TRIGGER", null, null],
    ["Sau khi Quyết định của Thủ tướng Chính phủ được ban hành", "AFTER_TRIGGER", null, null],
    ["Triển khai theo hướng dẫn của cấp có thẩm quyền", "ON_GUIDANCE", null, null],
    ["Triển khai theo hướng dẫn của cơ quan có thẩm quyền", "ON_GUIDANCE", null, null],
    ["Từ 6/2025, theo hướng dẫn của Bộ Khoa học và Công nghệ.", "ON_GUIDANCE", "2025-06-01", null],
  ])("printed %j is %s, from %s, due %s", (text, kind, startsOn, dueOn) => {
    expect(readDeadline(text)).toMatchObject({ text, kind, startsOn, dueOn })
    expect(readsAsDeadline(text)).toBe(true)
  })

  test.each([
    "",
    "13/2025",
    "0/2025",
    "Quý V/2025",
    "Quý IIII/2025",
    "25",
    "1925",
    "2026 - 2025",
    "2025 - 2025",
    "3/25",
    " 3/2025",
    "Trước năm 2030",
    "thường xuyên",
    "Triển khai sau khi trời sáng",
    "Triển khai sau khi Nghị định",
    "Triển khai sau khi có Nghị định và mặt trời",
    "Triển khai sau khi Công ty được phê duyệt",
    "Từ 13/2025, theo hướng dẫn của Bộ Khoa học và Công nghệ.",
  ])("is not %j", (text) => {
    expect(() => readDeadline(text)).toThrow(DeadlineNotUnderstood)
    expect(() => readDeadline(text)).toThrow(JSON.stringify(text))
  })
})

describe("the 144 deadlines of the plan", () => {
  const ofKind = (...kinds: DeadlineKind[]) => tasks.filter(({ deadline }) => kinds.includes(deadline.kind))

  test("name a month or quarter in 23, a year or range in 31; 34 recur or never end, 55 wait, one has phases", () => {
    expect(ofKind("MONTH", "QUARTER")).toHaveLength(23)
    expect(ofKind("YEAR", "YEAR_RANGE")).toHaveLength(31)
    expect(ofKind("OPEN_ENDED", "CONTINUOUS", "ANNUAL")).toHaveLength(34)
    expect(ofKind("AFTER_TRIGGER", "ON_GUIDANCE")).toHaveLength(55)
    expect(ofKind("PHASED").map(({ code }) => code)).toEqual(["97"])
  })

  test("are of these kinds", () => {
    const counts = Object.fromEntries(
      [...Map.groupBy(tasks, ({ deadline }) => deadline.kind)].map(([kind, rows]) => [kind, rows.length]),
    )
    expect(counts).toEqual({
      MONTH: 18,
      QUARTER: 5,
      YEAR: 28,
      YEAR_RANGE: 3,
      OPEN_ENDED: 15,
      CONTINUOUS: 14,
      ANNUAL: 5,
      AFTER_TRIGGER: 38,
      ON_GUIDANCE: 17,
      PHASED: 1,
    })
  })

  test("have a due date when they name a day's month, quarter or year, and await something when they do not", () => {
    for (const { deadline } of tasks) {
      const dated = ["MONTH", "QUARTER", "YEAR", "YEAR_RANGE"].includes(deadline.kind)
      const waits = ["AFTER_TRIGGER", "ON_GUIDANCE"].includes(deadline.kind)
      expect(deadline.dueOn !== null).toBe(dated)
      expect(deadline.triggers.length > 0).toBe(waits)
    }
  })

  test("wait for two events in one task, 56: both must happen", () => {
    expect(tasks.filter(({ deadline }) => deadline.triggers.length > 1).map(({ code }) => code)).toEqual([
      "56",
    ])
    expect(deadlineOf("56").triggers).toEqual([
      {
        kind: "RESOLUTION",
        title: "Nghị quyết Chính phủ",
        issuer: "Chính phủ",
        event: "ISSUED",
        notBefore: null,
      },
      {
        kind: "DECISION",
        title: "Quyết định của Thủ tướng Chính phủ",
        issuer: "Thủ tướng Chính phủ",
        event: "ISSUED",
        notBefore: null,
      },
    ])
  })

  test("wait for guidance not before June 2025 in task 11", () => {
    expect(deadlineOf("11").triggers).toEqual([
      {
        kind: "GUIDANCE",
        title: "Hướng dẫn của Bộ Khoa học và Công nghệ",
        issuer: "Bộ Khoa học và Công nghệ",
        event: "GUIDED",
        notBefore: "2025-06-01",
      },
    ])
  })
})
