const DAY_MS = 86_400_000

/**
 * How many days are left until the end of a day.
 * @param day "YYYY-MM-DD"
 * @param today "YYYY-MM-DD"
 * @returns whole days; 0 on the day itself, negative once it is over
 */
export function daysLeft(day: string, today: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS)
}
