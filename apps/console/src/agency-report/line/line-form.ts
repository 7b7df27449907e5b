import { t } from "@lingui/core/macro"
import type { ReportLineField, SaveReportLineInput } from "../../__generated__/graphql.ts"
import { z } from "../../form/zod.ts"
import { lineAnswers } from "../agency-report-names.ts"
import type { Line } from "./ask-lines.ts"

/** What is filled in on a line, as the graph takes it. */
export type LineValues = Required<
  Pick<
    SaveReportLineInput,
    "answer" | "progress" | "resultDocument" | "percentage" | "difficulties" | "proposal" | "nextPlan"
  >
>

/** A field that is written or chosen; files are attached. */
export type WrittenField = Exclude<ReportLineField, "FILES">

export function isWritten(field: ReportLineField): field is WrittenField {
  return field !== "FILES"
}

/** Which input holds what may be returned. */
export const inputOf = {
  ANSWER: "answer",
  PROGRESS: "progress",
  RESULT_DOCUMENT: "resultDocument",
  PERCENTAGE: "percentage",
  DIFFICULTIES: "difficulties",
  PROPOSAL: "proposal",
  NEXT_PLAN: "nextPlan",
} as const satisfies Record<WrittenField, keyof LineValues>

const text = z.string().transform((written) => (written.trim() === "" ? null : written))

/** What is typed on a line, read into what is sent; what is typed stays as it is, spaces included, while it is typed. */
export const lineForm = z
  .object({
    answer: z
      .union([z.literal(""), z.enum(lineAnswers)])
      .transform((answer) => (answer === "" ? null : answer)),
    progress: text,
    resultDocument: text,
    percentage: z
      .string()
      .trim()
      .regex(/^(?:100|[1-9]?\d)?$/, { error: () => t`Hãy ghi một số nguyên từ 0 đến 100` })
      .transform((written) => (written === "" ? null : Number(written))),
    difficulties: text,
    proposal: text,
    nextPlan: text,
  })
  .superRefine(({ answer, progress }, ctx) => {
    if (answer === "REPORTED" && progress === null)
      ctx.addIssue({
        code: "custom",
        path: ["progress"],
        message: t`Hãy ghi tiến độ, nội dung trả lời, hoặc chọn “Không thay đổi” hay “Không có gì báo cáo”`,
      })
  })

export type LineTyped = z.input<typeof lineForm>

/** The fields of a line that hold words or a figure. */
export const detailInputs = [
  "progress",
  "resultDocument",
  "percentage",
  "difficulties",
  "proposal",
  "nextPlan",
] as const satisfies readonly (keyof LineTyped)[]

/** A line as it is typed again. */
export function typedOf(line: Pick<Line, keyof LineValues>): LineTyped {
  return {
    answer: line.answer ?? "",
    progress: line.progress ?? "",
    resultDocument: line.resultDocument ?? "",
    percentage: line.percentage == null ? "" : String(line.percentage),
    difficulties: line.difficulties ?? "",
    proposal: line.proposal ?? "",
    nextPlan: line.nextPlan ?? "",
  }
}
