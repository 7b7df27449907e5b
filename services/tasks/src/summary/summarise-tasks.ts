import { agencyIdsWithin, reachOf } from "@plan43/agency-scope"
import type { CalendarDate } from "@plan43/calendar"
import { batched, type RequestContext } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { agencyReference } from "../agency/agency.ts"
import { DeadlineKind } from "../deadline/deadline-kind.ts"
import { sectionById } from "../plan/plan.loader.ts"
import type { PlanSection } from "../plan/plan-section.ts"
import { taskStatusSql, tasksWithReport } from "../status/task-status.sql.ts"
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

/** The condition that the tasks of a summary meet, apart from its filter; with the parent's id below an agency. */
type Within = RawBuilder<SqlBool>

async function countsByLead(
  ctx: RequestContext,
  filter: TaskFilter,
  asOf: CalendarDate,
  within: Within,
): Promise<TaskLeadCount[]> {
  const { conditions } = await taskSelectionOf(ctx, { ...filter, asOf })
  const { rows } = await sql<{ agency_id: string; status: TaskStatus; count: number }>`
    select lead.agency_id, selected.status, count(*)::integer as count
    from (select t.id, ${taskStatusSql(asOf)} as status from ${tasksWithReport(asOf)}
      where ${sql.join([...conditions, within], sql` and `)}) selected
    join (select distinct task_id, agency_id from task_agency where role = 'LEAD' and agency_id is not null) lead
      on lead.task_id = selected.id
    group by lead.agency_id, selected.status`.execute(ctx.em.getKysely<unknown>())
  return [...Map.groupBy(rows, (row) => row.agency_id)]
    .map(([agencyId, ofAgency]) => ({
      agency: agencyReference(agencyId),
      count: add(ofAgency, ({ count }) => count),
      byStatus: countsByStatus(ofAgency),
    }))
    .sort((a, b) => b.count - a.count || (a.agency.id < b.agency.id ? -1 : 1))
}

function summaryOf(
  ctx: RequestContext,
  counts: readonly Count[],
  filter: TaskFilter,
  asOf: CalendarDate,
  within: Within,
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
    byLead: () => countsByLead(ctx, filter, asOf, within),
    official: officialTallyOf(byStatus),
    reported: add(
      counts.filter((count) => count.reported),
      ({ count }) => count,
    ),
  }
}

const COUNTED = sql`t.section_id, t.deadline_kind as kind, report.state is not null as reported, count(*)::integer as count`

/** Counts of the tasks that a filter selects, at the end of a day. */
export async function summariseTasks(
  ctx: RequestContext,
  filter: TaskFilter,
  asOf: CalendarDate,
): Promise<TaskSummary> {
  const { conditions } = await taskSelectionOf(ctx, { ...filter, asOf })
  const { rows } =
    await sql<Count>`select ${taskStatusSql(asOf)} as status, ${COUNTED} from ${tasksWithReport(asOf)}
    where ${sql.join(conditions, sql` and `)} group by 1, 2, 3, 4`.execute(ctx.em.getKysely<unknown>())
  return summaryOf(ctx, rows, filter, asOf, sql<SqlBool>`true`)
}

interface LeadSummaryKey {
  agencyId: string
  filter: TaskFilter
  asOf: CalendarDate
}

function ledBy(agencyId: RawBuilder<string>, filter: TaskFilter): Within {
  return givenTo(agencyIdsWithin(agencyId, reachOf(filter)), "LEAD")
}

const summaryByLead = batched(
  async (ctx, keys: readonly LeadSummaryKey[]): Promise<TaskSummary[]> => {
    const summaries = new Map<LeadSummaryKey, TaskSummary>()
    const alike = Map.groupBy(keys, ({ filter, asOf }) => JSON.stringify([filter, asOf]))
    await Promise.all(
      [...alike.values()].map(async (group) => {
        const [{ filter, asOf }] = group as [LeadSummaryKey]
        const { conditions } = await taskSelectionOf(ctx, { ...filter, asOf })
        const within = ledBy(sql.ref<string>("parent.id"), filter)
        const { rows } = await sql<Count & { agency_id: string }>`
          select ${taskStatusSql(asOf)} as status, ${COUNTED}, parent.id as agency_id
          from unnest(${group.map((key) => key.agencyId)}::uuid[]) as parent(id), ${tasksWithReport(asOf)}
          where ${sql.join([...conditions, within], sql` and `)} group by 1, 2, 3, 4, 6
        `.execute(ctx.em.getKysely<unknown>())
        const byAgency = Map.groupBy(rows, (row) => row.agency_id)
        for (const key of group) {
          const counts = byAgency.get(key.agencyId) ?? []
          const own = ledBy(sql<string>`${key.agencyId}::uuid`, filter)
          summaries.set(key, summaryOf(ctx, counts, filter, asOf, own))
        }
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
  asOf: CalendarDate,
): Promise<TaskSummary> {
  return summaryByLead(ctx, { agencyId, filter, asOf })
}
