/** Formats that programs know by number and that show a day. Source: ISO/IEC 29500-1, 18.8.30. */
const DAYS: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
])

/** Whether a number format shows a number as a calendar date. @param code e.g. "dd/mm/yyyy"; absent of a known number */
export function showsDate(id: number, code: string | undefined): boolean {
  if (code === undefined) return DAYS.has(id)
  const shown = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, "")
  return /[dy]/i.test(shown) && !/general/i.test(shown)
}

/** The last day that programs know, 31 December 9999. */
const LAST_DAY = 2_958_465

/**
 * The day that a number stands for; null where it stands for none, or for a time of a day too early to be told.
 * @param from1904 whether days are counted from 1904, as older programs of Apple did
 */
export function dateOfSerial(serial: number, from1904: boolean): string | null {
  const day = Math.floor(serial) + (from1904 ? 1462 : 0)
  // Until the 60th day programs count a 29 February 1900 that never was.
  if (day <= 60 || day > LAST_DAY) return null
  return new Date(Date.UTC(1899, 11, 30) + day * 86_400_000).toISOString().slice(0, 10)
}
