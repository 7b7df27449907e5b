import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { batched } from "@plan43/subgraph"
import { sql } from "kysely"
import type { ReportedState } from "../status/task-status.ts"
import { readableReports } from "./readable-reports.ts"

/** What somebody reported about a task. Rows are added, never changed, but for the confirmation. */
@Entity({ tableName: "progress_report" })
export class ProgressReport {
  @PrimaryKey({ type: "bigint" })
  id!: string

  @Property({ type: "uuid" })
  taskId!: string

  @Property({ type: "text" })
  state!: ReportedState["state"]

  /** The day from which the state holds. */
  @Property({ type: "date" })
  effectiveOn!: CalendarDate

  @Property({ type: "date", nullable: true })
  completedOn!: CalendarDate | null

  /** The day on which the coordinator confirmed a completion. */
  @Property({ type: "date", nullable: true })
  confirmedOn!: CalendarDate | null

  /** null while the public does not see it. */
  @Property({ type: "timestamptz", nullable: true })
  publishedAt!: Date | null
}

/** A task, and the day at whose end its state is asked for. */
export interface StateOnDay {
  taskId: string
  asOf: CalendarDate
}

/** What was last reported of a task by the end of a day, as far as the viewer may read it; null where nothing was. */
export const reportedStateOf = batched(
  async (ctx, keys: readonly StateOnDay[]): Promise<(ReportedState | null)[]> => {
    const { rows } = await sql<ReportedState & { position: string }>`
      select asked.position, r.state, r.completed_on as "completedOn", coalesce(r.confirmed_on <= asked.as_of, false) as confirmed
      from unnest(${keys.map((key) => key.taskId)}::uuid[], ${keys.map((key) => key.asOf)}::date[])
        with ordinality as asked(task_id, as_of, position)
      cross join lateral (
        select * from progress_report r where r.task_id = asked.task_id and r.effective_on <= asked.as_of
          and ${readableReports(ctx.viewer)}
        order by r.effective_on desc, r.id desc limit 1
      ) r`.execute(ctx.em.getKysely<unknown>())
    const byPosition = new Map(rows.map(({ position, ...state }) => [Number(position), state]))
    return keys.map((_key, index) => byPosition.get(index + 1) ?? null)
  },
  ({ taskId, asOf }) => `${taskId} ${asOf}`,
)
