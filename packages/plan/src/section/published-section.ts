import type { Lines } from "../text/text-line.ts"

/** A group of tasks in Annex II. */
export interface PublishedSection {
  /** "I" … "VII" */
  numeral: string
  title: string
  /** From 1. */
  position: number
  lines: Lines
}

/** The sections of Annex II: all of them, in this order. */
export const SECTION_NUMERALS: readonly string[] = ["I", "II", "III", "IV", "V", "VI", "VII"]

/** Whether a cell is the number of a section. */
export function isNumeral(text: string): boolean {
  return /^[IVX]+$/.test(text)
}
