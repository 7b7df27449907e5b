import { type IssueList, quoted } from "./plan-text-invalid.ts"
import type { TextLine } from "./text-line.ts"

const NUMBERED = /^\d+\.(?:\d+\.?)? /

/** Whether a line is what the plan prints as running text: no cell of a table, no numbered paragraph. */
export function isProse(line: TextLine): boolean {
  return !line.text.includes("|") && !NUMBERED.test(line.text)
}

/** Lines between headings that the product does not keep; a row or paragraph astray among them is an issue. */
export function expectProse(lines: readonly TextLine[], issues: IssueList): void {
  for (const line of lines)
    if (!isProse(line))
      issues.add(
        "ROW_MISPLACED",
        line.number,
        `Dòng ${quoted(line.text)} không thuộc về đoạn này: bị lạc chỗ.`,
      )
}
