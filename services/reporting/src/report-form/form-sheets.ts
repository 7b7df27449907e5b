import { type CalendarDate, inFigures } from "@plan43/calendar"
import { LONGEST_LINE, LONGEST_TEXT } from "@plan43/subgraph"
import type { CellCheck, FormCell, FormSheet, FormValue } from "@plan43/workbook"
import { type FormProblem, placeOfProblem } from "./form-problem.ts"
import {
  ANSWERS,
  APPROVAL,
  choicesOf,
  type FixedKey,
  FORM,
  type FormKey,
  type FormLayout,
  type FormLine,
  IDENTITY,
  layoutsOf,
  REMARKS_HEADING,
  type ReportForm,
  SHEETS,
} from "./report-form.ts"
import { documentCells } from "./result-document.ts"

/** What came in a file, to be handed back with what is wrong in it. */
export interface CameBack {
  problems: readonly FormProblem[]
  /** What stood in the cells of each line that was found, by its identifier. */
  filled: ReadonlyMap<string, Readonly<Record<FormKey, FormValue>>>
  approval: Readonly<Record<keyof typeof APPROVAL, FormValue>>
}

/**
 * The sheets of an agency's form, with what its lines say on the platform; or, of a file that came back, with what stood in it
 * and remarks beside what is to be corrected.
 */
export function formSheets(form: ReportForm, day: CalendarDate, came: CameBack | null = null): FormSheet[] {
  return [
    ...(came === null ? [] : [remarksSheet(form, came.problems)]),
    aboutSheet(form, came),
    ...layoutsOf(form).map((layout) => linesSheet(form, layout, came)),
    identitySheet(form, day),
  ]
}

/** What may be written in each column, for the program that the form is filled in with; all of it is looked at again here. */
const CHECKS: Readonly<Record<Exclude<FormKey, "ANSWER">, CellCheck>> = {
  PROGRESS: textCheck(LONGEST_TEXT),
  DOCUMENT_NUMBER: { ...textCheck(LONGEST_LINE), message: "Số, ký hiệu văn bản, ví dụ số 12/BC-STC" },
  DOCUMENT_DATE: dateCheck("Ngày của văn bản, ví dụ 30/05/2026"),
  PERCENTAGE: {
    kind: "WHOLE_NUMBER",
    least: 0,
    most: 100,
    message: "Số nguyên từ 0 đến 100, không ghi dấu %, ví dụ 45",
  },
  DIFFICULTIES: textCheck(LONGEST_TEXT),
  PROPOSAL: textCheck(LONGEST_TEXT),
  NEXT_PLAN: textCheck(LONGEST_TEXT),
}

function checkOf(key: FormKey, line: FormLine): CellCheck {
  if (key !== "ANSWER") return CHECKS[key]
  const choices = choicesOf(line)
  return { kind: "CHOICE", choices, message: `Chọn một trong: ${choices.join("; ")}` }
}

function textCheck(most: number): CellCheck {
  return { kind: "LENGTH", most, message: `Nhiều nhất ${most} ký tự` }
}

function dateCheck(message: string): CellCheck {
  return { kind: "DATE", from: "2000-01-01", to: "2099-12-31", message }
}

/** What the cells of a line hold on the platform. */
export function filledOf(line: FormLine): Record<FormKey, FormValue> {
  const { number, issuedOn } = documentCells(line.resultDocument)
  return {
    ANSWER: line.answer && ANSWERS[line.answer],
    PROGRESS: line.progress,
    DOCUMENT_NUMBER: number,
    DOCUMENT_DATE: issuedOn && { date: issuedOn },
    PERCENTAGE: line.percentage,
    DIFFICULTIES: line.difficulties,
    PROPOSAL: line.proposal,
    NEXT_PLAN: line.nextPlan,
  }
}

/** What the cells hold that nobody changes. */
export function fixedOf(line: FormLine): Record<FixedKey, FormValue> {
  return {
    ID: line.id,
    VERSION: line.version,
    CODE: line.code,
    NAME: line.name,
    RECORDED: line.recorded,
    PREVIOUS: line.previous,
  }
}

/** The lines that stand on a sheet. */
export function linesOn(form: ReportForm, layout: FormLayout): FormLine[] {
  return form.lines.filter(({ kind }) => kind === layout.kind)
}

function linesSheet(form: ReportForm, layout: FormLayout, came: CameBack | null): FormSheet {
  const { fixed, filled } = layout
  const remarks = came === null ? [] : [{ heading: REMARKS_HEADING, width: 44 }]
  return {
    name: layout.sheet,
    shown: "SHOWN",
    title: [
      `${markOf(form)}${form.agencyName}: ${TITLES[layout.kind]}`,
      `${form.roundName}, số liệu đến ${inFigures(form.cutOffOn)}. Chỉ ghi vào ô màu vàng; mọi dòng đều phải chọn ở cột “Trả lời”.`,
    ],
    columnsInSight: fixed.findIndex(({ key }) => key === "NAME") + 1,
    columns: [...fixed, ...filled, ...remarks].map(({ heading, width }) => ({
      heading,
      width,
    })),
    rows: linesOn(form, layout).map((line) => rowOf(layout, line, came)),
  }
}

const TITLES: Readonly<Record<FormLayout["kind"], string>> = {
  TASK: "báo cáo nhiệm vụ",
  INDICATOR: "báo cáo chỉ tiêu",
  QUESTION: "trả lời các nội dung được hỏi",
}

function rowOf(layout: FormLayout, line: FormLine, came: CameBack | null): FormCell[] {
  const fixed = fixedOf(line)
  const filled = came?.filled.get(line.id) ?? filledOf(line)
  const problems = came?.problems.filter(({ lineId }) => lineId === line.id) ?? []
  return [
    ...layout.fixed.map(({ key }): FormCell => locked(fixed[key])),
    ...layout.filled.map(({ key, field }): FormCell => {
      if (!line.openFields.includes(field)) return locked(filledOf(line)[key])
      const wrong = problems.some((problem) => problem.key === key)
      return { value: filled[key], state: wrong ? "WRONG" : "OPEN", check: checkOf(key, line) }
    }),
    ...(came === null ? [] : [locked(problems.map(({ message }) => message).join("\n"))]),
  ]
}

function locked(value: FormValue): FormCell {
  return { value, state: "LOCKED" }
}

const STEPS = [
  "“Có nội dung báo cáo”: ghi tiến độ, kết quả và các ô cần thiết. “Không thay đổi”, “Không có gì báo cáo”: không cần ghi gì thêm.",
  "Tỷ lệ là số nguyên từ 0 đến 100, không ghi dấu %. Ngày ghi theo dạng ngày/tháng/năm, ví dụ 30/05/2026.",
  "Không sửa TT, nội dung, không thêm, xóa hoặc đổi chỗ dòng, cột, trang; không dùng công thức, macro, liên kết đến tệp khác.",
  "Không ghi nội dung thuộc bí mật nhà nước vào tệp này.",
  "Ghi họ và tên thủ trưởng đã duyệt và ngày duyệt vào hai ô vàng ở trên, lưu tệp dạng .xlsx rồi gửi lại Sở Khoa học và Công nghệ.",
] as const

function firstStep(form: ReportForm): string {
  const where = layoutsOf(form).some(({ kind }) => kind === "QUESTION")
    ? `Mỗi nhiệm vụ, chỉ tiêu, câu hỏi là một dòng ở trang ${SHEETS.TASK}, ${SHEETS.INDICATOR} hoặc ${SHEETS.QUESTION}`
    : `Mỗi nhiệm vụ, chỉ tiêu là một dòng ở trang ${SHEETS.TASK} hoặc ${SHEETS.INDICATOR}`
  return `${where}. Chọn câu trả lời từ danh sách ở cột “Trả lời”.`
}

function aboutSheet(form: ReportForm, came: CameBack | null): FormSheet {
  const wrong = (label: string): FormCell["state"] =>
    came?.problems.some(({ cell, sheet }) => sheet === SHEETS.ABOUT && cell === approvalCell(label))
      ? "WRONG"
      : "OPEN"
  const facts = aboutFacts(form).map(([label, value]): FormCell[] => [locked(label), locked(value)])
  return {
    name: SHEETS.ABOUT,
    shown: "SHOWN",
    title: [`${markOf(form)}Báo cáo của cơ quan theo tệp Excel`],
    columnsInSight: 0,
    columns: [
      { heading: null, width: 30 },
      { heading: null, width: 90 },
    ],
    rows: [
      ...facts,
      [
        locked(APPROVAL.BY),
        {
          value: came?.approval.BY ?? null,
          state: wrong(APPROVAL.BY),
          check: { ...textCheck(LONGEST_LINE), message: "Họ và tên thủ trưởng cơ quan đã duyệt báo cáo" },
        },
      ],
      [
        locked(APPROVAL.ON),
        {
          value: came?.approval.ON ?? null,
          state: wrong(APPROVAL.ON),
          check: dateCheck("Ngày thủ trưởng duyệt, ví dụ 30/05/2026"),
        },
      ],
      ...[firstStep(form), ...STEPS].map((step, place): FormCell[] => [
        locked(`Hướng dẫn ${place + 1}`),
        locked(step),
      ]),
    ],
  }
}

function aboutFacts(form: ReportForm): [string, string][] {
  return [
    ["Cơ quan báo cáo", form.agencyName],
    ["Kỳ báo cáo", form.roundName],
    ["Ngày chốt số liệu", inFigures(form.cutOffOn)],
    ["Hạn gửi về Sở", inFigures(form.agenciesDueOn)],
  ]
}

/** Where an approval is asked for: below the title and the facts. */
export function approvalCell(label: string): string {
  return label === APPROVAL.BY ? "B6" : "B7"
}

function markOf({ simulated }: ReportForm): string {
  return simulated ? "DỮ LIỆU MÔ PHỎNG: " : ""
}

/** For the platform alone: which form a file is. */
function identitySheet(form: ReportForm, day: CalendarDate): FormSheet {
  const rows: [string, string][] = [
    [IDENTITY.FORM, FORM],
    [IDENTITY.ROUND, form.roundId],
    [IDENTITY.REPORT, form.reportId],
    [IDENTITY.ROUND_NAME, form.roundName],
    [IDENTITY.AGENCY_NAME, form.agencyName],
    [IDENTITY.MADE_ON, day],
  ]
  return {
    name: SHEETS.IDENTITY,
    shown: "HIDDEN",
    title: [],
    columnsInSight: 0,
    columns: [
      { heading: null, width: 20 },
      { heading: null, width: 60 },
    ],
    rows: rows.map((row) => row.map(locked)),
  }
}

/** Every problem with its place; what stands at no line is found here alone. */
function remarksSheet(form: ReportForm, problems: readonly FormProblem[]): FormSheet {
  const sheets = [...layoutsOf(form).map(({ sheet }) => sheet), SHEETS.ABOUT].join(", ")
  return {
    name: SHEETS.REMARKS,
    shown: "SHOWN",
    title: [
      problems.length === 0 ? "Không có gì phải sửa" : `${problems.length} chỗ cần sửa`,
      `Sửa ở các ô màu đỏ của trang ${sheets} trong chính tệp này rồi gửi lại.`,
    ],
    columnsInSight: 0,
    columns: [
      { heading: "TT", width: 6 },
      { heading: "Chỗ", width: 18 },
      { heading: "Cần sửa", width: 100 },
    ],
    rows: problems.map((problem, place) =>
      [place + 1, placeOfProblem(problem) || "Cả tệp", problem.message].map(locked),
    ),
  }
}
