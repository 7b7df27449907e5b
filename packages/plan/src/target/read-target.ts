import { namesABody } from "../table/names-a-body.ts"
import type { TargetKind, TargetReading } from "./target-reading.ts"

/** The text has none of the forms in which the plan prints targets. */
export class TargetNotUnderstood extends RangeError {
  constructor(readonly text: string) {
    super(`Target of no known form: ${JSON.stringify(text)}`)
    this.name = "TargetNotUnderstood"
  }
}

/** Decimal comma, as in "> 0,85". */
const FIGURE = "\\d+(?:,\\d+)?"
const COMPARED = new RegExp(`^([≥>≤]) ?(${FIGURE})%?(?: (.+))?$`)
const RANGE = new RegExp(`^(${FIGURE}) ?[-–] ?(${FIGURE})%?$`)
const VALUE = new RegExp(`^(${FIGURE})%?$`)
const RANK_GROUP = /^Thuộc nhóm .+$/
const DIRECTIVE = /^Theo chỉ đạo của .+$/
/** A description: at least two words and no figure. */
const DESCRIPTION = /^\p{Lu}[^\d≥≤<>%]* [^\d≥≤<>%]+$/u

/**
 * What a target as printed means.
 * @param text the cell "Kết quả", verbatim, e.g. "≥ 80", "16 - 18", "Thuộc nhóm dẫn đầu cả nước", or "" of a heading
 * @throws TargetNotUnderstood when the text has no known form; it names the text
 * Source: Plan 43/KH-UBND, Annex I, column 4.
 */
export function readTarget(text: string): TargetReading {
  if (text === "") return worded("NONE", null)
  const [, comparison, bound, note] = COMPARED.exec(text) ?? []
  if (bound !== undefined) return compared(comparison, numberOf(bound), note ?? null)
  const [, lower, upper] = RANGE.exec(text) ?? []
  if (lower !== undefined && upper !== undefined && numberOf(lower) < numberOf(upper))
    return { kind: "RANGE", minimum: numberOf(lower), maximum: numberOf(upper), note: null }
  const value = VALUE.exec(text)?.[1]
  if (value !== undefined) return { kind: "VALUE", minimum: numberOf(value), maximum: null, note: null }
  if (DIRECTIVE.test(text)) return worded("DIRECTIVE", text)
  if (RANK_GROUP.test(text)) return worded("RANK_GROUP", text)
  if (DESCRIPTION.test(text) && !namesABody(text)) return worded("QUALITATIVE", text)
  throw new TargetNotUnderstood(text)
}

/** Whether a cell can only be a target: in the column of units it would be out of place. */
export function isSurelyATarget(text: string): boolean {
  return [COMPARED, RANGE, VALUE, RANK_GROUP, DIRECTIVE].some((form) => form.test(text))
}

function compared(comparison: string | undefined, bound: number, note: string | null): TargetReading {
  if (comparison === "≤") return { kind: "AT_MOST", minimum: null, maximum: bound, note }
  return { kind: comparison === ">" ? "MORE_THAN" : "AT_LEAST", minimum: bound, maximum: null, note }
}

function worded(kind: TargetKind, note: string | null): TargetReading {
  return { kind, minimum: null, maximum: null, note }
}

function numberOf(figure: string): number {
  return Number(figure.replace(",", "."))
}
