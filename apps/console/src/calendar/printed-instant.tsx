import { useLingui } from "@lingui/react/macro"

/**
 * An instant by the clock of Hà Nội, to the second.
 * @param instant RFC 3339
 * @param language a BCP 47 tag
 */
export function printedInstant(instant: string, language: string): string {
  return new Intl.DateTimeFormat(language === "vi" ? "vi-VN" : "en-GB", {
    dateStyle: "short",
    timeStyle: "medium",
    timeZone: "Asia/Ho_Chi_Minh",
  }).format(new Date(instant))
}

/** An instant in the language of the console, readable by programs. */
export function PrintedInstant({ instant }: { instant: string }) {
  const { i18n } = useLingui()
  return <time dateTime={instant}>{printedInstant(instant, i18n.locale)}</time>
}
