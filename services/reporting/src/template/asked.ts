import type { EntityManager } from "@mikro-orm/postgresql"
import { LONGEST_TEXT, lengthRefusals, type Refusal, Refused, uuidOf } from "@plan43/subgraph"
import { sql } from "kysely"
import type { ItemScope } from "../item/items-in-scope.ts"
import { questionsOf } from "../item/question.ts"

/** What is asked of whom: by a round, and by a template for rounds. */
export interface AskedDetails extends ItemScope {
  /** A question on each line; null: none. */
  questions: string | null
  /** Empty: everybody who leads something. */
  agencyIds: readonly string[]
}

/** So many questions a round asks besides the plan; more are another round. */
export const MOST_QUESTIONS = 50

/** What is asked, as columns. */
export function askedColumns({ itemKinds, sections, questions, agencyIds }: AskedDetails) {
  return {
    item_kinds: [...new Set(itemKinds)],
    sections: [...new Set(sections)],
    questions: questionsOf(questions).length === 0 ? null : questionsOf(questions).join("\n"),
    agency_ids: agencyIds,
  }
}

/** What is wrong with what is asked, by itself: NOTHING_ASKED, SECTIONS_WITHOUT_TASKS, TOO_MANY_QUESTIONS, TEXT_TOO_LONG. */
export function askedRefusals(details: AskedDetails): Refusal[] {
  const { itemKinds, sections } = details
  const questions = questionsOf(details.questions)
  const refusals = lengthRefusals(details, { questions: LONGEST_TEXT })
  if (itemKinds.length === 0 && questions.length === 0)
    refusals.push({
      reason: "NOTHING_ASKED",
      field: "questions",
      message: "Không hỏi nhiệm vụ, chỉ tiêu nào thì phải ghi ít nhất một nội dung được hỏi",
    })
  if (sections.length > 0 && !itemKinds.includes("TASK"))
    refusals.push({
      reason: "SECTIONS_WITHOUT_TASKS",
      field: "sections",
      message: `Đã chọn nhóm nhiệm vụ ${sections.join(", ")} nhưng không hỏi nhiệm vụ nào; hãy chọn cả nhiệm vụ, hoặc bỏ các nhóm`,
    })
  if (questions.length > MOST_QUESTIONS)
    refusals.push({
      reason: "TOO_MANY_QUESTIONS",
      field: "questions",
      message: `Có ${questions.length} nội dung được hỏi; nhiều nhất ${MOST_QUESTIONS}, mỗi nội dung một dòng`,
    })
  return refusals
}

/** Holds what is asked against what there is. @throws Refused with AGENCY_UNKNOWN, SECTION_UNKNOWN */
export async function requireKnown(
  em: EntityManager,
  { agencyIds, sections }: Pick<AskedDetails, "agencyIds" | "sections">,
): Promise<void> {
  const db = em.getKysely<unknown>()
  const { rows } = await sql<{ id: string }>`select id from agency_reference
    where id = any(${agencyIds.map(uuidOf)}::uuid[])`.execute(db)
  const known = new Set<string | null>(rows.map((row) => row.id))
  const unknown = agencyIds.find((agencyId) => !known.has(uuidOf(agencyId)))
  if (unknown !== undefined)
    throw new Refused([
      {
        reason: "AGENCY_UNKNOWN",
        field: "agencyIds",
        message: `Không có cơ quan nào mang định danh “${unknown}”`,
      },
    ])
  const { rows: missing } = await sql<{ section: string }>`
    select named.section from unnest(${sections}::text[]) as named(section)
    where not exists (select 1 from report_item item where item.section = named.section and item.withdrawn_at is null)
    limit 1`.execute(db)
  if (missing[0] !== undefined)
    throw new Refused([
      {
        reason: "SECTION_UNKNOWN",
        field: "sections",
        message: `Không có nhóm nhiệm vụ nào mang số “${missing[0].section}”; hãy ghi số La Mã của nhóm, ví dụ IV`,
      },
    ])
}
