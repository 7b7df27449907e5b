import type { TargetKind } from "./target-kind.ts"

/**
 * What the figures of an indicator are; decides which of them can be true.
 *
 * - SHARE: per cent of a whole
 * - GROWTH: per cent a year; may be negative
 * - CONTRIBUTION: per cent of a growth; negative or above 100 where the growth is small
 * - RANK: a place in a ranking
 * - COUNT: a number of things
 * - INDEX: an index between 0 and 1
 * - RATIO: so many to each thousand or ten thousand
 * - DONE_OR_NOT: 1 when it is done, 0 while it is not
 * - WORDS: no figure at all
 */
export type Measure =
  | "SHARE"
  | "GROWTH"
  | "CONTRIBUTION"
  | "RANK"
  | "COUNT"
  | "INDEX"
  | "RATIO"
  | "DONE_OR_NOT"
  | "WORDS"

/** What of an indicator says what its figures are. */
export interface MeasuredRow {
  name: string
  /** As printed; null where the cell is empty. */
  unit: string | null
  target: { kind: TargetKind }
}

/**
 * What the figures of an indicator are, read from its unit.
 * Source: Plan 43/KH-UBND, Annex I, columns “Chỉ tiêu” and “Đơn vị”; DOMAIN for row 23, whose unit is “Thành phố”.
 */
export function measureOf({ name, unit, target }: MeasuredRow): Measure {
  if (unit === null || target.kind === "NONE") return "WORDS"
  if (unit === "Thứ bậc") return "RANK"
  if (unit === "Thành phố") return "DONE_OR_NOT"
  if (unit.startsWith("%/")) return "GROWTH"
  if (unit.startsWith("%")) return name.startsWith("Tỷ lệ đóng góp") ? "CONTRIBUTION" : "SHARE"
  if (unit.startsWith("Chỉ số")) return "INDEX"
  return unit.includes("/") ? "RATIO" : "COUNT"
}

/** Which figures can be true. */
export interface PossibleFigures {
  least: number | null
  most: number | null
  whole: boolean
}

const ANY = { least: null, most: null, whole: false }

const POSSIBLE: Readonly<Record<Exclude<Measure, "WORDS">, PossibleFigures>> = {
  SHARE: { least: 0, most: 100, whole: false },
  GROWTH: { ...ANY, least: -100 },
  CONTRIBUTION: ANY,
  RANK: { least: 1, most: null, whole: true },
  COUNT: { least: 0, most: null, whole: true },
  INDEX: { least: 0, most: 1, whole: false },
  RATIO: { ...ANY, least: 0 },
  DONE_OR_NOT: { least: 0, most: 1, whole: true },
}

/** The figures that can be true of a measure; null where it takes none. */
export function possibleFigures(measure: Measure): PossibleFigures | null {
  return measure === "WORDS" ? null : POSSIBLE[measure]
}
