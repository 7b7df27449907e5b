import { invalid } from "./plan-text-invalid.ts"
import type { TextLines } from "./text-lines.ts"

/** The parts of a published plan. */
export interface DividedText {
  header: TextLines
  /** Part II. */
  measures: TextLines
  /** Part III. */
  obligations: TextLines
  /** Annex I, from its column headings. */
  indicators: TextLines
  /** Annex II, from its column headings. */
  tasks: TextLines
}

const BODY_BEGINS = "ỦY BAN NHÂN DÂN"
const PART_II = "II. NHIỆM VỤ CỤ THỂ"
const PART_III = "III. TỔ CHỨC THỰC HIỆN"
const SIGNED = "TM. ỦY BAN NHÂN"
const ANNEX_I = "PHỤ LỤC I."
const ANNEX_II = "PHỤ LỤC II:"
const FIRST_COLUMN = "TT |"

/**
 * Finds the parts. The published text may begin twice; then what stands first must be the beginning of what follows,
 * and the second, complete run is read.
 * @throws PlanTextInvalid
 */
export function divideText(text: TextLines): DividedText {
  const annexI = only(text, ANNEX_I, "ANNEX_MISSING", "ANNEX_REPEATED")
  const annexII = only(text, ANNEX_II, "ANNEX_MISSING", "ANNEX_REPEATED")
  const partIII = only(text, PART_III, "PART_MISSING", "PART_REPEATED")
  const signed = only(text, SIGNED, "PART_MISSING", "PART_REPEATED")
  const bodies = text.placesOf(BODY_BEGINS)
  const body = bodies.at(-1)
  if (body === undefined) return invalid("PART_MISSING", `không thấy dòng “${BODY_BEGINS}” mở đầu văn bản`)
  if (bodies.length > 2)
    invalid("PART_REPEATED", `dòng “${BODY_BEGINS}” có ${bodies.length} lần; nhiều nhất hai`, {
      line: text.lineNumber(bodies[2] ?? 0),
    })
  const first = bodies[0] ?? body
  for (let index = first; index < body; index++)
    if (text.at(index) !== text.at(body + index - first))
      invalid("REPEATED_BLOCK_DIFFERS", "khối mở đầu in hai lần nhưng hai lần không giống nhau", {
        line: text.lineNumber(index),
      })
  const within = text.between(body, text.count)
  const partII = body + only(within, PART_II, "PART_MISSING", "PART_REPEATED")
  const order = [body, partII, partIII, signed, annexI, annexII]
  if (order.some((place, index) => index > 0 && place <= (order[index - 1] ?? 0)))
    invalid("PART_MISSING", "các phần không theo thứ tự II, III, Phụ lục I, Phụ lục II")
  return {
    header: text.between(0, first),
    measures: text.between(partII + 1, partIII),
    obligations: text.between(partIII + 1, signed),
    indicators: fromColumns(text.between(annexI, annexII), ANNEX_I),
    tasks: fromColumns(text.between(annexII, text.count), ANNEX_II),
  }
}

function only(
  text: TextLines,
  wanted: string,
  missing: "ANNEX_MISSING" | "PART_MISSING",
  repeated: "ANNEX_REPEATED" | "PART_REPEATED",
): number {
  const [place, further] = text.placesOf(wanted)
  if (place === undefined) return invalid(missing, `không thấy dòng “${wanted}”`)
  if (further !== undefined)
    invalid(repeated, `dòng “${wanted}” có nhiều hơn một lần`, { line: text.lineNumber(further) })
  return place
}

function fromColumns(annex: TextLines, name: string): TextLines {
  const place = only(annex, FIRST_COLUMN, "ANNEX_MISSING", "ANNEX_REPEATED")
  if (place > 8)
    invalid("ANNEX_MISSING", `“${name}” không có hàng tiêu đề cột`, { line: annex.lineNumber(0) })
  return annex.between(place, annex.count)
}
