import { t } from "@lingui/core/macro"
import { ProgressAnswer, ReportedTaskState, type ReportField } from "../__generated__/graphql.ts"
import { attachedFiles, attachedOf } from "../evidence/attached-file.ts"
import { chosenOf, optionalDay, optionalWords } from "../form/written.ts"
import { z } from "../form/zod.ts"

const optionalState = z
  .union([z.literal(""), z.enum(ReportedTaskState)])
  .transform((state) => (state === "" ? null : state))

const optionalPercentage = z
  .string()
  .trim()
  .transform((text) => (text === "" ? null : Number(text)))

function isPercentage(figure: number): boolean {
  return Number.isInteger(figure) && figure >= 0 && figure <= 100
}

/** What is typed into a report of progress, read into what is sent. The document's fields stand beside the others. */
export const reportForm = z
  .object({
    answer: chosenOf(Object.values(ProgressAnswer)),
    state: optionalState,
    percentage: optionalPercentage,
    done: optionalWords,
    number: optionalWords,
    issuedOn: optionalDay,
    issuer: optionalWords,
    link: optionalWords,
    fileIds: attachedFiles,
    completedOn: optionalDay,
    difficulties: optionalWords,
    nextStep: optionalWords,
  })
  .superRefine(({ answer, state, percentage, completedOn }, ctx) => {
    if (answer !== "PROGRESS") return
    if (state === null) ctx.addIssue({ code: "custom", path: ["state"], message: t`Hãy chọn một mục` })
    if (state === "IN_PROGRESS" && percentage !== null && !isPercentage(percentage))
      ctx.addIssue({ code: "custom", path: ["percentage"], message: t`Hãy ghi số nguyên từ 0 đến 100` })
    if (state === "COMPLETED" && completedOn === null)
      ctx.addIssue({ code: "custom", path: ["completedOn"], message: t`Hãy chọn ngày` })
  })

export type ReportTyped = z.input<typeof reportForm>
export type ReportRead = z.output<typeof reportForm>

/** What a form begins with: what was last reported, since most of it stays true. */
export interface LastReport {
  answer: ProgressAnswer
  state?: ReportedTaskState | null
  percentage?: number | null
  done?: string | null
  result?: {
    number?: string | null
    issuedOn?: string | null
    issuer?: string | null
    link?: string | null
    files: readonly { id: string; name: string; size: number }[]
  } | null
  completedOn?: string | null
  difficulties?: string | null
  nextStep?: string | null
}

/** @param last null where nobody has reported anything */
export function typedOf(last: LastReport | null): ReportTyped {
  return {
    answer: last?.answer ?? "PROGRESS",
    state: last?.state ?? "",
    percentage: last?.percentage == null ? "" : String(last.percentage),
    done: last?.done ?? "",
    number: last?.result?.number ?? "",
    issuedOn: last?.result?.issuedOn ?? "",
    issuer: last?.result?.issuer ?? "",
    link: last?.result?.link ?? "",
    fileIds: attachedOf(last?.result?.files ?? []),
    completedOn: last?.completedOn ?? "",
    difficulties: last?.difficulties ?? "",
    nextStep: last?.nextStep ?? "",
  }
}

/**
 * What of a report is sent: an answer without progress carries none of its fields, an unfinished task no completion, and
 * none a percentage that says something else than the state.
 */
export function reportOf({ number, issuedOn, issuer, link, fileIds, ...read }: ReportRead) {
  const { answer } = read
  if (answer !== "PROGRESS") return { answer }
  const known = fileIds.length > 0 || [number, issuedOn, issuer, link].some((part) => part !== null)
  const result = known ? { number, issuedOn, issuer, link, fileIds } : null
  const completedOn = read.state === "COMPLETED" ? read.completedOn : null
  const percentage = agrees(read.percentage, read.state) ? read.percentage : null
  return { ...read, percentage, result, completedOn }
}

/** Of what is done or not begun a percentage stands only where it says the same; it is then not on the screen to be mended. */
function agrees(percentage: number | null, state: ReportRead["state"]): boolean {
  if (state === "COMPLETED") return percentage === 100
  if (state === "NOT_STARTED") return percentage === 0
  return true
}

/** The fields of the form that belong to a field of the report that can be returned. */
export const fieldsOf: Readonly<Record<ReportField, readonly (keyof ReportTyped)[]>> = {
  STATE: ["state"],
  PERCENTAGE: ["percentage"],
  DONE: ["done"],
  RESULT: ["number", "issuedOn", "issuer", "link", "fileIds"],
  COMPLETED_ON: ["completedOn"],
  DIFFICULTIES: ["difficulties"],
  NEXT_STEP: ["nextStep"],
}
