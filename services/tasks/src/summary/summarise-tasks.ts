import { agencyWithin, reachOf } from "@plan43/agency-scope"
import type { CalendarDate } from "@plan43/calendar"
import { officialTallyOf } from "@plan43/official-tally"
import { batched, parentId, type RequestContext } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { agencyReference } from "../agency/agency.ts"
import { DeadlineKind } from "../deadline/deadline-kind.ts"
import { sectionById } from "../plan/plan.loader.ts"
import type { PlanSection } from "../plan/plan-section.ts"
import { Deadlines, reportedSql, type StatusQuestion, taskStatusSql } from "../status/task-status.sql.ts"
import { type TaskStatus, taskStatuses } from "../status/task-status.ts"
import { givenTo, taskSelectionOf } from "../task/task-conditions.ts"
import type { TaskFilter } from "../task/task-filter.ts"
import type { TaskLeadCount, TaskSectionCount, TaskStatusCount, TaskSummary } from "./task-summary.ts"

/** Tasks of one status, section and kind, counted. */
interface Count {
  status: TaskStatus
  section_id: string
  kind: DeadlineKind
  reported: boolean
  count: number
}

function add<T>(counts: readonly T[], countOf: (count: T) => number): number {
  return counts.reduce((sum, count) => sum + countOf(count), 0)
}

function countsByStatus(counts: readonly Pick<Count, "status" | "count">[]): TaskStatusCount[] {
  return taskStatuses.map((status) => ({
    status,
    count: add(
      counts.filter((count) => count.status === status),
      ({ count }) => count,
    ),
  }))
}

async function countsBySection(ctx: RequestContext, counts: readonly Count[]): Promise<TaskSectionCount[]> {
  const sections = await Promise.all(
    [...Map.groupBy(counts, (count) => count.section_id)].map(async ([sectionId, ofSection]) => ({
      section: (await sectionById(ctx, sectionId)) as PlanSection,
      count: add(ofSection, ({ count }) => count),
      byStatus: countsByStatus(ofSection),
    })),
  )
  return sections.sort((a, b) => a.section.position - b.section.position)
}

/** Tasks of one lead and status, counted. */
interface LeadCount {
  agency_id: string
  status: TaskStatus
  count: number
}

function leadCountsOf(rows: readonly LeadCount[]): TaskLeadCount[] {
  return [...Map.groupBy(rows, (row) => row.agency_id)]
    .map(([agencyId, ofAgency]) => ({
      agency: agencyReference(agencyId),
      count: add(ofAgency, ({ count }) => count),
      byStatus: countsByStatus(ofAgency),
    }))
    .sort((a, b) => b.count - a.count || (a.agency.id < b.agency.id ? -1 : 1))
}

/** What is counted of selected tasks: each once, and each once more for every agency that its lead cell names. */
interface Counts {
  tasks: readonly Count[]
  leads: readonly LeadCount[]
}

type CountRow = { parent_id: string | null } & ((Count & { agency_id: null }) | LeadCount)

/** Which tasks, under alias `t`, and below which parent each is counted. */
interface Counted {
  parentId: RawBuilder<string | null>
  from: RawBuilder<unknown>
  conditions: readonly RawBuilder<SqlBool>[]
}

/** One statement, since a status is what costs: it is worked out once for each task. */
async function countRows(
  ctx: RequestContext,
  { parentId, from, conditions }: Counted,
  day: SummaryDay,
): Promise<CountRow[]> {
  const question: StatusQuestion = { viewer: ctx.viewer, ...day }
  const { rows } = await sql<CountRow>`
    with judged as materialized (
      select t.id, ${parentId} as parent_id, t.section_id, t.deadline_kind as kind, ${taskStatusSql(question)} as status,
        ${reportedSql(question)} as reported
      from ${from} where ${sql.join(conditions, sql` and `)}
    )
    select parent_id, null::uuid as agency_id, status, section_id, kind, reported, count(*)::integer as count
    from judged group by 1, 3, 4, 5, 6
    union all
    select judged.parent_id, lead.agency_id, judged.status, null, null, null, count(*)::integer
    from judged cross join lateral (
      select distinct ta.agency_id from task_agency ta
      where ta.task_id = judged.id and ta.role = 'LEAD' and ta.agency_id is not null
    ) lead group by 1, 2, 3`.execute(ctx.em.getKysely<unknown>())
  return rows
}

function countsIn(rows: readonly CountRow[]): Counts {
  const tasks: Count[] = []
  const leads: LeadCount[] = []
  for (const row of rows)
    if (row.agency_id === null) tasks.push(row)
    else leads.push(row)
  return { tasks, leads }
}

function summaryOf(ctx: RequestContext, { tasks: counts, leads }: Counts, asOf: CalendarDate): TaskSummary {
  const byStatus = countsByStatus(counts)
  return {
    asOf,
    total: add(counts, ({ count }) => count),
    byStatus,
    bySection: () => countsBySection(ctx, counts),
    byDeadlineKind: Object.values(DeadlineKind).map((kind) => ({
      kind,
      count: add(
        counts.filter((count) => count.kind === kind),
        ({ count }) => count,
      ),
    })),
    byLead: leadCountsOf(leads),
    official: officialTallyOf(byStatus),
    reported: add(
      counts.filter((count) => count.reported),
      ({ count }) => count,
    ),
  }
}

/** The end of which day is meant, and by which due dates. */
export interface SummaryDay {
  asOf: CalendarDate
  deadlines: Deadlines
}

/** The day and due dates that a question names, or else its filter; today and those in force where neither does. */
export function summaryDayOf(
  ctx: RequestContext,
  filter: TaskFilter | null,
  named: { [K in keyof SummaryDay]: SummaryDay[K] | null },
): SummaryDay {
  return {
    asOf: named.asOf ?? filter?.asOf ?? ctx.today,
    deadlines: named.deadlines ?? filter?.deadlines ?? Deadlines.EXTENDED,
  }
}

/** Counts of the tasks that a filter selects, at the end of a day. */
export async function summariseTasks(
  ctx: RequestContext,
  filter: TaskFilter,
  day: SummaryDay,
): Promise<TaskSummary> {
  const { from, conditions } = await taskSelectionOf(ctx, { ...filter, ...day })
  const rows = await countRows(ctx, { parentId: sql<null>`null::uuid`, from, conditions }, day)
  return summaryOf(ctx, countsIn(rows), day.asOf)
}

interface LeadSummaryKey extends SummaryDay {
  agencyId: string
  filter: TaskFilter
}

/** The selected tasks that each agency of a list leads: one statement for all that are asked about alike. */
const summaryByLead = batched(
  async (ctx, keys: readonly LeadSummaryKey[]): Promise<TaskSummary[]> => {
    const summaries = new Map<LeadSummaryKey, TaskSummary>()
    const alike = Map.groupBy(keys, ({ filter, asOf, deadlines }) =>
      JSON.stringify([filter, asOf, deadlines]),
    )
    await Promise.all(
      [...alike.values()].map(async (group) => {
        const [{ filter, asOf, deadlines }] = group as [LeadSummaryKey, ...LeadSummaryKey[]]
        const { from, conditions } = await taskSelectionOf(ctx, { ...filter, asOf, deadlines })
        const own = givenTo(agencyWithin(parentId, reachOf(filter)), "LEAD")
        const parents = sql`unnest(${group.map(({ agencyId }) => agencyId)}::uuid[]) as parent(id)`
        const rows = await countRows(
          ctx,
          { parentId, from: sql`${parents}, ${from}`, conditions: [...conditions, own] },
          { asOf, deadlines },
        )
        const rowsOf = Map.groupBy(rows, (row) => row.parent_id)
        for (const key of group)
          summaries.set(key, summaryOf(ctx, countsIn(rowsOf.get(key.agencyId) ?? []), asOf))
      }),
    )
    return keys.map((key) => summaries.get(key) as TaskSummary)
  },
  (key) => JSON.stringify(key),
)

/** Counts of the tasks that an agency leads, at the end of a day; for many agencies, one statement. */
export function summaryOfLead(
  ctx: RequestContext,
  agencyId: string,
  filter: TaskFilter,
  day: SummaryDay,
): Promise<TaskSummary> {
  return summaryByLead(ctx, { agencyId, filter, ...day })
}
