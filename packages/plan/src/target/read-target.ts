/** How a target is meant. */
export type TargetKind =
  | "AT_LEAST"
  | "MORE_THAN"
  | "AT_MOST"
  | "VALUE"
  | "RANGE"
  | "RANK_GROUP"
  | "QUALITATIVE"
  | "DIRECTIVE"
  | "NONE"

/** What the cell “Kết quả” of an indicator was understood as, in the indicator's unit. */
export interface TargetReading {
  kind: TargetKind
  /** To be reached, or for MORE_THAN exceeded; null where there is none. */
  minimum: number | null
  /** Not to be exceeded by AT_MOST; the upper end of RANGE; null otherwise. */
  maximum: number | null
  /** Words that stand after the figure; null where there are none. */
  note: string | null
}

/** The words have no known form. */
export class TargetNotUnderstood extends Error {
  constructor(readonly text: string) {
    super(`Mục tiêu không thuộc dạng đã biết: ${JSON.stringify(text)}`)
    this.name = "TargetNotUnderstood"
  }
}

const BOUND = /^([≥>≤]) (\d+(?:,\d+)?)%?(?: (.+))?$/
const RANGE = /^(\d+(?:,\d+)?) - (\d+(?:,\d+)?)$/
const VALUE = /^(\d+(?:,\d+)?)%?$/

function decimal(text: string | undefined): number {
  return Number(text?.replace(",", "."))
}

/**
 * Reads the cell “Kết quả” of Annex I.
 * @param text verbatim, e.g. "> 0,85"; empty for a heading of sub-rows
 * @throws TargetNotUnderstood when it holds a figure in no known form
 * Source: Plan 43/KH-UBND, Annex I, column 4; DOMAIN.md, "Annex I: indicators".
 */
export function readTarget(text: string): TargetReading {
  const reading = (kind: TargetKind, figures: Partial<TargetReading> = {}): TargetReading => ({
    kind,
    minimum: null,
    maximum: null,
    note: null,
    ...figures,
  })
  if (text === "") return reading("NONE")

  const bound = BOUND.exec(text)
  if (bound) {
    const [, sign, figure, words] = bound
    const note = words?.replace(/^\((.*)\)$/, "$1") ?? null
    if (sign === "≤") return reading("AT_MOST", { maximum: decimal(figure), note })
    return reading(sign === "≥" ? "AT_LEAST" : "MORE_THAN", { minimum: decimal(figure), note })
  }

  const range = RANGE.exec(text)
  if (range && decimal(range[1]) <= decimal(range[2]))
    return reading("RANGE", { minimum: decimal(range[1]), maximum: decimal(range[2]) })

  const value = VALUE.exec(text)
  if (value) return reading("VALUE", { minimum: decimal(value[1]) })

  if (/[\d≥≤<>]/.test(text)) throw new TargetNotUnderstood(text)
  if (text.startsWith("Thuộc nhóm")) return reading("RANK_GROUP")
  if (text.startsWith("Theo chỉ đạo")) return reading("DIRECTIVE")
  return reading("QUALITATIVE")
}
