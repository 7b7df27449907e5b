import { type CalendarDate, inFigures } from "@plan43/calendar"
import { eachOnce } from "@plan43/evidence"
import { LONGEST_LINE, lengthRefusals, type Refusal } from "@plan43/subgraph"

/** A report that came on paper, as the paper says. */
export interface ReceivedPaper {
  approvedBy: string
  approvedOn: CalendarDate | null
  /** Of its scans. */
  fileIds: readonly string[]
}

/** How a report reached the Department. */
export interface Receipt {
  receivedOn: CalendarDate
  /** null: it came as the Excel file that was taken last. */
  paper: ReceivedPaper | null
}

/** Days that a report cannot have come before or after. */
export interface ReceiptDays {
  openedOn: CalendarDate
  /** When it was returned last; null: it never was. */
  returnedOn: CalendarDate | null
  today: CalendarDate
}

/**
 * What is wrong with the day on which a report came: RECEIVED_IN_FUTURE, RECEIVED_BEFORE_ROUND, RECEIVED_BEFORE_RETURN. It counts
 * for whether the report is late, so it is neither guessed nor set before anybody was asked.
 */
export function receivedOnRefusals(
  receivedOn: CalendarDate,
  { openedOn, returnedOn, today }: ReceiptDays,
): Refusal[] {
  const received = `Ngày nhận ${inFigures(receivedOn)}`
  const refusal = (reason: string, message: string) => [{ reason, field: "receivedOn", message }]
  if (receivedOn > today)
    return refusal("RECEIVED_IN_FUTURE", `${received} không được sau hôm nay, ${inFigures(today)}`)
  if (receivedOn < openedOn)
    return refusal("RECEIVED_BEFORE_ROUND", `${received} không được trước ngày mở kỳ, ${inFigures(openedOn)}`)
  if (returnedOn !== null && receivedOn < returnedOn)
    return refusal(
      "RECEIVED_BEFORE_RETURN",
      `${received} không được trước ngày trả lại báo cáo để sửa, ${inFigures(returnedOn)}`,
    )
  return []
}

/** What is wrong with what a paper says: APPROVER_MISSING, TEXT_TOO_LONG, APPROVED_AFTER_RECEIPT, SCAN_MISSING. */
export function paperRefusals(paper: ReceivedPaper, receivedOn: CalendarDate): Refusal[] {
  const refusals = lengthRefusals(paper, { approvedBy: LONGEST_LINE })
  const refuse = (reason: string, field: keyof ReceivedPaper, message: string) =>
    refusals.push({ reason, field, message })
  if (paper.approvedBy.trim() === "")
    refuse("APPROVER_MISSING", "approvedBy", "Hãy ghi họ và tên thủ trưởng đã ký báo cáo giấy")
  if (paper.approvedOn !== null && paper.approvedOn > receivedOn)
    refuse(
      "APPROVED_AFTER_RECEIPT",
      "approvedOn",
      `Ngày ký ${inFigures(paper.approvedOn)} không được sau ngày nhận, ${inFigures(receivedOn)}`,
    )
  if (eachOnce(paper.fileIds).length === 0)
    refuse("SCAN_MISSING", "fileIds", "Hãy đính kèm bản chụp của báo cáo giấy đã ký")
  return refusals.map((refusal) => ({ ...refusal, field: `paper.${refusal.field}` }))
}
