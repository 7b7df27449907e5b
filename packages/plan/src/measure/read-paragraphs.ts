import type { PublishedMeasure, PublishedObligation } from "../published-plan.ts"
import { invalid } from "../text/plan-text-invalid.ts"
import type { TextLines } from "../text/text-lines.ts"

const HEADING = /^(\d+)\. (\S.*)$/
const MEASURE = /^(\d+)\.(\d+) (\S.*)$/
const FIRST_HEADING = /^1\. /
/** Stands at the end of the last obligation, and closes a document of the administration. */
const CLOSING = "./."

/**
 * Part II: measures under numbered headings, all numbers consecutive.
 * @throws PlanTextInvalid naming the line that is not as it must be
 */
export function readMeasures(part: TextLines): PublishedMeasure[] {
  const measures: PublishedMeasure[] = []
  let heading: { number: number; text: string } | null = null
  let measure = 0
  let begin = 0
  while (begin < part.count && !FIRST_HEADING.test(part.at(begin))) begin++
  for (let index = begin; index < part.count; index++) {
    const line = part.lineNumber(index)
    const [, under, number, text] = MEASURE.exec(part.at(index)) ?? []
    if (text !== undefined) {
      if (heading === null || Number(under) !== heading.number || Number(number) !== measure + 1)
        return invalid(
          "ROW_NUMBER_UNEXPECTED",
          `giải pháp ${under}.${number} không nối tiếp ${heading?.number ?? "đầu phần"}.${measure}`,
          { line },
        )
      measure += 1
      measures.push({
        number: `${under}.${number}`,
        heading: heading.text,
        text,
        lines: { first: line, last: line },
      })
      continue
    }
    const [, headingNumber, headingText] = HEADING.exec(part.at(index)) ?? []
    if (headingText === undefined)
      return invalid("LINE_UNEXPECTED", "cần một mục “1.” hoặc một giải pháp “1.1”", { line })
    if (Number(headingNumber) !== (heading?.number ?? 0) + 1 || (heading !== null && measure === 0))
      invalid("ROW_NUMBER_UNEXPECTED", `mục ${headingNumber} không nối tiếp mục ${heading?.number ?? 0}`, {
        line,
      })
    heading = { number: Number(headingNumber), text: headingText }
    measure = 0
  }
  if (heading === null || measure === 0)
    invalid("PART_MISSING", "phần II không có giải pháp nào, hoặc mục cuối bị cắt", {
      line: part.lineNumber(0),
    })
  return measures
}

/**
 * Part III: obligations, numbers consecutive, the last one closed by “./.”.
 * @throws PlanTextInvalid naming the line that is not as it must be
 */
export function readObligations(part: TextLines): PublishedObligation[] {
  const obligations: PublishedObligation[] = []
  for (let index = 0; index < part.count; index++) {
    const line = part.lineNumber(index)
    const [, number, text] = HEADING.exec(part.at(index)) ?? []
    if (text !== undefined) {
      if (Number(number) !== obligations.length + 1)
        invalid("ROW_NUMBER_UNEXPECTED", `mục ${number} không nối tiếp mục ${obligations.length}`, { line })
      obligations.push({ number: String(number), text, lines: { first: line, last: line } })
    } else if (!isFrame(part, index)) {
      invalid("LINE_UNEXPECTED", "cần một mục “1.”, “2.” …", { line })
    }
  }
  if (obligations.at(-1)?.text.endsWith(CLOSING) !== true)
    invalid("TEXT_TRUNCATED", `mục cuối của phần III phải kết thúc bằng “${CLOSING}”`, {
      line: part.lineNumber(0),
    })
  return obligations
}

/** The reference to Annex II before the first obligation, and the empty cell after the last. */
function isFrame(part: TextLines, index: number): boolean {
  return index === 0 ? part.at(index).startsWith("(") : index === part.count - 1 && part.at(index) === "|"
}
