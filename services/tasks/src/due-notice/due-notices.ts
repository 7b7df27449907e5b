import type { EntityManager } from "@mikro-orm/postgresql"
import { type Clock, isFirstWorkingDayOfWeek, isOfficeHour, todayInHanoi } from "@plan43/calendar"
import { lookingEveryTenMinutes } from "@plan43/subgraph"
import { sql } from "kysely"
import { readExceptions } from "../working-day/record-exception.ts"
import { isFirstTelling, rememberAll } from "./first-telling.ts"
import { partsDue } from "./part-due.ts"
import { tellDue, tellWeek, workDue } from "./tell-due.ts"
import { tellPartsDue } from "./tell-parts.ts"

/** Any number; held while agencies are told. */
const ONE_AT_A_TIME = 4_320_250_218

/**
 * Tells agencies of their deadlines, if offices are open: what is due soon or overdue as soon as it is, and what the week
 * brings on its first working day; at the first start all that is there in one digest. All of it stands, with what is remembered of it, or none.
 */
export async function tellWhenOpen(em: EntityManager, clock: Clock): Promise<void> {
  const exceptions = await readExceptions(em.fork())
  if (!isOfficeHour(clock, exceptions)) return
  const today = todayInHanoi(clock)
  await em.fork().transactional(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${ONE_AT_A_TIME})`.execute(transaction.getKysely<unknown>())
    const work = await workDue(transaction, today)
    const parts = await partsDue(transaction, today)
    // A half-year is never overdue: whoever did not answer it is told so, and not in the list of what is late
    const toDo = [...work, ...parts.filter(({ owed }) => owed === "COMPLETION")]
    if (await isFirstTelling(transaction)) {
      await rememberAll(transaction, { work, parts }, today)
      await tellWeek(transaction, toDo, today)
    }
    await tellDue(transaction, work, today)
    await tellPartsDue(transaction, parts, today)
    if (isFirstWorkingDayOfWeek(today, exceptions)) await tellWeek(transaction, toDo, today)
  })
}

/** Does so all day long. */
export const dueNotices = lookingEveryTenMinutes(
  ({ orm, clock }) => tellWhenOpen(orm.em.fork(), clock),
  "agencies could not be told of deadlines; they are later",
)
