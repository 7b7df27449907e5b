import type { EntityManager } from "@mikro-orm/postgresql"
import { type RecordingContext, type Refusal, Refused, uuidOf } from "@plan43/subgraph"
import {
  LARGEST_WORKBOOK,
  type ReadWorkbook,
  readWorkbook,
  type WorkbookFault,
  WorkbookUnreadable,
} from "@plan43/workbook"
import { sql } from "kysely"
import { files } from "../evidence/files-of-reporting.ts"
import { type FormProblem, ofFile } from "./form-problem.ts"

/** A file that somebody uploaded and has not used yet. */
export interface UploadedFile {
  id: string
  name: string
  size: number
  sha256: string
}

/** A file of the viewer's own that waits to be used. @throws Refused with FILE_NOT_READY */
export async function ownUpload(
  em: EntityManager,
  { viewer }: Pick<RecordingContext, "viewer">,
  fileId: string,
): Promise<UploadedFile> {
  const { rows } = await sql<UploadedFile>`select id, name, size::integer as size, sha256 from evidence_file
    where id = ${uuidOf(fileId)}::uuid and state = 'READY' and owner is null and uploaded_by = ${viewer.id}`.execute(
    em.getKysely<unknown>(),
  )
  const [file] = rows
  if (file === undefined) throw new Refused([fileNotReady()])
  return file
}

export function fileNotReady(): Refusal {
  return {
    reason: "FILE_NOT_READY",
    field: "fileId",
    message: "Tệp này không có trong số các tệp đã tải lên xong của bạn mà chưa dùng; hãy tải tệp lên lại",
  }
}

/** What an uploaded file holds, or why nothing of it is read. */
export type ReadUpload = { workbook: ReadWorkbook } | { problem: FormProblem }

export async function readUpload({ id, size }: UploadedFile): Promise<ReadUpload> {
  try {
    if (size > LARGEST_WORKBOOK) throw new WorkbookUnreadable("TOO_LARGE")
    return { workbook: readWorkbook(await files.contentOf(id)) }
  } catch (error) {
    if (!(error instanceof WorkbookUnreadable)) throw error
    return { problem: problemOf(error.fault) }
  }
}

const LARGEST = `${LARGEST_WORKBOOK / 1024 / 1024} MB`

const FAULTS: Readonly<Record<WorkbookFault, string>> = {
  NOT_A_WORKBOOK: "Tệp không phải bảng tính Excel (.xlsx); hãy lưu lại dạng “Excel Workbook (*.xlsx)”",
  TOO_LARGE: `Tệp hoặc nội dung giải nén quá lớn; biểu mẫu đã điền nhiều nhất ${LARGEST}, hãy bỏ hình ảnh và trang thừa`,
  DAMAGED: "Tệp bị hỏng hoặc bị cắt; hãy mở thử, lưu lại dạng .xlsx rồi gửi lại",
  ENCRYPTED: "Tệp có mật khẩu nên không đọc được; hãy gỡ mật khẩu rồi gửi lại",
  WITH_MACROS: "Tệp có macro nên không được nhận; hãy lưu lại dạng .xlsx không có macro",
  OUTSIDE_DATA:
    "Tệp lấy dữ liệu từ tệp hoặc nguồn khác; hãy ngắt liên kết (Data, Edit Links) và dán lại thành giá trị",
}

/** What a file of which nothing is read has against it. */
export function problemOf(fault: WorkbookFault): FormProblem {
  return ofFile(fault, FAULTS[fault])
}
