import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import pg from "pg"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { type MailServer, startMailServer } from "./testing/mail-server.ts"
import { openPlanOutboxes, type PlanOutboxes } from "./testing/plan-outboxes.ts"

const AGENCY = "11111111-1111-4111-8111-111111111111"
const EVENTS = 60

let database: TestDatabase
let plan: PlanOutboxes
let mail: MailServer
let own: pg.Client
let service: ChildProcess | null = null

beforeAll(async () => {
  database = await createTestDatabase()
  plan = await openPlanOutboxes(database)
  mail = await startMailServer()
  own = new pg.Client({ connectionString: database.urls.notifications })
  await own.connect()
})
afterAll(async () => {
  await kill()
  await own?.end()
  await plan?.close()
  await mail?.close()
  await database?.drop()
})

/** The service as a process, ready. */
async function start(): Promise<void> {
  service = spawn(
    process.execPath,
    ["--conditions=plan43-source", "--import=@oxc-node/core/register", "src/main.ts"],
    {
      cwd: fileURLToPath(new URL("..", import.meta.url)),
      env: {
        ...process.env,
        PORT: "0",
        DATABASE_URL: database.urls.notifications,
        GATEWAY_SECRET: "the secret of a service that is killed in a test",
        SMTP_URL: mail.url,
        MAIL_RETRY_SECONDS: "1",
        LOG_LEVEL: "error",
      },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    },
  )
  await once(service, "message")
}

async function kill(): Promise<void> {
  if (service === null || service.exitCode !== null) return
  const ended = once(service, "exit")
  service.kill("SIGKILL")
  await ended
  service = null
}

async function numberOf(statement: string): Promise<number> {
  const { rows } = await own.query<{ n: number }>(statement)
  return rows[0]?.n ?? 0
}

test("killed again and again in the middle, it loses and doubles nothing", async () => {
  await start()
  await plan.assigns({
    subject: "officer",
    email: "officer@hanoi.example",
    role: "AGENCY_OFFICER",
    agencyId: AGENCY,
  })
  await vi.waitFor(
    async () => expect(await numberOf("select count(*)::int n from assignment")).toBe(1),
    10_000,
  )
  const happening = (async () => {
    for (let n = 0; n < EVENTS; n += 1) {
      await plan.happens({ type: "task.overdue", agencyIds: [AGENCY], data: { taskCode: String(n) } })
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
  })()
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 400))
    await kill()
    await start()
  }
  await happening
  const told = "select count(*)::int n from inbox_entry"
  await vi.waitFor(async () => expect(await numberOf(told)).toBe(EVENTS), 20_000)
  expect(await numberOf("select count(distinct notice_id)::int n from inbox_entry")).toBe(EVENTS)
  await vi.waitFor(
    async () =>
      expect(await numberOf("select count(*)::int n from delivery where state = 'SENT'")).toBe(EVENTS),
    { timeout: 150_000, interval: 1_000 },
  )
  // One that was handed over while the process was killed came again, under the same name: whoever reads it can tell.
  const ids = mail.arrived.map(({ text }) => /^message-id: (\S+)/im.exec(text)?.[1])
  expect(new Set(ids).size).toBe(EVENTS)
  expect(mail.arrived.length - EVENTS).toBeLessThanOrEqual(3)
}, 240_000)
