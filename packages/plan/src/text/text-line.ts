import { LARGEST_PLAN_BYTES } from "./decode-plan.ts"
import type { IssueList } from "./plan-text-invalid.ts"

/** A line of the published text. */
export interface TextLine {
  /** Counted from 1. */
  number: number
  /** Without its line end and spaces before it. */
  text: string
}

/** A stretch of the published text, counted from line 1; both ends belong to it. */
export interface Lines {
  first: number
  last: number
}

/**
 * Everything invisible but the tab, and the sign that stands for what could not be decoded: no printed text holds it,
 * it shows a broken file or a wrong encoding, and it makes equal words differ.
 */
const BROKEN_CHARACTERS = /[[\p{C}\p{Zl}\p{Zp}\ufffd]--\t]/v

/**
 * Cuts a text into its lines, whichever line ends it has.
 * Characters that show a broken file (control and other invisible characters, replacement characters, half of a pair,
 * letters that are composed in another way than the text compares them) are issues.
 */
export function linesOf(text: string, issues: IssueList): TextLine[] {
  if (text.trim() === "") {
    issues.add("EMPTY", null, "Văn bản rỗng: cần toàn văn Kế hoạch 43/KH-UBND.")
    return []
  }
  if (text.length > LARGEST_PLAN_BYTES) {
    issues.add("TOO_LARGE", null, `Văn bản dài ${text.length} ký tự: đây không phải văn bản kế hoạch.`)
    return []
  }
  const lines = text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ number: index + 1, text: line.trimEnd() }))
  while (lines.at(-1)?.text === "") lines.pop()
  for (const line of lines) {
    if (BROKEN_CHARACTERS.test(line.text))
      issues.add("CONTROL_CHARACTER", line.number, "Dòng chứa ký tự hỏng: tệp bị lỗi hoặc sai bảng mã.")
    if (line.text.normalize("NFC") !== line.text)
      issues.add(
        "NOT_NFC",
        line.number,
        "Dòng dùng dấu tổ hợp rời: hãy chuyển văn bản sang Unicode dựng sẵn (NFC).",
      )
  }
  return lines
}
