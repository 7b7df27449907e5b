import { type IssueList, quoted } from "../text/plan-text-invalid.ts"
import { expectProse } from "../text/prose.ts"
import type { Lines, TextLine } from "../text/text-line.ts"

/** A paragraph of part III: who organises, reports, pays. */
export interface PublishedObligation {
  /** "1" … "6" */
  number: string
  /** Verbatim, without the number. */
  text: string
  lines: Lines
}

const OBLIGATION = /^(\d+)\. (.+)$/

/** Reads part III: numbered paragraphs, then the signature, which is printed in capitals. */
export function readObligations(lines: readonly TextLine[], issues: IssueList): PublishedObligation[] {
  const begin = lines.findIndex(({ text }) => OBLIGATION.test(text))
  if (begin === -1) {
    issues.add("SECTION_EMPTY", lines[0]?.number ?? null, "Phần III không có mục nào.")
    return []
  }
  expectProse(lines.slice(0, begin), issues)
  const obligations: PublishedObligation[] = []
  for (const { number: line, text } of lines.slice(begin)) {
    const [, number, obligation] = OBLIGATION.exec(text) ?? []
    if (number === undefined || obligation === undefined) {
      if (text !== text.toUpperCase())
        issues.add("UNEXPECTED_LINE", line, `Phần III: dòng ${quoted(text)} không có số thứ tự.`)
      continue
    }
    if (Number(number) !== obligations.length + 1) {
      issues.add(
        "NUMBER_MISSING",
        line,
        `Phần III: chờ đọc mục ${obligations.length + 1} nhưng gặp mục ${number}.`,
      )
      return []
    }
    obligations.push({ number, text: obligation, lines: { first: line, last: line } })
  }
  return obligations
}
