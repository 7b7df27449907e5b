import type { EntityManager } from "@mikro-orm/postgresql"
import { sql } from "kysely"

/** The tasks that wait, or waited, for a document or for one merged into it, in the plan's order. */
export async function tasksOfDocument(
  em: EntityManager,
  documentId: string,
): Promise<{ taskId: string; taskCode: string }[]> {
  const { rows } = await sql<{ taskId: string; taskCode: string }>`
    select t.id as "taskId", t.code as "taskCode" from task t
    where t.withdrawn_at is null and t.id in (
      select tt.task_id from task_trigger tt join awaited_document g on g.id = tt.trigger_id
      where g.id = ${documentId}::uuid or g.merged_into = ${documentId}::uuid)
    order by t.position, t.id`.execute(em.getKysely<unknown>())
  return rows
}
