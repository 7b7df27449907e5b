import { describe, expect, test } from "vitest"
import { publishedPlanText, readPlan } from "../index.ts"
import { readTriggers } from "./read-triggers.ts"
import type { TriggerEvent, TriggerKind } from "./trigger-reading.ts"

const { tasks } = readPlan(publishedPlanText())

function titlesAwaitedBy(code: string): string[] | undefined {
  return tasks.find((task) => task.code === code)?.deadline.triggers.map(({ title }) => title)
}

describe("what follows “sau khi”", () => {
  test.each<[words: string, kind: TriggerKind, title: string, issuer: string | null, event: TriggerEvent]>([
    ["Nghị định có hiệu lực", "DECREE", "Nghị định", null, "IN_FORCE"],
    ["các Luật có hiệu lực", "LAW", "các Luật", null, "IN_FORCE"],
    ["Luật có hiệu lực", "LAW", "Luật", null, "IN_FORCE"],
    ["chính sách có hiệu lực", "POLICY", "chính sách", null, "IN_FORCE"],
    ["cơ chế, chính sách có hiệu lực", "POLICY", "cơ chế, chính sách", null, "IN_FORCE"],
    ["quy định mới có hiệu lực", "REGULATION", "quy định mới", null, "IN_FORCE"],
    ["Đề án được phê duyệt", "SCHEME", "Đề án", null, "APPROVED"],
    ["Đề án được Thủ tướng Chính phủ phê duyệt", "SCHEME", "Đề án", "Thủ tướng Chính phủ", "APPROVED"],
    ["Thủ tướng Chính phủ phê duyệt Đề án", "SCHEME", "Đề án", "Thủ tướng Chính phủ", "APPROVED"],
    ["Đề án của Bộ Nội vụ được phê duyệt", "SCHEME", "Đề án của Bộ Nội vụ", "Bộ Nội vụ", "APPROVED"],
    ["Chương trình được Chính phủ ban hành", "PROGRAMME", "Chương trình", "Chính phủ", "ISSUED"],
    ["Chính phủ ban hành Nghị quyết", "RESOLUTION", "Nghị quyết", "Chính phủ", "ISSUED"],
    ["Chiến lược được phê duyệt", "STRATEGY", "Chiến lược", null, "APPROVED"],
    ["bộ tiêu chí được phê duyệt", "CRITERIA", "bộ tiêu chí", null, "APPROVED"],
    [
      "Quyết định của Thủ tướng Chính phủ ban hành",
      "DECISION",
      "Quyết định của Thủ tướng Chính phủ",
      "Thủ tướng Chính phủ",
      "ISSUED",
    ],
    [
      "có Quyết định phê duyệt của Thủ tướng Chính phủ",
      "DECISION",
      "Quyết định phê duyệt của Thủ tướng Chính phủ",
      "Thủ tướng Chính phủ",
      "ISSUED",
    ],
    [
      "có văn bản hướng dẫn của Trung ương",
      "GUIDANCE",
      "văn bản hướng dẫn của Trung ương",
      "Trung ương",
      "GUIDED",
    ],
    ["có hướng dẫn", "GUIDANCE", "hướng dẫn", null, "GUIDED"],
  ])("%j awaits a %s", (words, kind, title, issuer, event) => {
    expect(readTriggers(words)).toEqual([{ kind, title, issuer, event, notBefore: null }])
  })

  test.each([
    "mặt trời có hiệu lực",
    "có mặt trời",
    "có Nghị định và mặt trời",
    "Nghị định",
    "Luậtx có hiệu lực",
    "Bộ Nội vụ phê duyệt Đề án",
  ])("%j awaits no document that is known", (words) => {
    expect(readTriggers(words)).toBeNull()
  })
})

describe("an awaited document", () => {
  test.each([
    [
      "31",
      "Nghị định quy định việc người nước ngoài vào làm quản lý, giảng dạy, nghiên cứu khoa học và trao đổi học thuật tại các cơ sở giáo dục của Việt Nam",
    ],
    [
      "32",
      "Nghị định sửa đổi, bổ sung Nghị định số 109/2022/NĐ-CP quy định hoạt động khoa học và công nghệ trong các cơ sở giáo dục đại học",
    ],
    ["29", "Nghị định của Chính phủ"],
    ["87", "Nghị định của Chính phủ hướng dẫn thực hiện khoản 4 Điều 23 Luật Thủ đô năm 2024"],
    ["91", "Chiến lược giáo dục đại học"],
    ["123", "Bộ tiêu chí đánh giá mức độ chuyển đổi số doanh nghiệp"],
    ["6", "Đề án của Bộ Nội vụ"],
    ["100", "Chương trình"],
  ])("of task %s is called as the task calls it: %s", (code, title) => {
    expect(titlesAwaitedBy(code)).toEqual([title])
  })

  test("never carries in its name what must happen to it", () => {
    const titles = tasks.flatMap(({ deadline }) => deadline.triggers.map(({ title }) => title))
    expect(titles).toHaveLength(56)
    expect(titles.filter((title) => /có hiệu lực|sau khi|được phê duyệt|được ban hành/.test(title))).toEqual(
      [],
    )
  })
})
