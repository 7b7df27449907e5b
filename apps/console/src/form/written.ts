import { t } from "@lingui/core/macro"
import { z } from "./zod.ts"

/** How what is typed becomes what is sent. */

/** Words that must be there. */
export const neededWords = z
  .string()
  .trim()
  .min(1, { error: () => t`Không được để trống` })

/** Words that may be missing: then null. */
export const optionalWords = z
  .string()
  .trim()
  .transform((text) => (text === "" ? null : text))

/** A calendar date that must be there. */
export const neededDay = z.iso.date({ error: () => t`Hãy chọn ngày` })

/** A calendar date that may be missing: then null. */
export const optionalDay = z
  .union([z.literal(""), neededDay])
  .transform((text) => (text === "" ? null : text))

/** One entry a line. */
export const lines = z.string().transform((text) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== ""),
)

const picked = z.object({ id: z.string(), name: z.string() })

/** A row that may be picked: its identifier, or null. */
export const optionalPick = picked.nullable().transform((row) => row?.id ?? null)

/** Rows that may be picked: their identifiers. */
export const picks = z.array(picked).transform((rows) => rows.map(({ id }) => id))

/** One of a closed list; empty until it is chosen. */
export function chosenOf<const Value extends string>(values: readonly Value[]) {
  return z.string().transform((text, ctx): Value => {
    const value = values.find((each) => each === text)
    if (value !== undefined) return value
    ctx.addIssue({ code: "custom", message: t`Hãy chọn một mục` })
    return z.NEVER
  })
}
