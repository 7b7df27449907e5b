import type { EntityManager } from "@mikro-orm/postgresql"
import { sql } from "kysely"
import type { NoticeSubject } from "../notice/notice-path.ts"
import type { MailSender } from "./mail-sender.ts"
import { messageText } from "./message-text.ts"

interface Waiting extends NoticeSubject {
  address: string
  kind: string
}

/**
 * Sends one message, unless it has been sent. Killed between the mail server's word and ours, it is sent again under
 * the same Message-ID.
 * @throws Error what the mail server said, when it did not take it
 */
export async function attemptDelivery(
  em: EntityManager,
  sender: MailSender,
  id: string,
  publicOrigin: string,
): Promise<void> {
  const db = em.getKysely<unknown>()
  const { rows } = await sql<Waiting>`select d.address, n.kind, n.subject_kind as "subjectKind",
      n.subject_id as "subjectId", n.data from delivery d
    join notice n on n.id = d.notice_id where d.id = ${id}::uuid and d.state = 'WAITING'`.execute(db)
  const [waiting] = rows
  if (waiting === undefined) return
  try {
    await sender.send(id, waiting.address, messageText(waiting.kind, waiting, publicOrigin))
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    await sql`update delivery set attempts = attempts + 1, last_error = ${said.slice(0, 500)}, updated_at = now()
      where id = ${id}::uuid`.execute(db)
    throw error
  }
  await sql`update delivery set state = 'SENT', attempts = attempts + 1, last_error = null, sent_at = now(),
    updated_at = now() where id = ${id}::uuid`.execute(db)
}

/** Marks a message whose every attempt was in vain. */
export async function giveUpDelivery(em: EntityManager, id: string): Promise<void> {
  await sql`update delivery set state = 'FAILED', version = version + 1, updated_at = now(),
    last_error = coalesce(last_error, 'không rõ: chương trình gửi thư đã ngừng giữa chừng')
    where id = ${id}::uuid and state = 'WAITING'`.execute(em.getKysely<unknown>())
}
