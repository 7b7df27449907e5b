import { createHash } from "node:crypto"
import type { EntityManager } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { sql } from "kysely"
import { gatherSyntheses } from "./gather-synthesis.ts"

/** Keeps all that the report of a round is written from, with its SHA-256: what changes later changes nothing of it. */
export async function freezeSynthesis(
  em: EntityManager,
  roundId: string,
  today: CalendarDate,
): Promise<void> {
  const [gathered] = await gatherSyntheses(em, [roundId], today)
  const content = JSON.stringify(gathered)
  const sha256 = createHash("sha256").update(content).digest("hex")
  await sql`insert into round_synthesis (round_id, content, sha256) values (${roundId}, ${content}, ${sha256})`.execute(
    em.getKysely<unknown>(),
  )
}
