import type { EntityManager } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { sql } from "kysely"
import { gatherFacts } from "./gather-facts.ts"
import type { ScoreFacts } from "./score-facts.ts"
import type { ScoreMethod } from "./score-method.ts"
import { periodBefore, type ScorePeriod } from "./score-period.ts"
import type { ScoredPerson } from "./score-subject.ts"

/** An agency, as it was called. */
interface ScoredAgency {
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

/** The frame of scorecards; four statements. */
export async function gatherFrame(em: EntityManager, period: ScorePeriod): Promise<ScoreFrame> {
  const db = em.getKysely<unknown>()
  const { rows: agencies } = await sql<ScoredAgency>`
    select id, coalesce(name, code) as name from agency_reference where kind <> 'GROUP'
    order by coalesce(name, code) collate "vi-x-icu", id`.execute(db)
  const told = { from: periodBefore(period).from, to: period.to }
  const assigned = await assignedPeople(em, told)
  const known = new Set(assigned.map(({ subject, agencyId }) => `${subject} ${agencyId}`))
  const acting = await actingPeople(em, told)
  const people = [
    ...assigned,
    ...acting.filter(({ subject, agencyId }) => !known.has(`${subject} ${agencyId}`)),
  ]
  const { rows } = await sql<{
    simulated: boolean
  }>`select simulated from tasks.reported_simulation()`.execute(db)
  return { simulated: rows[0]?.simulated === true, agencies, people }
}

/** Who was assigned here on any day between two, by name. */
async function assignedPeople(em: EntityManager, { from, to }: ScorePeriod): Promise<ScoredPerson[]> {
  const { rows } = await sql<ScoredPerson>`
    select id, subject, email, name, role, agency_id as "agencyId", valid_from as "validFrom", valid_to as "validTo"
    from agencies.scored_people(${from}, ${to}) with ordinality p order by p.ordinality`.execute(
    em.getKysely<unknown>(),
  )
  return rows
}

/**
 * Who did something for an agency between two days, assigned here or not: the issuer of sign-ins may say what somebody is. Of a
 * task they signed an answer themselves, of a report they filled in a line or moved it on; who once did so as head is the head.
 */
async function actingPeople(em: EntityManager, { from, to }: ScorePeriod): Promise<ScoredPerson[]> {
  const { rows } = await sql<ScoredPerson>`
    with acted as (
      select signed_by as subject, signed_by_name as name, agency_id, 'AGENCY_OFFICER' as role
      from tasks.scored_answers(${from}, ${to}) where not on_behalf
      union all
      select actor, actor_name, actor_agency_id, actor_role from audit_entry
      where actor_kind = 'PERSON' and actor_role in ('AGENCY_HEAD', 'AGENCY_OFFICER') and actor_agency_id is not null
        and entity in ('agency_report', 'report_line')
        and at >= ${from}::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and at < (${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
    )
    select md5(subject || ' ' || agency_id)::uuid as id, subject, null as email, coalesce(max(name), subject) as name,
      case when bool_or(role = 'AGENCY_HEAD') then 'AGENCY_HEAD' else 'AGENCY_OFFICER' end as role,
      agency_id as "agencyId", null as "validFrom", null as "validTo"
    from acted group by subject, agency_id order by coalesce(max(name), subject) collate "vi-x-icu", 1`.execute(
    em.getKysely<unknown>(),
  )
  return rows
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
