import type { CalendarDate } from "@plan43/calendar"
import { LONGEST_LINE } from "@plan43/subgraph"
import {
  cellName,
  type FormValue,
  type ReadCell,
  type ReadSheet,
  type ReadWorkbook,
  rowsAbove,
} from "@plan43/workbook"
import {
  FIELDS,
  type LineAnswer,
  type LineDetails,
  WRITTEN_FIELDS,
  type WrittenField,
} from "../line/line-field.ts"
import { answerRefusals, lineRefusals } from "../line/save-line.ts"
import { type FormProblem, ofFile } from "./form-problem.ts"
import { approvalCell, fixedOf, formSheets, linesOn } from "./form-sheets.ts"
import { handedBack, type Read, readDate, readPercentage, readText, shown } from "./read-cells.ts"
import {
  ANSWERS,
  APPROVAL,
  choicesOf,
  columnOf,
  FORM,
  type FormKey,
  type FormLayout,
  type FormLine,
  IDENTITY,
  LAYOUTS,
  layoutsOf,
  type ReportForm,
  remarksColumn,
  SHEETS,
} from "./report-form.ts"
import { type DocumentCells, documentWords } from "./result-document.ts"

/** A line that is right, and what it says. */
export interface RightLine {
  line: FormLine
  details: LineDetails
}

/** What a filled-in form says, and everything that is wrong in it. */
export interface CheckedForm {
  problems: readonly FormProblem[]
  /** The lines that nothing is wrong with. */
  right: readonly RightLine[]
  approvedBy: string | null
  approvedOn: CalendarDate | null
  /** What stood in the cells of each line that was found, and beside what the approval is asked for. */
  filled: ReadonlyMap<string, Readonly<Record<FormKey, FormValue>>>
  approval: Readonly<Record<keyof typeof APPROVAL, FormValue>>
}

/** So many cells that hold something where nothing belongs are named one by one on a sheet. */
const MOST_NAMED = 20

/**
 * Holds a filled-in form against the report that it is taken for, cell by cell.
 * @param today no day in it may be later
 */
export function checkForm(workbook: ReadWorkbook, form: ReportForm, today: CalendarDate): CheckedForm {
  const wrongFile = fileProblems(workbook, form, today)
  if (wrongFile.length > 0) return { ...NOTHING_READ, problems: wrongFile }
  const approval = checkApproval(sheetOf(workbook, SHEETS.ABOUT) as ReadSheet, today)
  const sheets = layoutsOf(form).map((layout) =>
    checkSheet(sheetOf(workbook, layout.sheet) as ReadSheet, layout, form, today),
  )
  return {
    problems: [
      ...besideSheets(workbook, form),
      ...approval.problems,
      ...sheets.flatMap(({ problems }) => problems),
    ],
    right: sheets.flatMap(({ right }) => right),
    approvedBy: approval.approvedBy,
    approvedOn: approval.approvedOn,
    filled: new Map(sheets.flatMap(({ filled }) => [...filled])),
    approval: approval.came,
  }
}

/** What a file says of which nothing is read. */
export const NOTHING_READ: CheckedForm = {
  problems: [],
  right: [],
  approvedBy: null,
  approvedOn: null,
  filled: new Map(),
  approval: { BY: null, ON: null },
}

function sheetOf({ sheets }: ReadWorkbook, name: string): ReadSheet | undefined {
  return sheets.find((sheet) => sheet.name === name)
}

function aboveLines(form: ReportForm, name: string): number {
  const sheet = formSheets(form, form.cutOffOn).find((each) => each.name === name)
  return sheet === undefined ? 0 : rowsAbove(sheet)
}

/** Why nothing of a file can be taken: it is no form, another form, or its tables cannot be read as they were made. */
function fileProblems(workbook: ReadWorkbook, form: ReportForm, today: CalendarDate): FormProblem[] {
  const identity = identityOf(workbook)
  if (identity === null)
    return [
      ofFile(
        "NOT_THE_FORM",
        `Tệp không phải biểu mẫu do hệ thống lập (thiếu trang ${SHEETS.IDENTITY}); hãy tải biểu mẫu của báo cáo này rồi ghi vào đó`,
      ),
    ]
  if (identity.get(IDENTITY.ROUND) !== form.roundId)
    return [
      ofFile(
        "WRONG_ROUND",
        `Tệp của kỳ “${identity.get(IDENTITY.ROUND_NAME) ?? "không rõ"}”; báo cáo này thuộc kỳ “${form.roundName}”`,
      ),
    ]
  if (identity.get(IDENTITY.REPORT) !== form.reportId)
    return [
      ofFile(
        "WRONG_AGENCY",
        `Tệp của cơ quan “${identity.get(IDENTITY.AGENCY_NAME) ?? "không rõ"}”; báo cáo này của “${form.agencyName}”`,
      ),
    ]
  if (identity.get(IDENTITY.FORM) !== FORM)
    return [
      ofFile(
        "OLDER_FORM",
        `Tệp theo biểu mẫu cũ (“${identity.get(IDENTITY.FORM) ?? "không rõ"}”); hãy tải biểu mẫu mới rồi chép nội dung sang`,
      ),
    ]
  return formSheets(form, today)
    .filter(({ shown }) => shown === "SHOWN")
    .flatMap(({ name, columns, title }) => {
      const sheet = sheetOf(workbook, name)
      if (sheet === undefined)
        return [
          ofFile(
            "SHEET_MISSING",
            `Thiếu trang ${name}; hãy khôi phục trang này hoặc ghi lại trên biểu mẫu mới tải`,
            name,
          ),
        ]
      const row = title.length + 1
      return columns.flatMap(({ heading }, place) => {
        const cell = cellName(row, place + 1)
        const found = sheet.cells.get(cell)
        return heading === null || sameWords(textIn(found), heading)
          ? []
          : [
              ofFile(
                "COLUMN_CHANGED",
                `Tiêu đề cột ghi ${shown(found)}; phải là “${heading}”: cột đã bị đổi chỗ, xóa hoặc thêm`,
                name,
                cell,
              ),
            ]
      })
    })
}

/** What a form says of itself on its hidden sheet; null where it has none. */
export function identityOf(workbook: ReadWorkbook): Map<string, string> | null {
  const sheet = sheetOf(workbook, SHEETS.IDENTITY)
  if (sheet === undefined) return null
  const rows = [...sheet.cells.values()].filter(({ column }) => column === 1)
  return new Map(
    rows.map((cell) => [
      textIn(cell) ?? "",
      textIn(sheet.cells.get(cellName(cell.row, 2)))?.slice(0, 200) ?? "",
    ]),
  )
}

/** What a file holds besides the sheets of the form. */
function besideSheets({ sheets, beside }: ReadWorkbook, form: ReportForm): FormProblem[] {
  const known: readonly string[] = [
    ...[SHEETS.ABOUT, SHEETS.IDENTITY, SHEETS.REMARKS],
    ...layoutsOf(form).map(({ sheet }) => sheet),
  ]
  const extra = sheets.filter(({ name, cells }) => !known.includes(name) && cells.size > 0)
  const what = {
    PICTURES: "hình ảnh hoặc biểu đồ",
    NOTES: "ghi chú gắn vào ô",
    DOCUMENTS: "tài liệu hoặc nút bấm nhúng trong tệp",
  }
  return [
    ...extra.map(({ name }) =>
      besideLines(
        "EXTRA_SHEET",
        `Trang “${name.slice(0, 31)}” không thuộc biểu mẫu nên không được đọc; hãy chuyển nội dung vào các dòng rồi xóa trang này`,
        name.slice(0, 31),
      ),
    ),
    ...beside.map((kind) =>
      besideLines(
        "NOT_READ",
        `Tệp có ${what[kind]}, không được đọc; hãy ghi vào ô, hoặc gửi tài liệu kèm theo riêng`,
      ),
    ),
  ]
}

function besideLines(
  code: string,
  message: string,
  sheet: string | null = null,
  cell: string | null = null,
): FormProblem {
  return { code, reach: "BESIDE", sheet, cell, lineId: null, key: null, message }
}

/** Who approved the report, and when, as the file says it. */
function checkApproval(sheet: ReadSheet, today: CalendarDate) {
  const problems: FormProblem[] = []
  const problem = (label: string, { code, message }: { code: string; message: string }) => {
    problems.push(besideLines(code, message, sheet.name, approvalCell(label)))
    return null
  }
  const beside = (label: string) => {
    const found = sheet.cells.get(approvalCell(label).replace("B", "A"))
    if (sameWords(textIn(found), label)) return sheet.cells.get(approvalCell(label))
    problem(label, {
      code: "APPROVAL_MOVED",
      message: `Bên trái ô này phải là “${label}” nhưng là ${shown(found)}; hãy khôi phục trang này như biểu mẫu`,
    })
    return undefined
  }
  const by = beside(APPROVAL.BY)
  const on = beside(APPROVAL.ON)
  const name = readText(by)
  const day = readDate(on, today)
  let approvedBy = "value" in name ? name.value : problem(APPROVAL.BY, name)
  const approvedOn = "value" in day ? day.value : problem(APPROVAL.ON, day)
  if ("value" in name && name.value === null)
    problem(APPROVAL.BY, {
      code: "APPROVER_MISSING",
      message: "Chưa ghi người duyệt; hãy ghi họ và tên thủ trưởng đã duyệt báo cáo",
    })
  if (approvedBy !== null && approvedBy.length > LONGEST_LINE)
    approvedBy = problem(APPROVAL.BY, {
      code: "TEXT_TOO_LONG",
      message: `Nội dung dài ${approvedBy.length} ký tự; nhiều nhất ${LONGEST_LINE} ký tự`,
    })
  if ("value" in day && day.value === null)
    problem(APPROVAL.ON, {
      code: "APPROVAL_DAY_MISSING",
      message: "Chưa ghi ngày duyệt; hãy ghi ngày thủ trưởng duyệt báo cáo, ví dụ 30/05/2026",
    })
  problems.push(...outsideTable(sheet, ({ column }) => column <= 2))
  return { problems, approvedBy, approvedOn, came: { BY: handedBack(by), ON: handedBack(on) } }
}

interface CheckedSheet {
  problems: FormProblem[]
  right: RightLine[]
  filled: Map<string, Record<FormKey, FormValue>>
}

function checkSheet(
  sheet: ReadSheet,
  layout: FormLayout,
  form: ReportForm,
  today: CalendarDate,
): CheckedSheet {
  const lines = linesOn(form, layout)
  const above = aboveLines(form, layout.sheet)
  const checked: CheckedSheet = { problems: [], right: [], filled: new Map() }
  const rowsOf = rowsOfLines(sheet, layout, above)
  const rowsOfForm = new Set<number>()
  for (const line of lines) {
    const [row, again] = rowsOf.get(line.id) ?? []
    for (const each of rowsOf.get(line.id) ?? []) rowsOfForm.add(each)
    const about = { reach: "LINE", sheet: sheet.name, lineId: line.id, key: null } as const
    if (row === undefined)
      checked.problems.push({
        ...about,
        code: "LINE_MISSING",
        cell: null,
        message: `Thiếu dòng ${line.code} (“${line.name.slice(0, 60)}”); hãy ghi lại dòng này trên biểu mẫu`,
      })
    else if (again !== undefined)
      checked.problems.push({
        ...about,
        code: "LINE_TWICE",
        cell: cellName(again, columnOf(layout, "CODE")),
        message: `Dòng ${line.code} có hai lần, ở hàng ${row} và ${again}; hãy để lại một`,
      })
    else {
      checked.filled.set(line.id, filledIn(sheet, layout, row))
      const { problems, details } = checkLine(sheet, row, line, today)
      if (problems.length === 0) checked.right.push({ line, details })
      checked.problems.push(
        ...problems.map(({ code, message, key, column }) => ({
          ...about,
          code,
          message,
          key,
          cell: cellName(row, column),
        })),
      )
    }
  }
  checked.problems.push(
    ...outsideTable(
      sheet,
      ({ row, column }) => (row <= above || rowsOfForm.has(row)) && column <= remarksColumn(layout),
    ),
  )
  checked.problems.sort((one, other) => rowOf(one) - rowOf(other))
  return checked
}

function rowOf({ cell }: FormProblem): number {
  return Number(cell?.replace(/\D/g, "") ?? 0)
}

/** In which rows each line's identifier stands. */
function rowsOfLines({ cells }: ReadSheet, layout: FormLayout, above: number): Map<string, number[]> {
  const rows = new Map<string, number[]>()
  for (const cell of cells.values()) {
    const id = textIn(cell)
    if (cell.row <= above || cell.column !== columnOf(layout, "ID") || id === null) continue
    rows.set(
      id,
      [...(rows.get(id) ?? []), cell.row].toSorted((one, other) => one - other),
    )
  }
  return rows
}

/** Cells that hold something where nothing belongs. */
function outsideTable(sheet: ReadSheet, belongs: (cell: ReadCell) => boolean): FormProblem[] {
  const outside = [...sheet.cells.values()].filter((cell) => !belongs(cell))
  const named = outside
    .slice(0, MOST_NAMED)
    .map((cell) =>
      besideLines(
        cell.formula ? "FORMULA" : "OUTSIDE_TABLE",
        `Ô ngoài bảng ghi ${shown(cell)} nên không được đọc; hãy chuyển vào dòng tương ứng rồi xóa ở đây`,
        sheet.name,
        cellName(cell.row, cell.column),
      ),
    )
  return outside.length <= MOST_NAMED
    ? named
    : [
        ...named,
        besideLines(
          "OUTSIDE_TABLE",
          `Còn ${outside.length - MOST_NAMED} ô khác ngoài bảng có nội dung`,
          sheet.name,
        ),
      ]
}

function filledIn({ cells }: ReadSheet, layout: FormLayout, row: number): Record<FormKey, FormValue> {
  return Object.fromEntries(
    layout.filled.map(({ key }) => [key, handedBack(cells.get(cellName(row, columnOf(layout, key))))]),
  ) as Record<FormKey, FormValue>
}

interface LineProblem {
  code: string
  message: string
  key: FormKey | null
  column: number
}

function checkLine(
  { cells }: ReadSheet,
  row: number,
  line: FormLine,
  today: CalendarDate,
): { problems: LineProblem[]; details: LineDetails } {
  const problems: LineProblem[] = []
  const layout = LAYOUTS[line.kind]
  const cellAt = (column: number) => (column === 0 ? undefined : cells.get(cellName(row, column)))
  const inColumn = (key: FormKey) => cellAt(columnOf(layout, key))
  const problem = (key: FormKey, { code, message }: { code: string; message: string }) => {
    problems.push({ code, message, key, column: columnOf(layout, key) })
  }
  const read = <T>(key: FormKey, found: Read<T>): T | null => {
    if ("value" in found) return found.value
    problem(key, found)
    return null
  }

  problems.push(...changedFixed(cellAt, line))
  const document: DocumentCells = {
    number: read("DOCUMENT_NUMBER", readText(inColumn("DOCUMENT_NUMBER"))),
    issuedOn: read("DOCUMENT_DATE", readDate(inColumn("DOCUMENT_DATE"), today)),
  }
  if (document.issuedOn !== null && inColumn("DOCUMENT_NUMBER") === undefined)
    problem("DOCUMENT_NUMBER", {
      code: "DOCUMENT_NUMBER_MISSING",
      message: "Có ngày văn bản mà thiếu số, ký hiệu; hãy ghi cả hai, hoặc xóa ngày",
    })
  const came: LineDetails = {
    answer: read("ANSWER", readAnswer(inColumn("ANSWER"), line)),
    progress: read("PROGRESS", readText(inColumn("PROGRESS"))),
    resultDocument: documentWords(document),
    percentage: read("PERCENTAGE", readPercentage(inColumn("PERCENTAGE"))),
    difficulties: read("DIFFICULTIES", readText(inColumn("DIFFICULTIES"))),
    proposal: read("PROPOSAL", readText(inColumn("PROPOSAL"))),
    nextPlan: read("NEXT_PLAN", readText(inColumn("NEXT_PLAN"))),
  }
  const details = asOnPlatform(came, line)
  const wrong = (field: WrittenField) =>
    problems.some(({ key }) => keysOf(field).some((each) => each === key))
  if (details.answer === null && !wrong("ANSWER"))
    problem("ANSWER", {
      code: "ANSWER_MISSING",
      message: `Chưa trả lời; hãy chọn một trong: ${choicesOf(line).join("; ")}`,
    })
  const changed = changedFields(details, line)
  const refusals = lineRefusals(details)
  if (changed.includes("ANSWER")) refusals.push(...answerRefusals(details.answer, line))
  for (const { reason, field, message } of refusals) {
    const [key] = keysOf(fieldOf(field))
    if (key !== undefined && !wrong(fieldOf(field))) problem(key, { code: reason, message })
  }
  for (const field of changed) {
    const [key] = keysOf(field)
    if (key !== undefined && !line.openFields.includes(field) && !wrong(field))
      problem(key, {
        code: "FIELD_NOT_RETURNED",
        message: `Ô này không bị trả lại nên không sửa được; trên hệ thống đang là ${onPlatform(line, field)}`,
      })
  }
  problems.push(...staleness(cellAt, line, changed))
  return { problems, details }
}

/** What nobody changes: the code and the name that a line is known by. */
function changedFixed(cellAt: (column: number) => ReadCell | undefined, line: FormLine): LineProblem[] {
  const fixed = fixedOf(line)
  return (["CODE", "NAME"] as const).flatMap((key) => {
    const column = columnOf(LAYOUTS[line.kind], key)
    const cell = cellAt(column)
    if (sameWords(textIn(cell), String(fixed[key]))) return []
    const [code, what] =
      key === "CODE" ? (["CODE_CHANGED", "Mã"] as const) : (["NAME_CHANGED", "Nội dung"] as const)
    return [
      {
        code,
        key: null,
        column,
        message: `${what} của dòng ghi ${shown(cell)}; phải là “${String(fixed[key]).slice(0, 200)}”, không sửa ô này`,
      },
    ]
  })
}

/** What somebody wrote on the platform after the file was made; what a file of the agency had said may be said anew. */
function staleness(
  cellAt: (column: number) => ReadCell | undefined,
  line: FormLine,
  changed: readonly WrittenField[],
): LineProblem[] {
  const content = cellAt(columnOf(LAYOUTS[line.kind], "VERSION"))?.content
  const version = content?.kind === "NUMBER" ? content.number : null
  if (version === line.version || line.fromWorkbook || changed.length === 0) return []
  const now = changed
    .map((field) => `${headingOf(line, field)} đang là ${onPlatform(line, field)}`)
    .join("; ")
  return [
    {
      code: "LINE_CHANGED_MEANWHILE",
      key: null,
      column: columnOf(LAYOUTS[line.kind], "CODE"),
      message: `Dòng đã được sửa trên hệ thống sau khi lập tệp: ${now}. Nếu vẫn lấy theo tệp, hãy gửi bản có ghi chú này`,
    },
  ]
}

function readAnswer(cell: ReadCell | undefined, line: FormLine): Read<LineAnswer> {
  const read = readText(cell)
  if (!("value" in read) || read.value === null) return read as Read<LineAnswer>
  const words = read.value.normalize("NFC")
  const found = Object.entries(ANSWERS).find(([, answer]) => answer === words)
  if (found !== undefined) return { value: found[0] as LineAnswer }
  return {
    code: "ANSWER_UNKNOWN",
    message: `Không có câu trả lời ${shown(cell)}; hãy chọn một trong: ${choicesOf(line).join("; ")}`,
  }
}

/** What says the same as the platform has it stays as the platform has it: programs alter line breaks and letters' composition. */
function asOnPlatform(came: LineDetails, line: FormLine): LineDetails {
  const same = (one: string | null, other: string | null) => (sameWords(one, other) ? other : one)
  return {
    ...came,
    progress: same(came.progress, line.progress),
    resultDocument: same(came.resultDocument, line.resultDocument),
    difficulties: same(came.difficulties, line.difficulties),
    proposal: same(came.proposal, line.proposal),
    nextPlan: same(came.nextPlan, line.nextPlan),
  }
}

/** The fields in which a file says something else than the platform. */
export function changedFields(details: LineDetails, line: LineDetails): WrittenField[] {
  return WRITTEN_FIELDS.filter((field) => {
    const { input } = FIELDS[field]
    return (details[input] ?? null) !== (line[input] === "" ? null : line[input])
  })
}

function onPlatform(line: FormLine, field: WrittenField): string {
  const value = line[FIELDS[field].input]
  if (value === null || value === "") return "trống"
  const words = field === "ANSWER" ? ANSWERS[value as LineAnswer] : String(value)
  return `“${words.length > 100 ? `${words.slice(0, 100)}…` : words}”`
}

function headingOf({ kind }: FormLine, field: WrittenField): string {
  return LAYOUTS[kind].filled.find((column) => column.field === field)?.heading ?? field
}

function keysOf(field: WrittenField): FormKey[] {
  return LAYOUTS.TASK.filled.filter((column) => column.field === field).map(({ key }) => key)
}

function fieldOf(input: string): WrittenField {
  return WRITTEN_FIELDS.find((field) => FIELDS[field].input === input) as WrittenField
}

/** A cell as a text; null of one that holds nothing. */
function textIn(cell: ReadCell | undefined): string | null {
  const value = handedBack(cell)
  return value === null ? null : typeof value === "object" ? value.date : String(value)
}

function sameWords(one: string | null, other: string | null): boolean {
  return plainWords(one) === plainWords(other)
}

function plainWords(words: string | null): string {
  return (words ?? "")
    .normalize("NFC")
    .replace(/[^\P{Cc}\s]/gu, "")
    .replace(/\s+/g, " ")
    .trim()
}
