/**
 * The number from which on a target is reached, as a mark on a chart: "≥ 0,85" → 0.85; of a band its lower end, "8 - 10" → 8.
 * It decides nothing: how an indicator stands is assessed elsewhere.
 * @returns null where a target names no such number: in words, or where less is better, as of ranks ("≤ 5 …")
 */
export function targetNumberOf(text: string): number | null {
  const number = /^\s*[≥>]?\s*(\d+(?:,\d+)?)\s*(?:-\s*\d+(?:,\d+)?\s*)?%?\s*$/u.exec(text)?.[1]
  return number === undefined ? null : Number(number.replace(",", "."))
}
