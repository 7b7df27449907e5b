import type { EntityManager } from "@mikro-orm/postgresql"
import { Refused } from "@plan43/subgraph"
import { sql } from "kysely"

/** @throws Refused with CLIENT_REVOKED when the system was revoked, which is for good */
export async function requireNotRevoked(em: EntityManager, id: string): Promise<void> {
  const { rows } = await sql`select from api_client where id = ${id} and revoked_at is not null`.execute(
    em.getKysely<unknown>(),
  )
  if (rows.length > 0)
    throw new Refused([
      {
        reason: "CLIENT_REVOKED",
        field: "id",
        message: "Thông tin truy cập của hệ thống này đã bị thu hồi vĩnh viễn; hãy đăng ký mới",
      },
    ])
}
