import { type CalendarDate, inFigures } from "@plan43/calendar"
import { isWebAddress, LONGEST_LINE, LONGEST_TEXT, lengthRefusals, type Refusal } from "@plan43/subgraph"
import type { ReportedTaskState } from "../status/work.ts"
import type { ReportField } from "../verification/report-verification.ts"
import type { ProgressAnswer } from "./progress-report.ts"
import type { ResultDocument } from "./result-document.ts"

/** What a report says of the work. */
export interface ReportContent {
  state: ReportedTaskState
  /** From 0 to 100; null where a percentage makes no sense. */
  percentage: number | null
  done: string | null
  result: ResultDocument
  completedOn: CalendarDate | null
  difficulties: string | null
  nextStep: string | null
}

/** An answer as it is given; only the one about progress says a state. */
export interface GivenAnswer extends Omit<ReportContent, "state" | "result"> {
  answer: ProgressAnswer
  state: ReportedTaskState | null
  result: ResultDocument | null
}

export const NO_DOCUMENT: ResultDocument = {
  number: null,
  issuedOn: null,
  issuer: null,
  link: null,
  fileIds: [],
}

/** The text without what surrounds it; null where nothing is left. */
export function textOf(text: string | null): string | null {
  return text === null || text.trim() === "" ? null : text.trim()
}

/** The document with its texts as {@link textOf} has them. */
export function documentOf(given: ResultDocument | null): ResultDocument {
  if (given === null) return NO_DOCUMENT
  const { number, issuedOn, issuer, link, fileIds } = given
  return { number: textOf(number), issuedOn, issuer: textOf(issuer), link: textOf(link), fileIds }
}

/** What an answer about progress says, texts as they are kept. */
export function contentOf({ state, result, ...given }: GivenAnswer): ReportContent {
  return {
    state: state ?? "NOT_STARTED",
    percentage: given.percentage,
    done: textOf(given.done),
    result: documentOf(result),
    completedOn: given.completedOn,
    difficulties: textOf(given.difficulties),
    nextStep: textOf(given.nextStep),
  }
}

/**
 * What is wrong with an answer by itself: STATE_MISSING, ANSWER_WITH_PROGRESS, PERCENTAGE_OUT_OF_RANGE,
 * PERCENTAGE_CONTRADICTS_STATE, COMPLETED_ON_MISSING, COMPLETED_ON_WITHOUT_COMPLETION, DATE_IN_FUTURE, LINK_MALFORMED,
 * TEXT_TOO_LONG.
 * @param today in Hanoi
 */
export function answerRefusals(given: GivenAnswer, today: CalendarDate): Refusal[] {
  const tooLong = lengthRefusals(given, {
    done: LONGEST_TEXT,
    difficulties: LONGEST_TEXT,
    nextStep: LONGEST_TEXT,
  })
  const ofDocument = documentRefusals(given.result, "result", today)
  if (given.answer !== "PROGRESS") return [...tooLong, ...progressWithout(given)]
  return [...tooLong, ...ofDocument, ...stateRefusals(given, today)]
}

/**
 * What is wrong with a document by itself: DATE_IN_FUTURE, LINK_MALFORMED, TEXT_TOO_LONG.
 * @param field the input that holds it
 */
export function documentRefusals(
  given: ResultDocument | null,
  field: string,
  today: CalendarDate,
): Refusal[] {
  if (given === null) return []
  const refusals = lengthRefusals(given, {
    number: LONGEST_LINE,
    issuer: LONGEST_LINE,
    link: LONGEST_LINE,
  }).map((refusal) => ({ ...refusal, field: `${field}.${refusal.field}` }))
  if (given.issuedOn !== null && given.issuedOn > today)
    refusals.push(inFuture(`${field}.issuedOn`, given.issuedOn, today))
  const link = textOf(given.link)
  if (link !== null && !isWebAddress(link))
    refusals.push({
      reason: "LINK_MALFORMED",
      field: `${field}.link`,
      message: `“${link}” không phải địa chỉ web; hãy ghi cả “https://”`,
    })
  return refusals
}

/**
 * What a completed task with an expected document still lacks of that document: RESULT_NUMBER_MISSING,
 * RESULT_DATE_MISSING, RESULT_ISSUER_MISSING, RESULT_EVIDENCE_MISSING.
 */
export function missingResult({ number, issuedOn, issuer, link, fileIds }: ResultDocument): Refusal[] {
  const missing = (reason: string, field: string, what: string) => ({
    reason,
    field,
    message: `Nhiệm vụ này có sản phẩm là văn bản; muốn báo cáo hoàn thành, hãy ghi ${what}`,
  })
  return [
    ...(number === null
      ? [missing("RESULT_NUMBER_MISSING", "result.number", "số, ký hiệu của văn bản")]
      : []),
    ...(issuedOn === null
      ? [missing("RESULT_DATE_MISSING", "result.issuedOn", "ngày ban hành văn bản")]
      : []),
    ...(issuer === null
      ? [missing("RESULT_ISSUER_MISSING", "result.issuer", "cơ quan ban hành văn bản")]
      : []),
    ...(link === null && fileIds.length === 0
      ? [missing("RESULT_EVIDENCE_MISSING", "result.link", "đường dẫn đến văn bản hoặc tải tệp văn bản lên")]
      : []),
  ]
}

/** Where a report says something else than one before: the fields in the order of the form. */
export function differingFields(before: ReportContent, after: ReportContent): ReportField[] {
  const sameResult =
    (["number", "issuedOn", "issuer", "link"] as const).every(
      (key) => before.result[key] === after.result[key],
    ) && sameFiles(before.result.fileIds, after.result.fileIds)
  const same: readonly [ReportField, boolean][] = [
    ["STATE", before.state === after.state],
    ["PERCENTAGE", before.percentage === after.percentage],
    ["DONE", before.done === after.done],
    ["RESULT", sameResult],
    ["COMPLETED_ON", before.completedOn === after.completedOn],
    ["DIFFICULTIES", before.difficulties === after.difficulties],
    ["NEXT_STEP", before.nextStep === after.nextStep],
  ]
  return same.flatMap(([field, unchanged]) => (unchanged ? [] : [field]))
}

/** In whatever order they were given. */
function sameFiles(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify(one.toSorted()) === JSON.stringify(other.toSorted())
}

function stateRefusals({ state, percentage, completedOn }: GivenAnswer, today: CalendarDate): Refusal[] {
  if (state === null)
    return [{ reason: "STATE_MISSING", field: "state", message: "Hãy chọn tình trạng thực hiện" }]
  const refusals: Refusal[] = []
  if (percentage !== null && (percentage < 0 || percentage > 100))
    refusals.push({
      reason: "PERCENTAGE_OUT_OF_RANGE",
      field: "percentage",
      message: `Tỷ lệ ${percentage} nằm ngoài khoảng từ 0 đến 100`,
    })
  else if (percentage !== null && contradicts(state, percentage))
    refusals.push({
      reason: "PERCENTAGE_CONTRADICTS_STATE",
      field: "percentage",
      message:
        state === "COMPLETED"
          ? `Đã hoàn thành thì tỷ lệ là 100 hoặc để trống, không phải ${percentage}`
          : `Chưa bắt đầu thì tỷ lệ là 0 hoặc để trống, không phải ${percentage}`,
    })
  if (state === "COMPLETED" && completedOn === null)
    refusals.push({
      reason: "COMPLETED_ON_MISSING",
      field: "completedOn",
      message: "Đã hoàn thành thì phải ghi ngày hoàn thành",
    })
  if (state !== "COMPLETED" && completedOn !== null)
    refusals.push({
      reason: "COMPLETED_ON_WITHOUT_COMPLETION",
      field: "completedOn",
      message: "Chỉ ghi ngày hoàn thành khi tình trạng là đã hoàn thành",
    })
  if (completedOn !== null && completedOn > today) refusals.push(inFuture("completedOn", completedOn, today))
  return refusals
}

function contradicts(state: ReportedTaskState, percentage: number): boolean {
  return (state === "COMPLETED" && percentage !== 100) || (state === "NOT_STARTED" && percentage !== 0)
}

/** "No change" and "nothing to report" say nothing of the work itself. */
function progressWithout({ state, percentage, done, result, completedOn }: GivenAnswer): Refusal[] {
  const given = {
    state: state !== null,
    percentage: percentage !== null,
    done: textOf(done) !== null,
    result: differs(documentOf(result), NO_DOCUMENT),
    completedOn: completedOn !== null,
  }
  return Object.entries(given).flatMap(([field, isGiven]) =>
    isGiven
      ? [
          {
            reason: "ANSWER_WITH_PROGRESS",
            field,
            message: "Trả lời “không thay đổi” hoặc “không có gì để báo cáo” thì không ghi mục này",
          },
        ]
      : [],
  )
}

function differs(one: ResultDocument, other: ResultDocument): boolean {
  return JSON.stringify(one) !== JSON.stringify(other)
}

function inFuture(field: string, day: CalendarDate, today: CalendarDate): Refusal {
  return {
    reason: "DATE_IN_FUTURE",
    field,
    message: `Ngày ${inFigures(day)} còn ở phía trước; muộn nhất là hôm nay, ${inFigures(today)}`,
  }
}
