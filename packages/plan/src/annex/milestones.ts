import type { PublishedMilestone } from "../published-plan.ts"

const CONTRIBUTION = /Tham mưu góp ý[^.;]*(?:\([^)]*\)[^.;]*)?/

/**
 * The two stages of a task that first contributes to a document and then implements it.
 * @param title e.g. "Tham mưu góp ý sửa đổi Luật …. Triển khai thực hiện khi Luật có hiệu lực."
 * @param deadlineText says when the second stage begins, where the title does not go on
 * @returns both stages, or none
 * Source: DOMAIN.md, "40 rows say “Tham mưu góp ý …”".
 */
export function milestonesOf(title: string, deadlineText: string): PublishedMilestone[] {
  const contribution = CONTRIBUTION.exec(title)
  if (contribution === null) return []
  const after = title
    .slice(contribution.index + contribution[0].length)
    .replace(/^[\s.;]+/, "")
    .trim()
  return [
    { kind: "CONTRIBUTION", text: contribution[0].trim() },
    { kind: "IMPLEMENTATION", text: after === "" ? deadlineText : after },
  ]
}
