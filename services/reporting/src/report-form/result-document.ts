import { type CalendarDate, calendarDateOf, inFigures } from "@plan43/calendar"

/** A document's number, and the day of its date; either may be missing. */
export interface DocumentCells {
  number: string | null
  issuedOn: CalendarDate | null
}

/** The words of a line on the document of its result, as two cells hold them, e.g. "số 12/BC-STC ngày 30/05/2026". */
export function documentCells(words: string | null): DocumentCells {
  if (words === null) return { number: null, issuedOn: null }
  const [, number, day, month, year] = /^(.+?),? ngày (\d{1,2})\/(\d{1,2})\/(\d{4})$/s.exec(words) ?? []
  const issuedOn =
    number === undefined ? null : dateOf(`${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`)
  return issuedOn === null ? { number: words, issuedOn: null } : { number: number as string, issuedOn }
}

/** The two cells in the words of a line. */
export function documentWords({ number, issuedOn }: DocumentCells): string | null {
  if (number === null) return null
  return issuedOn === null ? number : `${number} ngày ${inFigures(issuedOn)}`
}

/** @returns null where there is no such day */
export function dateOf(text: string): CalendarDate | null {
  try {
    return calendarDateOf(text)
  } catch {
    return null
  }
}
