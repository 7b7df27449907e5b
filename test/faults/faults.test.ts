import { randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { SmallBrowser } from "../../services/gateway/src/testing/small-browser.ts"
import { type RunningSystem, startSystem } from "../running-system.ts"
import { signInBrowser } from "../signed-in.ts"
import { askUntilAcknowledged, type WantedChange } from "./persistent-client.ts"
import { processNow } from "./standing-processes.ts"
import { rowsIn } from "./stored-rows.ts"

/** Changes that are asked for, and how many at a time: a few among all other tests, 2,000 with `npm run faults`. */
const CHANGES = Number(process.env.FAULT_CHANGES ?? 300)
const AT_A_TIME = 8
/** How often each process is killed. */
const ROUNDS = CHANGES < 1_000 ? 1 : 2

let system: RunningSystem
const coordinator = new SmallBrowser()

beforeAll(async () => {
  // One person asks here as often as a whole department does.
  system = await startSystem({ environment: { RATE_PERSON: "100000" } })
  await signInBrowser(coordinator, "dieu-phoi", system)
})
afterAll(() => system?.stop())

/** What is asked for, and how what was acknowledged is told apart. */
interface Change {
  /** What the row says that it leaves behind, one of a kind. */
  mark: string
  mutation: WantedChange
}

/** The answer to either mutation: the field `changed`. */
interface Changed {
  changed: { row: { id: string } | null; userErrors: object[] }
}

function partner(mark: string): Change {
  const query = `mutation ($input: CreatePartnerInput!) {
    changed: createPartner(input: $input) { row: partner { id } userErrors { reason field } }
  }`
  return {
    mark,
    mutation: {
      query,
      variables: { input: { idempotencyKey: randomUUID(), name: mark, kind: "CORPORATION" } },
    },
  }
}

function report(mark: string, obligation: { id: string; version: number }): Change {
  const query = `mutation ($input: ReportProgressInput!) {
    changed: reportProgress(input: $input) { row: report { id } userErrors { reason field } }
  }`
  const said = { answer: "PROGRESS", state: "IN_PROGRESS", done: mark }
  const { id: obligationId, version } = obligation
  return {
    mark,
    mutation: {
      query,
      variables: { input: { idempotencyKey: randomUUID(), obligationId, version, ...said } },
    },
  }
}

/** What agencies owe, of tasks without phases: a report of each can be asked for at the same time. */
async function obligations(count: number): Promise<{ id: string; version: number }[]> {
  const query = `query ($after: String) {
    obligations(first: 100, after: $after) {
      edges { node { id version task { phases { id } } } } pageInfo { endCursor hasNextPage }
    }
  }`
  const found: { id: string; version: number }[] = []
  for (let after: string | null = null; found.length < count; ) {
    const page: ObligationPage = (
      await askUntilAcknowledged<ObligationPage>(ask, { query, variables: { after } })
    ).data
    const { edges, pageInfo } = page.obligations
    for (const { node } of edges)
      if (node.task.phases.length === 0) found.push({ id: node.id, version: node.version })
    if (!pageInfo.hasNextPage) break
    after = pageInfo.endCursor
  }
  return found.slice(0, count)
}

interface ObligationPage {
  obligations: {
    edges: { node: { id: string; version: number; task: { phases: object[] } } }[]
    pageInfo: { endCursor: string | null; hasNextPage: boolean }
  }
}

function ask(body: string, signal: AbortSignal): Promise<Response> {
  return coordinator.ask(`${system.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    signal,
  })
}

/** Kills a process as a failing machine does, and waits until another one does its work. */
async function killAndAwait(name: string): Promise<void> {
  const pid = await processNow(system, name)
  if (pid === undefined) throw new Error(`${name} does not run`)
  process.kill(pid, "SIGKILL")
  for (;;) {
    await sleep(100)
    const next = await processNow(system, name)
    if (next !== undefined && next !== pid && (await isReady())) return
  }
}

async function isReady(): Promise<boolean> {
  try {
    return (await fetch(`${system.url}/ready`, { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    return false
  }
}

test(`whatever is killed while ${CHANGES} changes are made, each acknowledged one is there, and once`, async () => {
  const owed = await obligations(CHANGES / 2)
  const changes = [
    ...owed.map((obligation, index) => report(`Báo cáo ${index}`, obligation)),
    ...Array.from({ length: CHANGES - owed.length }, (_, index) => partner(`Đối tác ${index}`)),
  ].sort((a, b) => placeOf(a).localeCompare(placeOf(b)))
  expect(owed.length).toBeGreaterThan(CHANGES / 4)
  const acknowledged = new Map<string, string>()
  let repeated = 0
  const pending = changes.values()
  async function keepRecording(): Promise<void> {
    for (const { mark, mutation } of pending) {
      const { data, attempts } = await askUntilAcknowledged<Changed>(ask, mutation)
      expect(data.changed.userErrors).toEqual([])
      acknowledged.set(mark, data.changed.row?.id ?? "")
      if (attempts > 1) repeated += 1
    }
  }
  const victims = Array.from({ length: ROUNDS }, () =>
    Object.keys(system.processes).filter((name) => name !== "supervisor"),
  ).flat()
  const share = CHANGES / (victims.length + 1)
  async function killInTurn(): Promise<void> {
    for (const [index, name] of victims.entries()) {
      while (acknowledged.size < share * (index + 1)) await sleep(10)
      await killAndAwait(name)
    }
  }
  const began = Date.now()
  await Promise.all([...Array.from({ length: AT_A_TIME }, keepRecording), killInTurn()])

  const stored = await rowsIn<{ id: string; mark: string }>(
    system,
    `select id::text, name as mark from cooperation.partner
     union all select id::text, done from tasks.progress_report`,
  )
  const entries = await rowsIn<{ entity_id: string }>(
    system,
    `select entity_id from cooperation.audit_entry where entity = 'partner'
     union all select entity_id from tasks.audit_entry where entity = 'progress_report'`,
  )
  console.log(
    `${CHANGES} changes, ${owed.length} of them reports of progress, in ${Math.round((Date.now() - began) / 1000)} s while ` +
      `${victims.length} processes were killed; ${repeated} had to be asked for more than once`,
  )
  expect(acknowledged.size).toBe(CHANGES)
  expect(stored.map(({ mark, id }) => [mark, id]).sort()).toEqual([...acknowledged].sort())
  expect(entries.map(({ entity_id }) => entity_id).sort()).toEqual([...acknowledged.values()].sort())
  expect(repeated).toBeGreaterThan(0)
}, 300_000)

/** Both sorts of changes in turns. */
function placeOf({ mark }: Change): string {
  return mark.replace(/^\D+/, "").padStart(5, "0")
}
