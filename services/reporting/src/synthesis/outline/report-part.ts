import type { SynthesisTable } from "../tables.ts"
import type { Piece } from "./figure.ts"

/**
 * What of the report commentary is written to: a part by its name, a section of the plan by its numeral, e.g.
 * "SECTION_IV". The opening has none.
 */
export type PartKey = (typeof WHOLE_PARTS)[number] | `SECTION_${string}`

/** The parts of every report, besides the sections of the plan. */
export const WHOLE_PARTS = [
  "DIRECTION",
  "ASSESSMENT",
  "INDICATORS",
  "AGENCIES",
  "FUNDS",
  "OBSTACLES",
  "NEXT_PERIOD",
  "CLOSING",
] as const

/** The numeral of the section of the plan that a key names; null where it names none. */
export function sectionOf(key: string): string | null {
  return /^SECTION_([IVXLC]+)$/.exec(key)?.[1] ?? null
}

/** Whether it may be the key of a part. */
export function isPartKey(key: string): key is PartKey {
  return WHOLE_PARTS.some((part) => part === key) || sectionOf(key) !== null
}

/** A part of the report, as it is read: its heading, what is generated from the data, then what people wrote. */
export interface ReportPart {
  /** null where nobody writes to it. */
  key: PartKey | null
  /** null: it stands without one. */
  heading: string | null
  /** Of what is generated. */
  blocks: readonly PartBlock[]
}

/** A generated piece of a part. */
export type PartBlock =
  | { kind: "SENTENCE"; pieces: readonly Piece[] }
  | { kind: "SUBHEADING"; text: string }
  | { kind: "TABLE"; table: SynthesisTable }
