import { HANOI } from "@plan43/calendar"
import { wakeUpOn } from "@plan43/outbox"
import type { Worker, WorkingParts } from "@plan43/subgraph"
import { CompiledQuery, sql } from "kysely"
import { type ConnectionOptions, type Job, type JobResult, PgBoss, type WorkOptions } from "pg-boss"
import type { MailSettings } from "../settings.ts"
import { attemptDelivery, giveUpDelivery } from "./attempt-delivery.ts"
import { type MailSender, mailSender } from "./mail-sender.ts"

/** The channel that says that a message waits for its first attempt. */
export const DELIVERY_CHANNEL = "notifications_delivery"

/** The jobs' own schema; the role owns it. */
const JOBS_SCHEMA = "notifications_jobs"
const DELIVER = "deliver"
/** Where pg-boss puts what failed for the last time. */
const GIVEN_UP = "deliver-given-up"
const FORGET = "forget-old-signals"

/** More than an attempt may take. */
const LONGEST_ATTEMPT_SECONDS = 60
/** A worker that was killed holds its jobs for about so long; one that lives says so more often. */
const HELD_SECONDS = 15
/** Messages that are handed over at the same time. */
const AT_ONCE = 5
const LONGEST_DELAY_SECONDS = 3_600
/** Signals are kept for clients that come back; whoever was away for longer reads everything again. */
const SIGNALS_KEPT_DAYS = 7
const LOOK_MS = 5_000
const TRY_AGAIN_MS = 5_000
const QUEUED_AT_ONCE = 200

interface DeliveryJob {
  deliveryId: string
}

export interface DeliveryJobsOptions {
  databaseUrl: string
  mail: MailSettings
}

/**
 * Sends waiting messages by jobs on PostgreSQL. A message becomes a job in the transaction that marks it so; a job is
 * repeated with growing delays, and one that failed for the last time marks its message for the administrator.
 */
export function deliveryJobs({ databaseUrl, mail }: DeliveryJobsOptions): (parts: WorkingParts) => Worker {
  return ({ orm, log }) => {
    const boss = new PgBoss({
      connectionString: databaseUrl,
      schema: JOBS_SCHEMA,
      createSchema: false,
      max: 2,
      application_name: "plan43 jobs",
      superviseIntervalSeconds: HELD_SECONDS,
      monitorIntervalSeconds: HELD_SECONDS,
      reindex: false,
      monitorVacuum: false,
    })
    boss.on("error", (error) => log.warn({ err: error }, "the jobs met an error; they go on by themselves"))
    const sender = mailSender(mail)
    const stopped = new AbortController()
    let working = false

    async function begin(): Promise<void> {
      while (!stopped.signal.aborted)
        try {
          await boss.start()
          await prepareQueues(boss, mail)
          await work(boss, sender)
          working = true
          return await queueWaiting()
        } catch (error) {
          log.warn({ err: error }, "the jobs could not begin; they try again")
          await wait(TRY_AGAIN_MS, stopped.signal)
        }
    }

    async function work(jobs: PgBoss, by: MailSender): Promise<void> {
      const attempt = async ({ id, data: { deliveryId } }: Job<DeliveryJob>): Promise<JobResult> => {
        try {
          await attemptDelivery(orm.em.fork(), by, deliveryId, mail.publicOrigin)
          return { id, status: "completed" }
        } catch (error) {
          return { id, status: "failed", output: { said: String(error) } }
        }
      }
      await jobs.work<DeliveryJob, unknown, WorkOptions & { perJobResults: true }>(
        DELIVER,
        { perJobResults: true, batchSize: AT_ONCE, burstWhenBatchFull: true, pollingIntervalSeconds: 2 },
        (batch) => Promise.all(batch.map(attempt)),
      )
      await jobs.work<DeliveryJob>(GIVEN_UP, { pollingIntervalSeconds: 2 }, async ([job]) => {
        if (job !== undefined) await giveUpDelivery(orm.em.fork(), job.data.deliveryId)
      })
      await jobs.work(FORGET, { pollingIntervalSeconds: 60 }, async () => {
        await sql`delete from signal where at < now() - make_interval(days => ${SIGNALS_KEPT_DAYS})`.execute(
          orm.em.fork().getKysely<unknown>(),
        )
      })
    }

    /** Makes a job of every message that waits for its first attempt. */
    async function queueWaiting(): Promise<void> {
      let queued = QUEUED_AT_ONCE
      while (working && queued === QUEUED_AT_ONCE)
        queued = await orm.em.fork().transactional(async (em) => {
          const db = em.getKysely<unknown>()
          const { rows } = await sql<{ id: string }>`update delivery set queued_at = now() where id in (
            select id from delivery where state = 'WAITING' and queued_at is null
            order by created_at, id limit ${QUEUED_AT_ONCE} for update skip locked) returning id`.execute(db)
          const inTransaction: NonNullable<ConnectionOptions["db"]> = {
            executeSql: async (text, values) => {
              const { rows } = await db.executeQuery(CompiledQuery.raw(text, values))
              return { rows }
            },
          }
          if (rows.length > 0)
            await boss.insert(
              DELIVER,
              rows.map(({ id }) => ({ data: { deliveryId: id } })),
              { db: inTransaction },
            )
          return rows.length
        })
    }

    let queueing = Promise.resolve()
    const look = () => {
      queueing = queueing
        .then(queueWaiting)
        .catch((error: unknown) => log.warn({ err: error }, "messages could not be queued; they wait"))
    }
    const ears = wakeUpOn(databaseUrl, [DELIVERY_CHANNEL], look)
    const timer = setInterval(look, LOOK_MS)
    const beginning = begin()
    return {
      stop: async () => {
        stopped.abort()
        clearInterval(timer)
        await ears.stop()
        await beginning
        await queueing
        await boss.stop({ graceful: true, timeout: 10_000 })
        sender.close()
      },
    }
  }
}

async function prepareQueues(boss: PgBoss, { attempts, firstDelaySeconds }: MailSettings): Promise<void> {
  await boss.createQueue(GIVEN_UP, { retryLimit: 1_000, retryDelay: 30 })
  const repeated = {
    retryLimit: attempts - 1,
    retryDelay: firstDelaySeconds,
    retryBackoff: true,
    retryDelayMax: LONGEST_DELAY_SECONDS,
    expireInSeconds: LONGEST_ATTEMPT_SECONDS,
    heartbeatSeconds: HELD_SECONDS,
    deadLetter: GIVEN_UP,
  }
  await boss.createQueue(DELIVER, repeated)
  await boss.updateQueue(DELIVER, repeated)
  await boss.createQueue(FORGET)
  await boss.schedule(FORGET, "15 3 * * *", null, { tz: HANOI })
}

/** Waits, or until it is aborted. */
async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener("abort", () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
