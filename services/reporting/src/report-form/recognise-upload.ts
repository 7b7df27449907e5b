import { authored, type RequestContext, uuidOf } from "@plan43/subgraph"
import type { ReadWorkbook } from "@plan43/workbook"
import type { AgencyReport } from "../report/agency-report.ts"
import { reportById } from "../report/find-reports.ts"
import { WRITABLE } from "../report/report-state.ts"
import type { ReportingRound } from "../round/round.ts"
import { identityOf } from "./check-form.ts"
import { ownUpload, readUpload } from "./check-workbook.ts"
import { type FormProblem, ofFile } from "./form-problem.ts"
import { checkOf } from "./look-at-upload.ts"
import { RecognisedWorkbook } from "./recognised-workbook.ts"
import { IDENTITY, SHEETS } from "./report-form.ts"

/**
 * Finds whose report of a round a file is that somebody uploaded, and holds it against that; nothing is recorded.
 * @throws Refused with FILE_NOT_READY
 */
export async function recogniseUpload(
  ctx: RequestContext,
  round: Pick<ReportingRound, "id" | "name">,
  fileId: string,
): Promise<RecognisedWorkbook> {
  const read = await readUpload(await ownUpload(ctx.em, authored(ctx), fileId))
  if ("problem" in read) return recognised(null, read.problem)
  const named = reportNamedBy(read.workbook, round)
  if ("problem" in named) return recognised(null, named.problem)
  const report = await reportById(ctx, named.reportId)
  if (report === null || report.roundId !== round.id) return recognised(null, UNKNOWN_REPORT)
  if (!WRITABLE.includes(report.state)) return recognised(report, NOT_WRITABLE)
  return Object.assign(new RecognisedWorkbook(), {
    report,
    check: await checkOf(authored(ctx), report.id, read),
    problem: null,
  })
}

/** Which report of a round a form names on its identity sheet; or that it is no form of it: NOT_THE_FORM, WRONG_ROUND. */
export function reportNamedBy(
  workbook: ReadWorkbook,
  round: Pick<ReportingRound, "id" | "name">,
): { reportId: string } | { problem: FormProblem } {
  const identity = identityOf(workbook)
  const reportId = uuidOf(identity?.get(IDENTITY.REPORT) ?? "")
  if (identity === null || reportId === null) return { problem: NOT_THE_FORM }
  if (identity.get(IDENTITY.ROUND) === round.id) return { reportId }
  const said = (name: string) => identity.get(name) ?? "không rõ"
  return {
    problem: ofFile(
      "WRONG_ROUND",
      `Tệp của cơ quan “${said(IDENTITY.AGENCY_NAME)}” cho kỳ “${said(IDENTITY.ROUND_NAME)}”; đây là kỳ “${round.name}”. Hãy tải tệp lên ở đúng kỳ, hoặc đề nghị cơ quan điền biểu mẫu của kỳ này`,
    ),
  }
}

function recognised(report: AgencyReport | null, problem: FormProblem): RecognisedWorkbook {
  return Object.assign(new RecognisedWorkbook(), { report, check: null, problem })
}

const NOT_THE_FORM = ofFile(
  "NOT_THE_FORM",
  `Tệp không phải biểu mẫu do hệ thống lập (thiếu trang ${SHEETS.IDENTITY}); hãy tải biểu mẫu ở báo cáo của cơ quan rồi chép nội dung sang`,
)
const UNKNOWN_REPORT = ofFile(
  "WRONG_AGENCY",
  "Tệp ghi báo cáo không có trong kỳ này; hãy tải biểu mẫu ở báo cáo của cơ quan rồi chép nội dung sang",
)
const NOT_WRITABLE = ofFile(
  "REPORT_NOT_WRITABLE",
  "Báo cáo này đã trình hoặc đã gửi nên không nhận tệp; chỉ nhận khi đang soạn hoặc bị trả lại",
)
