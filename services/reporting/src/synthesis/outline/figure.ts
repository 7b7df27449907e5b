import type { AssessmentState } from "@plan43/indicator-assessment"
import type { TaskStatus } from "@plan43/official-tally"
import { numberInWords, shareInWords } from "../words.ts"

/** What the rows of a figure are. */
export const FigureRowKind = {
  TASK: "TASK",
  INDICATOR: "INDICATOR",
  REPORT: "REPORT",
  OBSTACLE: "OBSTACLE",
  AGENCY: "AGENCY",
  QUESTION: "QUESTION",
} as const
export type FigureRowKind = keyof typeof FigureRowKind

/** What a register of the console is narrowed to, so that it lists the rows of a figure as of the day of the report. */
export interface RegisterFilter {
  status?: readonly TaskStatus[]
  /** Numeral of a section of the plan. */
  section?: string
  /** An agency that leads, with what it took over. */
  leadId?: string
  assessment?: readonly AssessmentState[]
}

/** The rows that a figure counts. */
export interface FigureSource {
  kind: FigureRowKind
  /** In the order of the plan, or by name. */
  ids: readonly string[]
  /** null: no register can be narrowed to them, they are listed one by one. */
  filter: RegisterFilter | null
}

/** A figure in a sentence, and where it comes from. */
export interface Figure {
  /** As it is printed, e.g. "1.234" or "33,3%"; of one that names its only row, the code of that row. */
  text: string
  source: FigureSource
}

/** A piece of a sentence: words, or a figure. */
export type Piece = string | Figure

/** How many rows there are. */
export function countOf(source: FigureSource): Figure {
  return { text: numberInWords(source.ids.length), source }
}

/** How much of a whole the rows are. */
export function shareOf(source: FigureSource, whole: FigureSource): Figure {
  return { text: shareInWords(source.ids.length, whole.ids.length), source }
}

/** Words with figures among them, and other pieces, as a sentence is written: sentence`Có ${figure} nhiệm vụ.` */
export function sentence(
  words: TemplateStringsArray,
  ...values: readonly (Piece | readonly Piece[])[]
): Piece[] {
  const pieces = words.flatMap((text, place): Piece[] => {
    const value = values[place]
    if (value === undefined) return [text]
    return [text, ...(typeof value === "object" && "length" in value ? value : [value])]
  })
  return pieces.filter((piece) => piece !== "")
}

/** Pieces of several things in one, with words between them. */
export function joined(all: readonly (readonly Piece[])[], between: string): Piece[] {
  return all.flatMap((pieces, place) => (place === 0 ? pieces : [between, ...pieces]))
}

/** What is read of pieces. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : piece.text)).join("")
}
