import type { CalendarDate } from "@plan43/calendar"
import { expect, test } from "vitest"
import {
  type LetterContent,
  type ListedTask,
  letterText,
  reminderLetterOf,
  stateInWords,
} from "./letter-text.ts"

const day = (text: string) => text as CalendarDate

const late: ListedTask = {
  code: "20",
  title: "Xây dựng đề án",
  status: "OVERDUE",
  dueOn: day("2025-09-30"),
  silentSince: null,
  ordinal: 2,
}
const silent: ListedTask = {
  ...late,
  code: "21",
  status: "IN_PROGRESS",
  dueOn: null,
  silentSince: day("2025-06-01"),
}

const content: LetterContent = {
  letter: {
    number: 12,
    symbol: "SKHCN-KHTC",
    datedOn: day("2026-11-26"),
    answerBy: day("2026-12-06"),
    signerOffice: "Giám đốc",
    signerName: "Nguyễn Văn A",
    asOf: day("2026-11-26"),
  },
  agencyName: "Sở Tài chính",
  plans: [{ number: "43/KH-UBND", issuedOn: day("2025-02-17"), issuer: "UBND Thành phố" }],
  items: [late, silent, { ...late, code: "22", silentSince: day("2025-03-01") }],
}

test("a letter counts what is late and what nobody reported, and asks for an answer by a day", () => {
  const { about, opening, closing } = letterText(content)
  expect(about).toBe("đôn đốc thực hiện nhiệm vụ tại Kế hoạch số 43/KH-UBND")
  expect(opening).toContain("Kế hoạch số 43/KH-UBND ngày 17 tháng 02 năm 2025 của UBND Thành phố")
  expect(opening).toContain("Sở Tài chính còn 2 nhiệm vụ đã quá hạn, 2 nhiệm vụ chưa có báo cáo tiến độ")
  expect(closing).toContain("trước ngày 06 tháng 12 năm 2026")
})

test("a letter does not speak of what there is none of", () => {
  expect(letterText({ ...content, items: [late] }).opening).not.toContain("chưa có báo cáo")
  expect(letterText({ ...content, items: [silent] }).opening).not.toContain("quá hạn")
})

test("each task says how it stands", () => {
  expect(stateInWords(late)).toBe("Quá hạn")
  expect(stateInWords(silent)).toBe("Chưa báo cáo từ 01/06/2025")
  expect(stateInWords({ ...late, silentSince: day("2025-03-01") })).toBe(
    "Quá hạn\nChưa báo cáo từ 01/03/2025",
  )
})

test("the letter lists every task with its date, state and which reminder it is", () => {
  const { number, to, body } = reminderLetterOf(content)
  expect(number).toBe("12/SKHCN-KHTC")
  expect(to).toEqual(["Sở Tài chính"])
  expect(body.map(({ kind }) => kind)).toEqual(["PARAGRAPH", "TABLE", "PARAGRAPH"])
  const [, table] = body
  expect(table).toMatchObject({
    rows: [
      ["1", "20. Xây dựng đề án", "30/09/2025", "Quá hạn", "2"],
      ["2", "21. Xây dựng đề án", "", "Chưa báo cáo từ 01/06/2025", "2"],
      ["3", "22. Xây dựng đề án", "30/09/2025", "Quá hạn\nChưa báo cáo từ 01/03/2025", "2"],
    ],
  })
})

test("a letter about a simulated year says so before anything else", () => {
  const [first] = reminderLetterOf({ ...content, simulated: true }).body
  expect(first).toMatchObject({ kind: "PARAGRAPH", text: expect.stringContaining("DỮ LIỆU MÔ PHỎNG") })
  expect(JSON.stringify(reminderLetterOf(content))).not.toContain("MÔ PHỎNG")
})
