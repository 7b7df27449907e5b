import { OFFICIAL_LETTER_MEDIA_TYPE, writeOfficialLetter } from "@plan43/official-letter"
import { batched } from "@plan43/subgraph"
import { sql } from "kysely"
import { Field, ObjectType } from "type-graphql"
import { type LetterContent, type PlanNamed, reminderLetterOf } from "./letter-text.ts"
import { itemsOfLetter } from "./reminder-item.ts"
import type { ReminderLetter } from "./reminder-letter.ts"

/** A Word file within an answer of the graph: letters are small, some ten kilobytes. */
@ObjectType({ simpleResolvers: true, description: "A Word file" })
export class WordFile {
  @Field(() => String)
  name!: string

  @Field(() => String)
  mediaType!: string

  @Field(() => String, { description: "Its bytes" })
  base64!: string
}

/** What a letter is written from. */
export const contentOfLetter = batched(
  async (ctx, letters: readonly ReminderLetter[]): Promise<LetterContent[]> => {
    const ids = letters.map(({ id }) => id)
    const [items, { rows }] = await Promise.all([
      Promise.all(ids.map((id) => itemsOfLetter(ctx, id))),
      sql<{ name: string | null; code: string; plans: PlanNamed[]; simulated: boolean }>`
        select a.name, a.code, exists (select 1 from simulation) as simulated, coalesce((
          select jsonb_agg(jsonb_build_object('number', p.number, 'issuedOn', p.issued_on, 'issuer', p.issuer)
            order by p.issued_on, p.number)
          from plan p where p.id in (select t.plan_id from reminder_item i join task t on t.id = i.task_id
            where i.letter_id = l.id)), '[]') as plans
        from unnest(${ids}::uuid[]) with ordinality as asked(id, position)
        join reminder_letter l on l.id = asked.id join agency_reference a on a.id = l.agency_id
        order by asked.position`.execute(ctx.em.getKysely<unknown>()),
    ])
    return letters.map((letter, place) => ({
      letter,
      agencyName: rows[place]?.name ?? rows[place]?.code ?? "",
      plans: rows[place]?.plans ?? [],
      items: items[place] ?? [],
      simulated: rows[place]?.simulated ?? false,
    }))
  },
  ({ id, version }) => `${id} ${version}`,
)

/** A letter as a Word file. */
export async function wordFileOf(content: LetterContent): Promise<WordFile> {
  const file = await writeOfficialLetter(reminderLetterOf(content))
  const { number, symbol, datedOn } = content.letter
  return {
    name: `${content.simulated ? "MÔ PHỎNG " : ""}${datedOn} ${number}-${symbol.replaceAll(/[^\p{L}\p{N}-]+/gu, "-")} đôn đốc ${content.agencyName.replaceAll(/[^\p{L}\p{N}\s-]+/gu, "")}.docx`,
    mediaType: OFFICIAL_LETTER_MEDIA_TYPE,
    base64: file.toString("base64"),
  }
}
