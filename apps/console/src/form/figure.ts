import { i18n } from "@lingui/core"
import { t } from "@lingui/core/macro"
import { z } from "./zod.ts"

const VIETNAMESE = /^-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/
const ENGLISH = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/

/**
 * The number that is written.
 * @param text as people write it: Vietnamese has a decimal comma and dots between thousands, English the reverse
 * @param language of the console
 * @returns null for what is no number in that language; “80.5” is none in Vietnamese, so that nobody is misread
 */
export function figureWritten(text: string, language: string): number | null {
  const digits = text.replaceAll(/\s/gu, "").replace(/^[−–]/u, "-")
  const [form, thousands, decimal] = language === "vi" ? [VIETNAMESE, ".", ","] : [ENGLISH, ",", "."]
  if (!form.test(digits)) return null
  return Number(digits.replaceAll(thousands, "").replace(decimal, "."))
}

/** A number as one types it again: without separators between thousands. */
export function typedFigure(value: number | null | undefined, language: string): string {
  if (value == null) return ""
  return new Intl.NumberFormat(language, { maximumFractionDigits: 10, useGrouping: false }).format(value)
}

/** A number as one reads it. */
export function printedFigure(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 10 }).format(value)
}

/** A number that must be there, written in the language of the console. */
export const neededFigure = z.string().transform((text, ctx): number => {
  const value = figureWritten(text, i18n.locale)
  if (value !== null) return value
  const example = printedFigure(80.5, i18n.locale)
  ctx.addIssue({ code: "custom", message: t`Hãy ghi một số, ví dụ ${example}` })
  return z.NEVER
})

/** A number that may be missing: then null. */
export const optionalFigure = z.union([
  z
    .string()
    .regex(/^\s*$/u)
    .transform(() => null),
  neededFigure,
])
