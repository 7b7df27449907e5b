import type { CalendarDate } from "@plan43/calendar"
import { type FormSheet, type FormValue, writeForm } from "@plan43/workbook"
import { fieldsOf } from "../../line/line-field.ts"
import { approvalCell, formSheets } from "../form-sheets.ts"
import {
  APPROVAL,
  columnOf,
  type FormKey,
  type FormLine,
  LAYOUTS,
  type ReportForm,
  SHEETS,
} from "../report-form.ts"

export const TODAY = "2026-06-03" as CalendarDate

function silent(id: string, code: string, name: string, kind: FormLine["kind"] = "TASK"): FormLine {
  return {
    id,
    version: 1,
    kind,
    code,
    name,
    openFields: fieldsOf(kind),
    fromWorkbook: false,
    recorded: "Trạng thái: Đang thực hiện",
    previous: "",
    answeredBefore: false,
    answer: null,
    progress: null,
    resultDocument: null,
    percentage: null,
    difficulties: null,
    proposal: null,
    nextPlan: null,
  }
}

/** A report with two tasks and an indicator. */
export const SMALL_FORM: ReportForm = {
  reportId: "report-1",
  roundId: "round-1",
  roundName: "Báo cáo 6 tháng đầu năm 2026",
  agencyName: "Sở Tài chính",
  cutOffOn: "2026-05-31" as CalendarDate,
  agenciesDueOn: "2026-06-05" as CalendarDate,
  simulated: false,
  lines: [
    silent("line-12", "12", "Trình cơ chế tài chính cho khoa học và công nghệ"),
    silent("line-85b", "85b", "Bố trí kinh phí\nhằng năm"),
    silent("line-3", "3", "Tỷ lệ chi ngân sách (%)", "INDICATOR"),
  ],
}

/** The same report with two questions besides. */
export const ASKING_FORM: ReportForm = {
  ...SMALL_FORM,
  lines: [
    ...SMALL_FORM.lines,
    silent("line-ch1", "CH1", "Đã bố trí vốn chưa?", "QUESTION"),
    silent("line-ch2", "CH2", "Còn vướng gì?", "QUESTION"),
  ],
}

/** Where the sheets of a form stand in its file. */
export const PARTS = {
  HuongDan: "xl/worksheets/sheet1.xml",
  NhiemVu: "xl/worksheets/sheet2.xml",
  ChiTieu: "xl/worksheets/sheet3.xml",
  DinhDanh: "xl/worksheets/sheet4.xml",
} as const

type Filled = Partial<Record<FormKey, FormValue>>

/** A form that its agency filled in. @param filled by identifier of lines */
export function filledForm(
  form: ReportForm,
  filled: Readonly<Record<string, Filled>>,
  approval: { by: string | null; on: string | null } = { by: "Nguyễn Văn A", on: "2026-06-02" },
): Promise<Buffer> {
  const sheets = formSheets(form, TODAY).map((sheet): FormSheet => {
    if (sheet.name === SHEETS.ABOUT)
      return withCells(sheet, {
        [approvalCell(APPROVAL.BY)]: approval.by,
        [approvalCell(APPROVAL.ON)]: approval.on && { date: approval.on },
      })
    const layout = Object.values(LAYOUTS).find((each) => each.sheet === sheet.name)
    if (layout === undefined) return sheet
    return {
      ...sheet,
      rows: sheet.rows.map((row) => {
        const given = filled[String(row[0]?.value)] ?? {}
        return row.map((cell, place) => {
          const key = (Object.keys(given) as FormKey[]).find((each) => columnOf(layout, each) === place + 1)
          return key === undefined ? cell : { ...cell, value: given[key] ?? null }
        })
      }),
    }
  })
  return writeForm(sheets)
}

/** What the agency of the small form answers when all is right. */
export const RIGHT: Readonly<Record<string, Filled>> = {
  "line-12": {
    ANSWER: "Có nội dung báo cáo",
    PROGRESS: "Đã trình UBND Thành phố",
    DOCUMENT_NUMBER: "số 12/TTr-STC",
    DOCUMENT_DATE: { date: "2026-05-30" },
    PERCENTAGE: 60,
    NEXT_PLAN: "Ban hành trong quý III",
  },
  "line-85b": { ANSWER: "Không thay đổi" },
  "line-3": { ANSWER: "Không có gì báo cáo" },
}

function withCells(sheet: FormSheet, values: Readonly<Record<string, FormValue>>): FormSheet {
  return {
    ...sheet,
    rows: sheet.rows.map((row, place) => {
      const value = values[`B${sheet.title.length + place + 1}`]
      return value === undefined ? row : row.map((cell, column) => (column === 1 ? { ...cell, value } : cell))
    }),
  }
}

export { cellChange, numberChange, textChange, withParts as broken } from "@plan43/workbook/testing"
