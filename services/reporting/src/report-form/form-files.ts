import type { CalendarDate } from "@plan43/calendar"
import { writeForm } from "@plan43/workbook"
import { madeFile } from "../made-file/made-file.ts"
import { RoundFile } from "../synthesis/round-synthesis.ts"
import type { CheckedForm } from "./check-form.ts"
import { formSheets } from "./form-sheets.ts"
import type { ReportForm } from "./report-form.ts"

/** The form of a report, to be sent to its agency. */
export async function formFile(form: ReportForm, day: CalendarDate): Promise<RoundFile> {
  return fileOf(form, "biểu mẫu", await writeForm(formSheets(form, day)))
}

/** What came in a file as a form again, with remarks beside what is to be corrected; to be sent back. */
export async function annotatedFile(
  form: ReportForm,
  checked: CheckedForm,
  day: CalendarDate,
): Promise<RoundFile> {
  return fileOf(form, "cần sửa", await writeForm(formSheets(form, day, checked)))
}

function fileOf({ agencyName, roundName, simulated }: ReportForm, what: string, bytes: Buffer): RoundFile {
  const words = [`${agencyName} ${what} ${roundName}`]
  return Object.assign(new RoundFile(), madeFile({ simulated, words, extension: "xlsx" }, bytes))
}
