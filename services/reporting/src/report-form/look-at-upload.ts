import { notFound, type RecordingContext, Refused } from "@plan43/subgraph"
import { type CheckedForm, changedFields, checkForm, NOTHING_READ } from "./check-form.ts"
import { ownUpload, type ReadUpload, readUpload } from "./check-workbook.ts"
import { gatherForm } from "./gather-form.ts"
import { WorkbookCheck } from "./workbook-check.ts"

/**
 * Holds a file that somebody uploaded against a report; nothing is recorded.
 * @throws Refused with FILE_NOT_READY
 */
export async function lookAtUpload(
  ctx: RecordingContext,
  reportId: string,
  fileId: string,
): Promise<WorkbookCheck> {
  return checkOf(ctx, reportId, await readUpload(await ownUpload(ctx.em, ctx, fileId)))
}

/** Holds what was read of a file against a report. @throws Refused with NOT_FOUND */
export async function checkOf(
  ctx: RecordingContext,
  reportId: string,
  read: ReadUpload,
): Promise<WorkbookCheck> {
  const form = await gatherForm(ctx.em, reportId)
  if (form === null) throw new Refused([notFound("id", reportId)])
  const checked: CheckedForm =
    "problem" in read
      ? { ...NOTHING_READ, problems: [read.problem] }
      : checkForm(read.workbook, form, ctx.today)
  const { problems, right, approvedBy, approvedOn } = checked
  return Object.assign(new WorkbookCheck(), {
    form,
    checked,
    problems,
    lineCount: form.lines.length,
    rightCount: right.length,
    changedCount: right.filter(({ line, details }) => changedFields(details, line).length > 0).length,
    approvedBy,
    approvedOn,
  })
}
