import type { CalendarDate } from "@plan43/calendar"

/**
 * The place and date of a document, e.g. "Hà Nội, ngày 05 tháng 01 năm 2026".
 * @param date null: the day is left open, to be filled in by hand
 * Source: Decree 30/2020/NĐ-CP, appendix I, part I, section II.4: days below 10 and the months 1 and 2 have a 0 before them.
 */
export function officialDate(place: string, date: CalendarDate | null): string {
  return `${place}, ${date === null ? "ngày … tháng … năm …" : inWords(date)}`
}

/** A day as documents write it, e.g. "ngày 05 tháng 3 năm 2026". */
export function inWords(date: CalendarDate): string {
  const [year, month, day] = date.split("-") as [string, string, string]
  return `ngày ${day} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`
}
