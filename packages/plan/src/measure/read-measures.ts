import { type IssueList, quoted } from "../text/plan-text-invalid.ts"
import { expectProse } from "../text/prose.ts"
import type { Lines, TextLine } from "../text/text-line.ts"

/** A measure of part II, e.g. 1.4. */
export interface PublishedMeasure {
  /** "1.1" … "7.5" */
  number: string
  /** The text of the paragraph "1." … "7." under which it stands. */
  heading: string
  /** Verbatim, without the number. */
  text: string
  lines: Lines
}

const HEADING = /^(\d+)\. (.+)$/
const MEASURE = /^(\d+)\.(\d+)\.? (.+)$/

/** Part II has as many groups as Annex II has sections. */
const GROUPS = 7

/** Reads part II: an introduction, then numbered groups of numbered measures and nothing else. */
export function readMeasures(lines: readonly TextLine[], issues: IssueList): PublishedMeasure[] {
  const begin = lines.findIndex(({ text }) => HEADING.test(text))
  expectProse(begin === -1 ? lines : lines.slice(0, begin), issues)
  const measures: PublishedMeasure[] = []
  let group = 0
  let heading = ""
  let inGroup = 0
  const closeGroup = (line: number) => {
    if (group > 0 && inGroup === 0)
      issues.add("SECTION_EMPTY", line, `Phần II, mục ${group} không có giải pháp nào.`)
  }
  for (const { number: line, text } of begin === -1 ? [] : lines.slice(begin)) {
    const [, headingNumber, headingText] = HEADING.exec(text) ?? []
    const [, measureGroup, measureNumber, measureText] = MEASURE.exec(text) ?? []
    if (headingNumber !== undefined && headingText !== undefined) {
      closeGroup(line)
      group += 1
      inGroup = 0
      heading = headingText
      if (Number(headingNumber) !== group) return outOfOrder(`${group}.`, `${headingNumber}.`, line, issues)
    } else if (measureText !== undefined) {
      inGroup += 1
      const expected = `${group}.${inGroup}`
      const found = `${measureGroup}.${measureNumber}`
      if (found !== expected) return outOfOrder(expected, found, line, issues)
      measures.push({ number: found, heading, text: measureText, lines: { first: line, last: line } })
    } else issues.add("UNEXPECTED_LINE", line, `Phần II: dòng ${quoted(text)} không có số thứ tự.`)
  }
  closeGroup(lines.at(-1)?.number ?? 0)
  if (group !== GROUPS)
    issues.add(
      "SECTION_MISSING",
      lines.at(-1)?.number ?? null,
      `Phần II có ${group} nhóm giải pháp, đúng phải là ${GROUPS}.`,
    )
  return measures
}

function outOfOrder(expected: string, found: string, line: number, issues: IssueList): [] {
  issues.add("NUMBER_MISSING", line, `Phần II: chờ đọc mục ${expected} nhưng gặp mục ${found}.`)
  return []
}
