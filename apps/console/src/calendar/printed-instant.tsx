import { useLingui } from "@lingui/react/macro"
import { printedDate } from "./printed-date.tsx"

/**
 * An instant by the clock of Hà Nội, to the second.
 * @param instant RFC 3339
 * @param language a BCP 47 tag; Vietnamese writes 10:12:10 26/11/2026, English 10:12:10, 26 Nov 2026
 */
export function printedInstant(instant: string, language: string): string {
  // Swedish writes as ISO 8601 does: "2026-11-26 10:12:10"
  const local = new Intl.DateTimeFormat("sv-SE", {
    dateStyle: "short",
    timeStyle: "medium",
    timeZone: "Asia/Ho_Chi_Minh",
  }).format(new Date(instant))
  const [date, time] = local.split(" ") as [string, string]
  return `${time}${language === "vi" ? "" : ","} ${printedDate(date, language)}`
}

/** An instant in the language of the console, readable by programs. */
export function PrintedInstant({ instant }: { instant: string }) {
  const { i18n } = useLingui()
  return <time dateTime={instant}>{printedInstant(instant, i18n.locale)}</time>
}
