import type { EntityManager } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { announce } from "@plan43/outbox"
import { sql } from "kysely"
import { type DueThreshold, dueThresholdOf } from "./due-threshold.ts"
import type { DuePart } from "./part-due.ts"

interface ToTell extends DuePart {
  threshold: DueThreshold
}

/**
 * Remembers, of the phases and periods that are due soon or overdue, what agencies know from now on.
 * @param em a transaction
 * @returns what they did not know
 */
export async function rememberParts(
  em: EntityManager,
  parts: readonly DuePart[],
  today: CalendarDate,
): Promise<ToTell[]> {
  const due = parts.flatMap((part): ToTell[] => {
    const threshold = dueThresholdOf(today, part.dueOn)
    return threshold === null ? [] : [{ ...part, threshold }]
  })
  const rows = due.map(({ taskId, agencyId, part, dueOn, threshold }) => ({
    task_id: taskId,
    agency_id: agencyId,
    part,
    due_on: dueOn,
    threshold: String(threshold),
  }))
  const { rows: told } = await sql<{ key: string }>`
    insert into part_due_notice (task_id, agency_id, part, due_on, threshold)
    select task_id, agency_id, part, due_on, threshold from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given(task_id uuid, agency_id uuid, part text, due_on date, threshold text)
    on conflict do nothing returning task_id || ' ' || agency_id || ' ' || part as key`.execute(
    em.getKysely<unknown>(),
  )
  const keys = new Set(told.map(({ key }) => key))
  return due.filter(({ taskId, agencyId, part }) => keys.has(`${taskId} ${agencyId} ${part}`))
}

/**
 * Tells agencies that a phase or a year of a task is due in 30, 7 or 1 days, or overdue, each by itself; and once for all
 * their tasks that a half-year is to be answered, or was not. Once for each part, due date and threshold.
 * @param em a transaction
 * @returns how many notices were given
 */
export async function tellPartsDue(
  em: EntityManager,
  parts: readonly DuePart[],
  today: CalendarDate,
): Promise<number> {
  const news = await rememberParts(em, parts, today)
  const byItself = news.filter(({ owed }) => owed === "COMPLETION")
  for (const { taskId, taskCode, agencyId, partName, dueOn, threshold } of byItself)
    await announce(em, {
      type: threshold === "OVERDUE" ? "task.overdue" : "task.due-in",
      subject: { kind: "Task", id: taskId },
      agencyIds: [agencyId],
      actor: null,
      data: { taskCode, partName, dueOn, ...(threshold !== "OVERDUE" && { days: threshold }) },
    })
  const answers = Map.groupBy(
    news.filter(({ owed }) => owed === "ANSWER"),
    ({ agencyId, part, dueOn, threshold }) => `${agencyId} ${part} ${dueOn} ${threshold}`,
  )
  for (const ofAgency of answers.values()) await tellAnswersOwed(em, ofAgency)
  return byItself.length + answers.size
}

/** @param owed by one agency, of one half-year, told at the same threshold */
async function tellAnswersOwed(em: EntityManager, owed: readonly ToTell[]): Promise<void> {
  const [first] = owed
  if (first === undefined) return
  const { agencyId, partName, dueOn, threshold } = first
  await announce(em, {
    type: threshold === "OVERDUE" ? "agency.answers-missing" : "agency.answers-due",
    subject: { kind: "Agency", id: agencyId },
    agencyIds: [agencyId],
    actor: null,
    data: {
      partName,
      dueOn,
      taskCodes: owed.map(({ taskCode }) => taskCode),
      ...(threshold !== "OVERDUE" && { days: threshold }),
    },
  })
}
