import type { CalendarDate } from "@plan43/calendar"
import type { ReportItemKind } from "../item/report-item.ts"
import {
  answersOf,
  type LineAnswer,
  type LineDetails,
  QUESTION_FIELDS,
  type ReportLineField,
  type WrittenField,
} from "../line/line-field.ts"

/** The form that is handed out now; one that says another was handed out before the form changed. */
export const FORM = "plan43-report-form/1"

/** What the Excel form of an agency's report is made of, and what a filled-in one is held against. */
export interface ReportForm {
  reportId: string
  roundId: string
  roundName: string
  agencyName: string
  cutOffOn: CalendarDate
  agenciesDueOn: CalendarDate
  /** Whether what was recorded comes from a simulation. */
  simulated: boolean
  /** Tasks, then indicators, in the plan's order, then questions. */
  lines: readonly FormLine[]
}

/** A line as it stands on the platform. */
export interface FormLine extends LineDetails {
  id: string
  version: number
  kind: ReportItemKind
  code: string
  name: string
  /** What its agency may change now. */
  openFields: readonly ReportLineField[]
  /** Whether it stands as a file of its agency had it, and nobody wrote in it since. */
  fromWorkbook: boolean
  /** In words, to be read beside it: what was recorded by the cut-off, what was last reported on it. */
  recorded: string
  previous: string
  /** Whether the same was answered in a report of an earlier round that was sent. */
  answeredBefore: boolean
}

/** Names of the sheets: without marks and spaces, so that “NhiemVu!F12” is a place that one can go to. */
export const SHEETS = {
  ABOUT: "HuongDan",
  TASK: "NhiemVu",
  INDICATOR: "ChiTieu",
  QUESTION: "CauHoi",
  IDENTITY: "DinhDanh",
  REMARKS: "CanSua",
} as const

/** What a column of the form holds; the document that a result stands in has two. */
export type FormKey = Exclude<WrittenField, "RESULT_DOCUMENT"> | "DOCUMENT_NUMBER" | "DOCUMENT_DATE"

export interface FilledColumn {
  key: FormKey
  field: WrittenField
  heading: string
  /** In characters. */
  width: number
}

/** The columns that an agency fills in on a task or an indicator. */
const FILLED_COLUMNS: readonly FilledColumn[] = [
  { key: "ANSWER", field: "ANSWER", heading: "Trả lời", width: 18 },
  { key: "PROGRESS", field: "PROGRESS", heading: "Tiến độ, kết quả", width: 38 },
  {
    key: "DOCUMENT_NUMBER",
    field: "RESULT_DOCUMENT",
    heading: "Văn bản kết quả: số, ký hiệu",
    width: 18,
  },
  { key: "DOCUMENT_DATE", field: "RESULT_DOCUMENT", heading: "Văn bản kết quả: ngày", width: 13 },
  { key: "PERCENTAGE", field: "PERCENTAGE", heading: "Tỷ lệ hoàn thành (%)", width: 10 },
  { key: "DIFFICULTIES", field: "DIFFICULTIES", heading: "Khó khăn, vướng mắc", width: 25 },
  { key: "PROPOSAL", field: "PROPOSAL", heading: "Đề xuất, kiến nghị", width: 25 },
  { key: "NEXT_PLAN", field: "NEXT_PLAN", heading: "Kế hoạch kỳ tới", width: 25 },
]

/** The columns before them, from the first: two for programs, then what nobody changes. */
const FIXED_COLUMNS: readonly FixedColumn[] = [
  { key: "ID", heading: "Định danh dòng", width: 0 },
  { key: "VERSION", heading: "Phiên bản dòng", width: 0 },
  { key: "CODE", heading: "TT", width: 7 },
  { key: "NAME", heading: "Nội dung", width: 34 },
  { key: "RECORDED", heading: "Đã ghi nhận đến ngày chốt số liệu", width: 27 },
  { key: "PREVIOUS", heading: "Kỳ trước đã báo cáo", width: 27 },
]

export type FixedKey = "ID" | "VERSION" | "CODE" | "NAME" | "RECORDED" | "PREVIOUS"

export interface FixedColumn {
  key: FixedKey
  heading: string
  /** In characters; 0: for programs alone. */
  width: number
}

/** A sheet of lines: its name, and its columns from the first. */
export interface FormLayout {
  kind: ReportItemKind
  sheet: string
  fixed: readonly FixedColumn[]
  filled: readonly FilledColumn[]
}

const OF_PLAN = { fixed: FIXED_COLUMNS, filled: FILLED_COLUMNS }

/** The sheet of the lines of each kind: of a question nothing was recorded before, and less is filled in. */
export const LAYOUTS: Readonly<Record<ReportItemKind, FormLayout>> = {
  TASK: { kind: "TASK", sheet: SHEETS.TASK, ...OF_PLAN },
  INDICATOR: { kind: "INDICATOR", sheet: SHEETS.INDICATOR, ...OF_PLAN },
  QUESTION: {
    kind: "QUESTION",
    sheet: SHEETS.QUESTION,
    fixed: FIXED_COLUMNS.filter(({ key }) => key !== "RECORDED").map((column) =>
      column.key === "NAME" ? { ...column, heading: "Nội dung được hỏi", width: 50 } : column,
    ),
    filled: FILLED_COLUMNS.filter(({ field }) => QUESTION_FIELDS.includes(field)).map((column) =>
      column.key === "PROGRESS" ? { ...column, heading: "Nội dung trả lời", width: 60 } : column,
    ),
  },
}

/** The sheets of lines that a form has: that of questions only where there are any, so that earlier forms stay what they are. */
export function layoutsOf({ lines }: Pick<ReportForm, "lines">): FormLayout[] {
  return Object.values(LAYOUTS).filter(
    (layout) => layout.kind !== "QUESTION" || lines.some(({ kind }) => kind === layout.kind),
  )
}

/** The column of remarks that an annotated copy has after all others. */
export const REMARKS_HEADING = "Cần sửa"

/** The number of a column, from 1; 0 where the sheet has none. */
export function columnOf({ fixed, filled }: FormLayout, key: FormKey | FixedKey): number {
  return [...fixed, ...filled].findIndex((column) => column.key === key) + 1
}

/** The number of the column after all others. */
export function remarksColumn({ fixed, filled }: FormLayout): number {
  return fixed.length + filled.length + 1
}

/** What the answers are called, here and on the console. */
export const ANSWERS: Readonly<Record<LineAnswer, string>> = {
  REPORTED: "Có nội dung báo cáo",
  NO_CHANGE: "Không thay đổi",
  NOTHING_TO_REPORT: "Không có gì báo cáo",
}

/** What is chosen from the list of a line. */
export function choicesOf({ kind, answeredBefore }: FormLine): string[] {
  return answersOf(kind, answeredBefore).map((answer) => ANSWERS[answer])
}

/** What the sheet about the form asks for, beside these words. */
export const APPROVAL = { BY: "Người duyệt (họ và tên)", ON: "Ngày duyệt" } as const

/** Rows of the hidden sheet that says which form a file is. */
export const IDENTITY = {
  FORM: "bieu-mau",
  ROUND: "ky",
  REPORT: "bao-cao",
  ROUND_NAME: "ten-ky",
  AGENCY_NAME: "co-quan",
  MADE_ON: "lap-ngay",
} as const
