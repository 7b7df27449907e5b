/** What people see of a number. */
export type NumberShown = "NUMBER" | "DATE" | "PERCENT"

/** Formats that programs know by number, and that show a day or a percentage. Source: ISO/IEC 29500-1, 18.8.30. */
const DAYS: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
])
const PERCENTAGES: ReadonlySet<number> = new Set([9, 10])

/** What a number format shows a number as. @param code e.g. "dd/mm/yyyy"; absent of a known number */
export function numberShown(id: number, code: string | undefined): NumberShown {
  if (code === undefined) return DAYS.has(id) ? "DATE" : PERCENTAGES.has(id) ? "PERCENT" : "NUMBER"
  const shown = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, "")
  if (/[dy]/i.test(shown) && !/general/i.test(shown)) return "DATE"
  return shown.includes("%") ? "PERCENT" : "NUMBER"
}
