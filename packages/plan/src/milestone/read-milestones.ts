import type { DeadlineReading } from "../deadline/deadline-reading.ts"

/** One stage of a task in two: the contribution to a document, then its implementation. */
export interface PublishedMilestone {
  kind: "CONTRIBUTION" | "IMPLEMENTATION"
  /** In the plan's words. */
  text: string
}

const BEGINS_WITH_CONTRIBUTION = /^(?:Tham mưu góp ý,?|Phối hợp tham mưu) /
/** The last sentence that says what is done with the document; one row forgets the full stop before it. */
const LAST_SENTENCE = /^(.*\S)\s+((?:Triển khai|(?<!Sở )Xây dựng|Tham mưu xây dựng|Phối hợp triển khai) .+)$/
const IN_ONE_SENTENCE = /^(.*\S) và (triển khai .+)$/

/**
 * The two stages of a task that begins with a contribution ("Tham mưu góp ý …"). The implementation is the last
 * sentence of its name or, where the name has none, the deadline.
 * @returns both stages, or nothing for a task that has one
 */
export function readMilestones(title: string, deadline: DeadlineReading): PublishedMilestone[] {
  if (!BEGINS_WITH_CONTRIBUTION.test(title)) return []
  const [, contribution, implementation] = LAST_SENTENCE.exec(title) ?? IN_ONE_SENTENCE.exec(title) ?? []
  if (contribution !== undefined && implementation !== undefined) return stages(contribution, implementation)
  return deadline.triggers.length > 0 ? stages(title, deadline.text) : []
}

function stages(contribution: string, implementation: string): PublishedMilestone[] {
  return [
    { kind: "CONTRIBUTION", text: contribution },
    { kind: "IMPLEMENTATION", text: implementation },
  ]
}
