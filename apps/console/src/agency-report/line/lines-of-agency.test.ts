import { expect, test } from "vitest"
import { linesOfAgencyItself } from "./lines-of-agency.ts"

const line = { answer: "NO_CHANGE" as const, enteredBy: null, workbook: null, returnedFields: [] }
const workbook = { id: "tep", file: null }

test("a line that came from paper or a file, or has no answer, is none of its agency's own", () => {
  const lines = [
    { ...line, id: "tự ghi" },
    { ...line, id: "từ giấy", enteredBy: "Điều phối viên" },
    { ...line, id: "từ tệp", workbook },
    { ...line, id: "chưa trả lời", answer: null },
  ]
  expect(linesOfAgencyItself(lines)).toEqual(["tự ghi"])
})

test("after a return only what was returned is looked at", () => {
  const returned = {
    ...line,
    id: "trả lại",
    returnedFields: [{ field: "ANSWER" as const, reason: "Chưa rõ" }],
  }
  expect(linesOfAgencyItself([{ ...line, id: "đã duyệt trước" }, returned])).toEqual(["trả lại"])
})
