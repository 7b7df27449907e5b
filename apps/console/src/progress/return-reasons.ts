import { t } from "@lingui/core/macro"
import type { ReportField } from "../__generated__/graphql.ts"
import { draftOf } from "../form/draft.ts"
import { z } from "../form/zod.ts"
import { reportFields } from "./progress-names.ts"

/** What is typed at the fields of a report that is returned: why each is to be corrected. */
export type Reasons = Readonly<Partial<Record<ReportField, string>>>

interface ReasonAtField {
  field: ReportField
  reason: string
}

function reasonsAtFields(reasons: Reasons): ReasonAtField[] {
  return reportFields.flatMap((field) => {
    const reason = reasons[field]?.trim() ?? ""
    return reason === "" ? [] : [{ field, reason }]
  })
}

/** What is typed while a report is returned, read into what is sent: a reason at one field at least. */
export const returnReasons = z
  .object({ reasons: z.partialRecord(z.enum(reportFields), z.string()) })
  .transform(({ reasons }, ctx) => {
    const fields = reasonsAtFields(reasons)
    if (fields.length === 0)
      ctx.addIssue({ code: "custom", path: ["reasons"], message: t`Hãy ghi lý do ở ít nhất một ô` })
    return { fields }
  })

/** The draft in which the reasons for returning a report are kept while they are typed. */
export function returnDraftName(reportId: string): string {
  return `report-verification/${reportId}/return`
}

/** The reasons for returning a report that somebody typed in this browser and has not sent. */
export function keptReasons(person: string, reportId: string): ReasonAtField[] {
  const kept = returnReasons.safeParse(draftOf(person, returnDraftName(reportId))?.values)
  return kept.success ? kept.data.fields : []
}
