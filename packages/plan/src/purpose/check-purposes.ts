import type { IssueList } from "../text/plan-text-invalid.ts"
import { expectProse } from "../text/prose.ts"
import type { TextLine } from "../text/text-line.ts"

/** Part I is not kept; but its own numbered paragraphs ("1. Mục đích") must be all that is numbered in it. */
export function checkPurposes(lines: readonly TextLine[], issues: IssueList): void {
  let paragraphs = 0
  expectProse(
    lines.filter(({ text }) => {
      if (!text.startsWith(`${paragraphs + 1}. `)) return true
      paragraphs += 1
      return false
    }),
    issues,
  )
}
