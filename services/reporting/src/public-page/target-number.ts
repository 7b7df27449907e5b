/**
 * The number that a target names, as a mark on a chart, e.g. "≥ 0,85" → 0.85; null where it names none, or more than one. It
 * decides nothing: how an indicator stands is assessed elsewhere.
 */
export function targetNumberOf(text: string): number | null {
  const number = /^\s*[≥≤><]?\s*(\d+(?:,\d+)?)\s*%?\s*$/u.exec(text)?.[1]
  return number === undefined ? null : Number(number.replace(",", "."))
}
