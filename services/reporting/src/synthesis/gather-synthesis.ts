import type { EntityManager } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { grouped } from "@plan43/subgraph"
import { sql } from "kysely"
import { assessShown, SHOWN_FACTS, type ShownFacts, shareOfTargetShown } from "../assessment/shown-facts.ts"
import { kindRank } from "../item/item-order.ts"
import { isLate, standsReturned } from "../report/report-state.ts"
import type { ReportedTask } from "../tally/reported-task.ts"
import { reportedTasks, toldUpTo } from "../tally/reported-tasks.ts"
import { nextCutOffAfter } from "./next-cut-off.ts"
import type {
  NamedAgency,
  Observed,
  ReportedActivity,
  ReportedAgreement,
  ReportedCommentary,
  ReportedCooperation,
  ReportedIndicator,
  ReportedLine,
  ReportedObstacle,
  ReportedQuestion,
  ReportedReport,
  ReportedRound,
  SynthesisContent,
} from "./synthesis-content.ts"

/** Reads all that the reports of rounds are written from, as it is now; fourteen statements for any number of rounds and rows. */
export async function gatherSyntheses(
  em: EntityManager,
  roundIds: readonly string[],
  today: CalendarDate,
): Promise<SynthesisContent[]> {
  // One after another: within a transaction there is one connection
  const rounds = await roundsOf(em, roundIds, today)
  const tasks = await withDueDays(em, roundIds, today, await reportedTasks(em, roundIds, today))
  const assessed = await assessmentsOf(em, roundIds, today)
  const indicators = await indicatorsOf(em, roundIds, today)
  const obstacles = await obstaclesOf(em, roundIds, today)
  const cooperation = await cooperationOf(em, roundIds, today)
  const commentary = await commentaryOf(em, roundIds)
  const reports = await reportsOf(em, roundIds)
  const lines = await linesOf(em, roundIds)
  const questions = await questionsOf(em, roundIds)
  const agencies = await agenciesOf(em, [
    ...tasks.flat().flatMap(({ leadIds }) => leadIds),
    ...reports.flat().map(({ agencyId }) => agencyId),
    ...obstacles.flat().flatMap(bodiesOf),
    ...cooperation.flatMap(answeringFor),
  ])
  return rounds.map(({ asOf, simulated, nextCutOffOn, ...round }, place) => {
    const told = {
      tasks: tasks[place] ?? [],
      reports: (reports[place] ?? []).map((report) => ({
        ...report,
        late: isLate(report, round.agenciesDueOn, today),
        standsReturned: standsReturned(report),
      })),
    }
    const standing = obstacles[place] ?? []
    const cooperated = cooperation[place] ?? { agreements: [], activities: [] }
    const named = new Set([
      ...told.tasks.flatMap(({ leadIds }) => leadIds),
      ...told.reports.map(({ agencyId }) => agencyId),
      ...standing.flatMap(bodiesOf),
      ...answeringFor(cooperated),
    ])
    return {
      round,
      asOf,
      simulated,
      ...told,
      indicators: (indicators[place] ?? []).map((indicator) => ({
        ...indicator,
        ...(assessed.get(`${roundIds[place]} ${indicator.id}`) ?? NOT_ASSESSED),
      })),
      lines: lines[place] ?? [],
      questions: questions[place] ?? [],
      agencies: agencies.filter(({ id }) => named.has(id)),
      obstacles: standing,
      cooperation: cooperated,
      nextCutOffOn: nextCutOffOn ?? nextCutOffAfter(asOf),
      outline: 2,
      commentary: commentary[place] ?? [],
    }
  })
}

interface OfRound {
  roundId: string
}

/** The rows of each round, without its identifier. */
function byRound<Row extends object>(
  roundIds: readonly string[],
  rows: readonly (Row & OfRound)[],
): Omit<Row & OfRound, "roundId">[][] {
  return grouped(roundIds, rows, ({ roundId }) => roundId).map((found) =>
    found.map(({ roundId: _ofRound, ...row }) => row),
  )
}

type ToldRound = ReportedRound &
  Pick<SynthesisContent, "asOf" | "simulated"> & { nextCutOffOn: CalendarDate | null }

/** The bodies that an obstacle names. */
function bodiesOf({ agencyIds, addressedAgencyId }: ReportedObstacle): string[] {
  return [...agencyIds, ...(addressedAgencyId === null ? [] : [addressedAgencyId])]
}

/** The agencies that answer for agreements and activities. */
function answeringFor({ agreements, activities }: ReportedCooperation): string[] {
  return [...agreements, ...activities].flatMap(({ agencyId }) => (agencyId === null ? [] : [agencyId]))
}

async function roundsOf(
  em: EntityManager,
  roundIds: readonly string[],
  today: CalendarDate,
): Promise<ToldRound[]> {
  const { rows } = await sql<ToldRound & OfRound>`
    select e.id as "roundId", e.name, e.kind, e.questions, e.cut_off_on as "cutOffOn", e.agencies_due_on as "agenciesDueOn",
      e.city_due_on as "cityDueOn", e.government_due_on as "governmentDueOn", ${toldUpTo(today)} as "asOf",
      (select simulated from tasks.reported_simulation()) as simulated,
      (select min(later.cut_off_on) from round later
        where later.kind = 'REGULAR' and later.withdrawn_at is null and later.cut_off_on > e.cut_off_on) as "nextCutOffOn"
    from round e where e.id = any(${roundIds}::uuid[])`.execute(em.getKysely<unknown>())
  return byRound<ToldRound>(roundIds, rows).flat()
}

const OBSERVED = sql`case when o.observation_id is not null then jsonb_build_object('id', o.observation_id,
  'recordedOn', o.recorded_on, 'periodStart', o.period_start, 'periodEnd', o.period_end, 'value', o.value::text,
  'provisional', o.provisional, 'source', o.source, 'note', o.note) end`

/** Each with what was known by the cut-off, and by that of the round that opened before. */
async function indicatorsOf(
  em: EntityManager,
  roundIds: readonly string[],
  today: CalendarDate,
): Promise<ReportedIndicator[][]> {
  const db = em.getKysely<unknown>()
  const { rows: now } = await sql<Omit<ReportedIndicator, "before"> & OfRound>`
    select e.id as "roundId", o.id, o.code, o.name, o.unit, o.target_text as "targetText",
      o.horizon_year as "horizonYear", o.lead_text as "leadText", o.heading, ${OBSERVED} as observed
    from round e cross join lateral indicators.reported_indicators(${toldUpTo(today)}) with ordinality o
    where e.id = any(${roundIds}::uuid[]) order by e.id, o.ordinality`.execute(db)
  const { rows: before } = await sql<{ id: string; observed: Observed | null } & OfRound>`
    select e.id as "roundId", o.id, ${OBSERVED} as observed
    from round e cross join lateral (
      select earlier.cut_off_on from round earlier
      where earlier.opened_on is not null and (earlier.cut_off_on, earlier.id) < (e.cut_off_on, e.id)
      order by earlier.cut_off_on desc, earlier.id desc limit 1
    ) last
    cross join lateral indicators.reported_indicators(last.cut_off_on) o
    where e.id = any(${roundIds}::uuid[]) and o.observation_id is not null`.execute(db)
  const known = new Map(before.map(({ roundId, id, observed }) => [`${roundId} ${id}`, observed]))
  return byRound<ReportedIndicator>(
    roundIds,
    now.map((row) => ({ ...row, before: known.get(`${row.roundId} ${row.id}`) ?? null })),
  )
}

/** When tasks fall due, as it was known by the cut-off. */
async function withDueDays(
  em: EntityManager,
  roundIds: readonly string[],
  today: CalendarDate,
  tasks: readonly ReportedTask[][],
): Promise<ReportedTask[][]> {
  const { rows } = await sql<{ id: string; dueOn: CalendarDate | null } & OfRound>`
    select e.id as "roundId", due.id, due.due_on as "dueOn"
    from round e cross join lateral tasks.reported_due_days(${toldUpTo(today)}) due
    where e.id = any(${roundIds}::uuid[])`.execute(em.getKysely<unknown>())
  const dueOn = new Map(rows.map((row) => [`${row.roundId} ${row.id}`, row.dueOn]))
  return roundIds.map((roundId, place) =>
    (tasks[place] ?? []).map((task) => ({ ...task, dueOn: dueOn.get(`${roundId} ${task.id}`) ?? null })),
  )
}

type Standing = Required<Pick<ReportedIndicator, "assessment" | "shareOfTarget">>

/** Of a row without a target of its own. */
const NOT_ASSESSED: Standing = { assessment: null, shareOfTarget: null }

/** Where indicators stood at the cut-off, by round and indicator. */
async function assessmentsOf(
  em: EntityManager,
  roundIds: readonly string[],
  today: CalendarDate,
): Promise<ReadonlyMap<string, Standing>> {
  const { rows } = await sql<ShownFacts & OfRound & { asOf: CalendarDate }>`
    select e.id as "roundId", ${toldUpTo(today)} as "asOf", ${SHOWN_FACTS}
    from round e cross join lateral indicators.reported_assessment_facts(${toldUpTo(today)}) facts
    where e.id = any(${roundIds}::uuid[])`.execute(em.getKysely<unknown>())
  return new Map(
    rows
      .filter(({ target }) => target.kind !== "NONE")
      .map(({ roundId, asOf, ...facts }) => [
        `${roundId} ${facts.id}`,
        { assessment: assessShown(facts, asOf), shareOfTarget: shareOfTargetShown(facts) },
      ]),
  )
}

/** What had been recorded as standing in the way by the cut-off. */
async function obstaclesOf(
  em: EntityManager,
  roundIds: readonly string[],
  today: CalendarDate,
): Promise<ReportedObstacle[][]> {
  const { rows } = await sql<ReportedObstacle & OfRound>`
    select e.id as "roundId", o.id, o.number, o.agency_ids as "agencyIds", o.task_id as "taskId",
      o.indicator_id as "indicatorId", o.title, o.category, o.proposal, o.addressee,
      o.addressed_agency_id as "addressedAgencyId", o.state, o.settled
    from round e cross join lateral tasks.reported_obstacles(${toldUpTo(today)}) o
    where e.id = any(${roundIds}::uuid[]) order by e.id, o.number`.execute(em.getKysely<unknown>())
  return byRound<ReportedObstacle>(roundIds, rows)
}

/** The cut-off of the regular round before that of a round (alias `e`): what came after it is its period. */
const CUT_OFF_BEFORE = sql<CalendarDate | null>`(select max(earlier.cut_off_on) from round earlier
  where earlier.kind = 'REGULAR' and earlier.opened_on is not null and earlier.cut_off_on < e.cut_off_on)`

/** What was agreed and done with partners abroad in the period of each round, as it had been recorded by the cut-off. */
async function cooperationOf(
  em: EntityManager,
  roundIds: readonly string[],
  today: CalendarDate,
): Promise<ReportedCooperation[]> {
  const db = em.getKysely<unknown>()
  const { rows: agreements } = await sql<ReportedAgreement & OfRound>`
    select e.id as "roundId", a.id, a.title, a.number, a.level, a.state, a.partners, a.signed_on as "signedOn",
      a.in_force_on as "inForceOn", a.expires_on as "expiresOn", a.commitments, a.agency_id as "agencyId"
    from round e cross join lateral cooperation.reported_agreements(${CUT_OFF_BEFORE}, ${toldUpTo(today)}) with ordinality a
    where e.id = any(${roundIds}::uuid[]) order by e.id, a.ordinality`.execute(db)
  const { rows: activities } = await sql<ReportedActivity & OfRound>`
    select e.id as "roundId", c.id, c.title, c.kind, c.partners, c.starts_on as "startsOn", c.ends_on as "endsOn",
      c.place, c.purpose, c.outputs, c.agency_id as "agencyId"
    from round e cross join lateral cooperation.reported_activities(${CUT_OFF_BEFORE}, ${toldUpTo(today)}) with ordinality c
    where e.id = any(${roundIds}::uuid[]) order by e.id, c.ordinality`.execute(db)
  const agreed = byRound<ReportedAgreement>(roundIds, agreements)
  const done = byRound<ReportedActivity>(roundIds, activities)
  return roundIds.map((_id, place) => ({ agreements: agreed[place] ?? [], activities: done[place] ?? [] }))
}

async function commentaryOf(em: EntityManager, roundIds: readonly string[]): Promise<ReportedCommentary[][]> {
  const { rows } = await sql<ReportedCommentary & OfRound>`
    select round_id as "roundId", part, version, body, written_by as "writtenBy" from commentary
    where round_id = any(${roundIds}::uuid[]) and body <> '' order by round_id, part`.execute(
    em.getKysely<unknown>(),
  )
  return byRound<ReportedCommentary>(roundIds, rows)
}

async function reportsOf(
  em: EntityManager,
  roundIds: readonly string[],
): Promise<Omit<ReportedReport, "late">[][]> {
  const { rows } = await sql<Omit<ReportedReport, "late"> & OfRound>`
    select r.round_id as "roundId", r.id, r.agency_id as "agencyId", r.state, r.sent_on as "sentOn",
      r.received_on as "receivedOn", case when entered.workbook_id is not null then 'FILE'
        when entered.id is not null then 'PAPER' end as "enteredFrom",
      r.approved_by as "approvedBy", count(l.id)::integer as lines, count(l.answer)::integer as answered
    from agency_report r join agency_reference named on named.id = r.agency_id
    left join report_line l on l.report_id = r.id left join report_entry entered on entered.id = r.entry_id
    where r.round_id = any(${roundIds}::uuid[]) group by r.id, named.name, named.code, entered.id
    order by coalesce(named.name, named.code) collate "vi-x-icu", r.id`.execute(em.getKysely<unknown>())
  return byRound(roundIds, rows)
}

async function linesOf(em: EntityManager, roundIds: readonly string[]): Promise<ReportedLine[][]> {
  const { rows } = await sql<ReportedLine & OfRound>`
    select r.round_id as "roundId", r.id as "reportId", r.agency_id as "agencyId", l.item_id as "itemId",
      r.state in ('ACCEPTED', 'INCLUDED') as accepted, l.answer, l.progress, l.result_document as "resultDocument",
      l.percentage, l.difficulties, l.proposal, l.next_plan as "nextPlan",
      case when filled.line_id is not null then jsonb_build_object('progress', filled.progress,
        'resultDocument', filled.result_document, 'recordedOn', filled.recorded_on) end as prefill
    from agency_report r join agency_reference named on named.id = r.agency_id
    join report_line l on l.report_id = r.id join report_item item on item.id = l.item_id
    left join line_prefill filled on filled.line_id = l.id
    where r.round_id = any(${roundIds}::uuid[])
    order by coalesce(named.name, named.code) collate "vi-x-icu", r.id, ${kindRank("item")}, item.position`.execute(
    em.getKysely<unknown>(),
  )
  return byRound(roundIds, rows)
}

async function questionsOf(em: EntityManager, roundIds: readonly string[]): Promise<ReportedQuestion[][]> {
  const { rows } = await sql<ReportedQuestion & OfRound>`
    select round_id as "roundId", id, code, name as text from report_item
    where round_id = any(${roundIds}::uuid[]) order by round_id, position`.execute(em.getKysely<unknown>())
  return byRound<ReportedQuestion>(roundIds, rows)
}

/** The names that agencies have now, by name. */
async function agenciesOf(em: EntityManager, ids: readonly string[]): Promise<NamedAgency[]> {
  const { rows } = await sql<NamedAgency>`
    select id, coalesce(name, code) as name from agency_reference where id = any(${[...new Set(ids)]}::uuid[])
    order by coalesce(name, code) collate "vi-x-icu", id`.execute(em.getKysely<unknown>())
  return rows
}
