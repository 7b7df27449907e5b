import type { EntityManager } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { sql } from "kysely"
import { gatherFacts } from "./gather-facts.ts"
import type { ScoreFacts } from "./score-facts.ts"
import type { ScoreMethod } from "./score-method.ts"
import { periodBefore, type ScorePeriod } from "./score-period.ts"
import type { ScoredPerson } from "./score-subject.ts"

/** An agency, as it was called. */
export interface ScoredAgency {
  id: string
  name: string
}

/** Who and what the scorecards of a period are about, beside the facts. */
export interface ScoreFrame {
  /** Whether it is a simulation: whatever is made of it says so before anything else. */
  simulated: boolean
  /** In alphabetical order. */
  agencies: readonly ScoredAgency[]
  /** Who acted for an agency in the period or in the one before, by name. */
  people: readonly ScoredPerson[]
}

/** All that the scorecards of a period are made of, with those of the period before. It is frozen as it is. */
export interface ScoreContent extends ScoreFrame {
  method: ScoreMethod
  now: ScoreFacts
  before: ScoreFacts
}

/** The frame of scorecards; three statements. */
export async function gatherFrame(em: EntityManager, period: ScorePeriod): Promise<ScoreFrame> {
  const db = em.getKysely<unknown>()
  const { rows: agencies } = await sql<ScoredAgency>`
    select id, coalesce(name, code) as name from agency_reference where kind <> 'GROUP'
    order by coalesce(name, code) collate "vi-x-icu", id`.execute(db)
  const { rows: people } = await sql<ScoredPerson>`
    select id, subject, email, name, role, agency_id as "agencyId", valid_from as "validFrom", valid_to as "validTo"
    from agencies.scored_people(${periodBefore(period).from}, ${period.to}) with ordinality p order by p.ordinality`.execute(
    db,
  )
  const { rows } = await sql<{
    simulated: boolean
  }>`select simulated from tasks.reported_simulation()`.execute(db)
  return { simulated: rows[0]?.simulated === true, agencies, people }
}

/** All of a period, as it is now, for good. */
export async function gatherContent(
  em: EntityManager,
  period: ScorePeriod,
  method: ScoreMethod,
  today: CalendarDate,
): Promise<ScoreContent> {
  return {
    ...(await gatherFrame(em, period)),
    method,
    now: await gatherFacts(em, period, today),
    before: await gatherFacts(em, periodBefore(period), today),
  }
}
