import type { EntityManager } from "@mikro-orm/postgresql"
import { Refused, uuidOf } from "@plan43/subgraph"
import { sql } from "kysely"

/** The template that a round was filled in from, and which version of it; null: none. */
interface ChosenTemplate {
  templateId: string | null
  templateVersion: number | null
}

/**
 * Holds what a round says it was filled in from against the templates. One that was withdrawn since stays with a round that
 * was filled in from it.
 * @throws Refused with TEMPLATE_UNKNOWN, TEMPLATE_VERSION_UNKNOWN
 */
export async function requireTemplate(
  em: EntityManager,
  roundId: string,
  { templateId, templateVersion }: ChosenTemplate,
): Promise<void> {
  if (templateId === null) return
  const { rows } = await sql<{ version: number }>`
    select version from report_template template
    where id = ${uuidOf(templateId)}::uuid and (withdrawn_at is null
      or exists (select 1 from round where round.id = ${roundId} and round.template_id = template.id))`.execute(
    em.getKysely<unknown>(),
  )
  const [template] = rows
  if (template === undefined)
    throw new Refused([
      {
        reason: "TEMPLATE_UNKNOWN",
        field: "templateId",
        message: `Không có mẫu báo cáo nào mang định danh “${templateId}”, hoặc mẫu đã rút; hãy chọn mẫu khác`,
      },
    ])
  const version = templateVersion ?? 0
  if (version < 1 || version > template.version)
    throw new Refused([
      {
        reason: "TEMPLATE_VERSION_UNKNOWN",
        field: "templateVersion",
        message: `Mẫu báo cáo không có phiên bản ${version}; phiên bản hiện tại là ${template.version}`,
      },
    ])
}
