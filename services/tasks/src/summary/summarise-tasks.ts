import { agencyWithin, reachOf } from "@plan43/agency-scope"
import type { CalendarDate } from "@plan43/calendar"
import { batched, type RequestContext } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { agencyReference } from "../agency/agency.ts"
import { DeadlineKind } from "../deadline/deadline-kind.ts"
import { sectionById } from "../plan/plan.loader.ts"
import type { PlanSection } from "../plan/plan-section.ts"
import { type Deadlines, reportedSql, type StatusQuestion, taskStatusSql } from "../status/task-status.sql.ts"
import { type TaskStatus, taskStatuses } from "../status/task-status.ts"
import { givenTo, taskSelectionOf } from "../task/task-conditions.ts"
import type { TaskFilter } from "../task/task-filter.ts"
import { officialTallyOf } from "./official-tally.ts"
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

/** To be joined to the tasks, alias `t`: one row for each agency that their lead cell names. */
const EACH_LEAD = sql`join (
  select distinct task_id, agency_id from task_agency where role = 'LEAD' and agency_id is not null
) lead on lead.task_id = t.id`

function leadCountsOf(rows: readonly LeadCount[]): TaskLeadCount[] {
  return [...Map.groupBy(rows, (row) => row.agency_id)]
    .map(([agencyId, ofAgency]) => ({
      agency: agencyReference(agencyId),
      count: add(ofAgency, ({ count }) => count),
      byStatus: countsByStatus(ofAgency),
    }))
    .sort((a, b) => b.count - a.count || (a.agency.id < b.agency.id ? -1 : 1))
}

async function countsByLead(
  ctx: RequestContext,
  filter: TaskFilter,
  { asOf, deadlines }: SummaryDay,
): Promise<TaskLeadCount[]> {
  const { conditions } = await taskSelectionOf(ctx, { ...filter, asOf })
  const question = { viewer: ctx.viewer, asOf, deadlines }
  const { rows } = await sql<LeadCount>`
    select lead.agency_id, ${taskStatusSql(question)} as status, count(*)::integer as count
    from task t ${EACH_LEAD}
    where ${sql.join(conditions, sql` and `)} group by 1, 2`.execute(ctx.em.getKysely<unknown>())
  return leadCountsOf(rows)
}

function summaryOf(
  ctx: RequestContext,
  counts: readonly Count[],
  asOf: CalendarDate,
  byLead: () => Promise<TaskLeadCount[]>,
): TaskSummary {
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
    byLead,
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

function counted(question: StatusQuestion): RawBuilder<unknown> {
  return sql`t.section_id, t.deadline_kind as kind, ${reportedSql(question)} as reported, count(*)::integer as count`
}

/** Counts of the tasks that a filter selects, at the end of a day. */
export async function summariseTasks(
  ctx: RequestContext,
  filter: TaskFilter,
  day: SummaryDay,
): Promise<TaskSummary> {
  const { asOf } = day
  const { conditions } = await taskSelectionOf(ctx, { ...filter, asOf })
  const question = { viewer: ctx.viewer, ...day }
  const { rows } =
    await sql<Count>`select ${taskStatusSql(question)} as status, ${counted(question)} from task t
    where ${sql.join(conditions, sql` and `)} group by 1, 2, 3, 4`.execute(ctx.em.getKysely<unknown>())
  return summaryOf(ctx, rows, asOf, () => countsByLead(ctx, filter, day))
}

interface LeadSummaryKey extends SummaryDay {
  agencyId: string
  filter: TaskFilter
}

/** The selected tasks that the agency `parent.id` leads, one after the other for each agency of a list. */
async function ledByEach(
  ctx: RequestContext,
  keys: readonly [LeadSummaryKey, ...LeadSummaryKey[]],
): Promise<{ parents: RawBuilder<unknown>; conditions: RawBuilder<SqlBool>[] }> {
  const [{ filter, asOf }] = keys
  const { conditions } = await taskSelectionOf(ctx, { ...filter, asOf })
  const own = givenTo(agencyWithin(sql.ref<string>("parent.id"), reachOf(filter)), "LEAD")
  return {
    parents: sql`unnest(${keys.map((key) => key.agencyId)}::uuid[]) as parent(id)`,
    conditions: [...conditions, own],
  }
}

/**
 * Makes a loader that asks once for all agencies with the same filter and day.
 * @param load gives rows that name their agency in `parent_id`
 */
function batchedByAgency<Row extends { parent_id: string }, T>(
  load: (ctx: RequestContext, keys: readonly [LeadSummaryKey, ...LeadSummaryKey[]]) => Promise<Row[]>,
  reduce: (ctx: RequestContext, rows: readonly Row[], key: LeadSummaryKey) => T,
): (ctx: RequestContext, key: LeadSummaryKey) => Promise<T> {
  return batched(
    async (ctx, keys: readonly LeadSummaryKey[]): Promise<T[]> => {
      const values = new Map<LeadSummaryKey, T>()
      const alike = Map.groupBy(keys, ({ filter, asOf, deadlines }) =>
        JSON.stringify([filter, asOf, deadlines]),
      )
      await Promise.all(
        [...alike.values()].map(async (group) => {
          const rows = await load(ctx, group as [LeadSummaryKey, ...LeadSummaryKey[]])
          const rowsOf = Map.groupBy(rows, (row) => row.parent_id)
          for (const key of group) values.set(key, reduce(ctx, rowsOf.get(key.agencyId) ?? [], key))
        }),
      )
      return keys.map((key) => values.get(key) as T)
    },
    (key) => JSON.stringify(key),
  )
}

const leadCountsByLead = batchedByAgency(
  async (ctx, keys) => {
    const [{ asOf, deadlines }] = keys
    const { parents, conditions } = await ledByEach(ctx, keys)
    const { rows } = await sql<LeadCount & { parent_id: string }>`
      select lead.agency_id, ${taskStatusSql({ viewer: ctx.viewer, asOf, deadlines })} as status, parent.id as parent_id, count(*)::integer as count
      from ${parents}, task t ${EACH_LEAD}
      where ${sql.join(conditions, sql` and `)} group by 1, 2, 3`.execute(ctx.em.getKysely<unknown>())
    return rows
  },
  (_ctx, rows) => leadCountsOf(rows),
)

const summaryByLead = batchedByAgency(
  async (ctx, keys) => {
    const [{ asOf, deadlines }] = keys
    const { parents, conditions } = await ledByEach(ctx, keys)
    const question = { viewer: ctx.viewer, asOf, deadlines }
    const { rows } = await sql<Count & { parent_id: string }>`
      select ${taskStatusSql(question)} as status, ${counted(question)}, parent.id as parent_id
      from ${parents}, task t
      where ${sql.join(conditions, sql` and `)} group by 1, 2, 3, 4, 6`.execute(ctx.em.getKysely<unknown>())
    return rows
  },
  (ctx, rows, key) => summaryOf(ctx, rows, key.asOf, () => leadCountsByLead(ctx, key)),
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
