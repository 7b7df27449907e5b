import type { EntityManager } from "@mikro-orm/postgresql"
import type { Identity } from "@plan43/authorization"
import { sql } from "kysely"
import { ACCEPTED_TYPES, typePromisedBy } from "../content/file-type.ts"
import { LARGEST_FILE } from "../file/file-state.ts"
import { FileRefused } from "../file/refusal.ts"
import { sanitisedName } from "../name/file-name.ts"

/** Files of one person that are attached to nothing: more than a day's work needs, few enough to fill no disk. */
export const MOST_WAITING = 40

/**
 * Makes the row of a file that is about to be uploaded.
 * @param given the name as the client sent it
 * @param size in bytes, as the client promised
 * @throws FileRefused when its name or size cannot become a file that is taken, or too many wait
 */
export async function beginUpload(
  em: EntityManager,
  viewer: Identity,
  id: string,
  given: string,
  size: number | undefined,
): Promise<void> {
  const name = sanitisedName(given)
  if (typePromisedBy(name) === null)
    throw new FileRefused(
      415,
      "FILE_TYPE_REFUSED",
      `Tệp “${name}” không thuộc loại được nhận; hãy gửi một trong các loại ${ACCEPTED_TYPES}`,
    )
  if (size === undefined || size < 1)
    throw new FileRefused(400, "FILE_EMPTY", `Tệp “${name}” không có nội dung; hãy chọn đúng tệp`)
  if (size > LARGEST_FILE) throw fileTooLarge()
  const db = em.getKysely<unknown>()
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from evidence_file
    where uploaded_by = ${viewer.id} and owner is null and state in ('UPLOADING', 'READY')`.execute(db)
  if ((rows[0]?.waiting ?? 0) >= MOST_WAITING)
    throw new FileRefused(
      429,
      "TOO_MANY_FILES_WAITING",
      `Đã có ${MOST_WAITING} tệp tải lên mà chưa gắn vào báo cáo nào; hãy gửi hoặc gỡ bớt rồi thử lại`,
    )
  await sql`insert into evidence_file (id, name, size, uploaded_by, uploaded_by_name, agency_id)
    values (${id}, ${name}, ${size}, ${viewer.id}, ${viewer.name}, ${viewer.agencyId}::uuid)`.execute(db)
}

export function fileTooLarge(): FileRefused {
  const megabytes = LARGEST_FILE / 1024 / 1024
  return new FileRefused(
    413,
    "FILE_TOO_LARGE",
    `Tệp quá lớn; nhiều nhất là ${megabytes} MB. Hãy nén ảnh trong tệp hoặc chia thành nhiều tệp`,
  )
}
