import { randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { SmallBrowser } from "../../services/gateway/src/testing/small-browser.ts"
import { type RunningSystem, startSystem } from "../running-system.ts"
import { signInBrowser } from "../signed-in.ts"
import { askUntilAcknowledged } from "./persistent-client.ts"
import { processNow } from "./standing-processes.ts"
import { rowsIn } from "./stored-rows.ts"

/** Changes that are asked for, and how many at a time. */
const CHANGES = 2_000
const AT_A_TIME = 8
/** How often each process is killed. */
const ROUNDS = 2

let system: RunningSystem
const coordinator = new SmallBrowser()

beforeAll(async () => {
  // One person asks here as often as a whole department does.
  system = await startSystem({ environment: { RATE_PERSON: "100000" } })
  await signInBrowser(coordinator, "dieu-phoi", system)
})
afterAll(() => system?.stop())

const CREATE_PARTNER = `mutation ($input: CreatePartnerInput!) {
  createPartner(input: $input) { partner { id } userErrors { reason field } }
}`

interface Created {
  createPartner: { partner: { id: string } | null; userErrors: object[] }
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

test("whatever is killed while 2,000 changes are made, each acknowledged one is there, and once", async () => {
  const names = Array.from({ length: CHANGES }, (_, index) => `Đối tác ${index}`)
  const acknowledged = new Map<string, string>()
  let repeated = 0
  const pending = names.entries()
  async function keepRecording(): Promise<void> {
    for (const [, name] of pending) {
      const { data, attempts } = await askUntilAcknowledged<Created>(ask, {
        query: CREATE_PARTNER,
        variables: { input: { idempotencyKey: randomUUID(), name, kind: "CORPORATION" } },
      })
      expect(data.createPartner.userErrors).toEqual([])
      acknowledged.set(name, data.createPartner.partner?.id ?? "")
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

  const stored = await rowsIn<{ id: string; name: string }>(
    system,
    "select id, name from cooperation.partner",
  )
  const entries = await rowsIn<{ entity_id: string }>(
    system,
    "select entity_id from cooperation.audit_entry where action = 'partner.created'",
  )
  console.log(
    `${CHANGES} changes in ${Math.round((Date.now() - began) / 1000)} s while ${victims.length} processes were killed; ` +
      `${repeated} had to be asked for more than once`,
  )
  expect(acknowledged.size).toBe(CHANGES)
  expect(stored.map(({ name, id }) => [name, id]).sort()).toEqual([...acknowledged].sort())
  expect(entries.map(({ entity_id }) => entity_id).sort()).toEqual([...acknowledged.values()].sort())
  expect(repeated).toBeGreaterThan(0)
}, 300_000)
