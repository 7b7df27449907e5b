import { t } from "@lingui/core/macro"
import type { FieldToCorrectInput, ReportLineField } from "../../__generated__/graphql.ts"
import { z } from "../../form/zod.ts"

/** What is to be corrected and why, by line and field; a field that was chosen without a reason holds an empty text. */
export type Reasons = Readonly<Record<string, string>>

/** Where the reason for a field of a line is kept. */
export function keyOf(lineId: string, field: ReportLineField): string {
  return `${lineId} ${field}`
}

function toCorrectOf(reasons: Reasons): FieldToCorrectInput[] {
  return Object.entries(reasons).map(([key, reason]) => {
    const [lineId, field] = key.split(" ") as [string, ReportLineField]
    return { lineId, field, reason: reason.trim() }
  })
}

/** What is typed while a report is returned, read into what is sent: at least one field, each with its reason. */
export const returnForm = z
  .object({ reasons: z.record(z.string(), z.string()) })
  .superRefine(({ reasons }, ctx) => {
    if (Object.keys(reasons).length === 0)
      ctx.addIssue({
        code: "custom",
        path: ["reasons"],
        message: t`Hãy chọn ít nhất một ô cần sửa và ghi lý do`,
      })
    else if (Object.values(reasons).some((reason) => reason.trim() === ""))
      ctx.addIssue({ code: "custom", path: ["reasons"], message: t`Hãy ghi lý do ở mỗi ô đã chọn` })
  })
  .transform(({ reasons }) => ({ toCorrect: toCorrectOf(reasons) }))

export type ReturnTyped = z.input<typeof returnForm>
