/**
 * How long the city has waited, or waited, for a document.
 * @param since "YYYY-MM-DD"
 * @param until "YYYY-MM-DD"
 * @returns whole days, never negative
 */
export function waitingDays(since: string, until: string): number {
  return Math.max(0, Math.round((Date.parse(until) - Date.parse(since)) / 86_400_000))
}
