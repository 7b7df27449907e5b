/** The forms that a target of Annex I has. */
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

/** A cell "Kết quả" of Annex I and what it means, in the unit of its row. */
export interface TargetReading {
  kind: TargetKind
  /** Lower bound of AT_LEAST, MORE_THAN and RANGE; the figure of VALUE. */
  minimum: number | null
  /** Upper bound of AT_MOST (a rank: lower is better) and RANGE. */
  maximum: number | null
  /** The words after a figure, or in place of one; null where there are none. */
  note: string | null
}
