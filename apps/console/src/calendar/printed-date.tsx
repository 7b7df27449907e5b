import { useLingui } from "@lingui/react/macro"

/**
 * A calendar date as it is written on paper.
 * @param date "YYYY-MM-DD"
 * @param language a BCP 47 tag; Vietnamese writes 30/06/2025, English 30 Jun 2025
 */
export function printedDate(date: string, language: string): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number]
  if (language === "vi")
    return `${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}/${String(year).padStart(4, "0")}`
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(Date.UTC(year, month - 1, day))
}

/** A calendar date in the language of the console, readable by programs. */
export function PrintedDate({ date }: { date: string }) {
  const { i18n } = useLingui()
  return <time dateTime={date}>{printedDate(date, i18n.locale)}</time>
}
