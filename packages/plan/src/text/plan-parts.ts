import type { IssueList } from "./plan-text-invalid.ts"
import { quoted } from "./plan-text-invalid.ts"
import type { TextLine } from "./text-line.ts"

/** The plan cut at its headings; the heading itself belongs to no part. */
export interface PlanParts {
  /** The table of properties before the letterhead. */
  properties: TextLine[]
  letterhead: TextLine[]
  purposes: TextLine[]
  measures: TextLine[]
  obligations: TextLine[]
  indicators: TextLine[]
  tasks: TextLine[]
}

const LETTERHEAD = /^ỦY BAN NHÂN DÂN$/

/** Headings that divide the complete run of the text, in printed order. */
const HEADINGS = [
  { heading: /^I\. MỤC ĐÍCH, YÊU CẦU$/, printed: "I. MỤC ĐÍCH, YÊU CẦU", repeats: true },
  { heading: /^II\. NHIỆM VỤ CỤ THỂ$/, printed: "II. NHIỆM VỤ CỤ THỂ", repeats: true },
  { heading: /^III\. TỔ CHỨC THỰC HIỆN$/, printed: "III. TỔ CHỨC THỰC HIỆN", repeats: false },
  { heading: /^PHỤ LỤC I[.:]?$/, printed: "PHỤ LỤC I.", repeats: false },
  { heading: /^PHỤ LỤC II[.:]?$/, printed: "PHỤ LỤC II:", repeats: false },
] as const

/**
 * Finds the parts of the plan. The published file prints the beginning of the text twice: the last letterhead opens
 * the complete run, and what an earlier one opens must say the same, line by line.
 * @returns null when a heading is missing, repeated or out of order; the issues say which
 */
export function planPartsOf(lines: readonly TextLine[], issues: IssueList): PlanParts | null {
  const runs = lines.flatMap((line, index) => (LETTERHEAD.test(line.text) ? [index] : []))
  const complete = runs.at(-1)
  if (complete === undefined) {
    issues.add("PART_MISSING", null, "Thiếu phần đầu văn bản (dòng “ỦY BAN NHÂN DÂN”).")
    return null
  }
  for (const [position, start] of runs.slice(0, -1).entries())
    if (!saysTheSame(lines.slice(start, runs[position + 1]), lines.slice(complete), issues)) return null

  const starts: number[] = []
  for (const { heading, printed, repeats } of HEADINGS) {
    const places = lines.flatMap((line, index) => (heading.test(line.text) ? [index] : []))
    const inRun = places.filter((index) => index > complete)
    const [place] = inRun
    if (place === undefined) issues.add("PART_MISSING", null, `Thiếu đề mục ${quoted(printed)}.`)
    else if (inRun.length > 1 || (!repeats && places.length > 1))
      issues.add(
        "PART_REPEATED",
        (places.at(-1) ?? place) + 1,
        `Đề mục ${quoted(printed)} xuất hiện nhiều lần.`,
      )
    else if (place < (starts.at(-1) ?? 0))
      issues.add("PART_OUT_OF_ORDER", place + 1, `Đề mục ${quoted(printed)} đứng sai thứ tự.`)
    else starts.push(place)
  }
  const [purposes, measures, obligations, indicators, tasks] = starts
  if (
    purposes === undefined ||
    measures === undefined ||
    obligations === undefined ||
    indicators === undefined ||
    tasks === undefined
  )
    return null
  return {
    properties: lines.slice(0, runs[0]),
    letterhead: lines.slice(complete, purposes),
    purposes: lines.slice(purposes + 1, measures),
    measures: lines.slice(measures + 1, obligations),
    obligations: lines.slice(obligations + 1, indicators),
    indicators: lines.slice(indicators + 1, tasks),
    tasks: lines.slice(tasks + 1),
  }
}

function saysTheSame(repeat: readonly TextLine[], complete: readonly TextLine[], issues: IssueList): boolean {
  const different = repeat.findIndex((line, index) => line.text !== complete[index]?.text)
  const line = repeat[different]
  if (line === undefined) return true
  const counterpart = complete[different]?.number
  issues.add(
    "REPEAT_DIFFERS",
    line.number,
    `Đoạn lặp lại ở đầu tệp khác bản đầy đủ${counterpart === undefined ? "" : ` (dòng ${counterpart})`}: ` +
      "hãy bỏ đoạn lặp hoặc sửa cả hai chỗ như nhau.",
  )
  return false
}
