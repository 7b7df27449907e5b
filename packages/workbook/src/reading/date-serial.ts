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
