import { setupI18n } from "@lingui/core"
import { expect, test } from "vitest"
import { messages } from "../language/catalogue/vi.po"
import { deadlineReading, type ReadDeadline } from "./deadline-reading.ts"

const vietnamese = setupI18n({ locale: "vi", messages: { vi: messages } })
const read = (deadline: ReadDeadline) => vietnamese._(deadlineReading(deadline, "vi"))

test("a month, a quarter and a year are due on their last day", () => {
  expect(read({ kind: "MONTH", dueOn: "2025-03-31" })).toBe("Hạn cuối 31/03/2025")
  expect(read({ kind: "QUARTER", dueOn: "2025-09-30" })).toBe("Hạn cuối 30/09/2025")
})

test("a range of years names both ends", () => {
  expect(read({ kind: "YEAR_RANGE", startsOn: "2025-01-01", dueOn: "2026-12-31" })).toBe(
    "Từ 01/01/2025 đến hết 31/12/2026",
  )
})

test("a yearly duty is due at the end of the year under way", () => {
  expect(read({ kind: "ANNUAL", dueOn: "2026-12-31" })).toBe("Hằng năm; kỳ này đến hết 31/12/2026")
})

test("what waits for a document has no date until the document is recorded", () => {
  expect(read({ kind: "AFTER_TRIGGER" })).toBe("Chưa có hạn: chờ văn bản được ghi nhận")
  expect(read({ kind: "AFTER_TRIGGER", dueOn: "2026-03-31" })).toBe("Hạn cuối 31/03/2026")
})

test("guidance may not come before a day that the plan names", () => {
  expect(read({ kind: "ON_GUIDANCE", startsOn: "2025-06-01" })).toBe(
    "Chưa có hạn: chờ hướng dẫn, không sớm hơn 01/06/2025",
  )
})

test("continuous work is never due", () => {
  expect(read({ kind: "CONTINUOUS" })).toContain("Không có hạn cuối")
})
