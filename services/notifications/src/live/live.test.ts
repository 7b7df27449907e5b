import type { Identity } from "@plan43/authorization"
import { REQUESTER_HEADER, RequestSigner, SIGNATURE_HEADER, writeRequester } from "@plan43/authorization"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import type { RunningSubgraph } from "@plan43/subgraph"
import { personOf, startForTest, TEST_SECRET } from "@plan43/subgraph/testing"
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest"
import { NOTHING_SENT } from "../settings.ts"
import { notificationsSubgraph } from "../subgraph.ts"
import { openPlanOutboxes, type PlanOutboxes } from "../testing/plan-outboxes.ts"
import { typeNameOf } from "./signal.ts"

const FINANCE = "11111111-1111-4111-8111-111111111111"
const HEALTH = "22222222-2222-4222-8222-222222222222"

let database: TestDatabase
let subgraph: RunningSubgraph
let plan: PlanOutboxes
let streams: AbortController[] = []
const signer = new RequestSigner(TEST_SECRET)

beforeAll(async () => {
  database = await createTestDatabase()
  plan = await openPlanOutboxes(database)
  subgraph = await startForTest(notificationsSubgraph(NOTHING_SENT), database.urls.notifications)
})
afterAll(async () => {
  await subgraph?.stop()
  await plan?.close()
  await database?.drop()
})
afterEach(() => {
  for (const stream of streams) stream.abort()
  streams = []
})

interface Change {
  position: string
  reach: string
  kind: string | null
  subjectId: string | null
}

/** What somebody is told, as it comes. */
async function listen(identity: Identity | null, after: string | null = null): Promise<Change[]> {
  const body = JSON.stringify({
    query: "subscription ($after: String) { changed(after: $after) { position reach kind subjectId } }",
    variables: { after },
  })
  const requestId = crypto.randomUUID()
  const requester = writeRequester({ identity, address: null })
  const stream = new AbortController()
  streams.push(stream)
  const response = await fetch(`${subgraph.url}/graphql/stream`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-request-id": requestId,
      [REQUESTER_HEADER]: requester,
      [SIGNATURE_HEADER]: signer.sign({ subgraph: subgraph.name, requestId, requester, body }),
    },
    body,
    signal: stream.signal,
  })
  if (response.headers.get("content-type")?.includes("json")) throw new Error(await response.text())
  const told: Change[] = []
  void (async () => {
    let rest = ""
    for await (const bytes of response.body ?? []) {
      const lines = (rest + new TextDecoder().decode(bytes)).split("\n")
      rest = lines.pop() ?? ""
      for (const line of lines)
        if (line.startsWith("data: ")) told.push(JSON.parse(line.slice(6)).data.changed as Change)
    }
  })().catch(() => undefined)
  await vi.waitFor(() => expect(told.some(({ reach }) => reach !== "ONE")).toBe(true), 10_000)
  return told
}

const coordinator = personOf("COORDINATOR")
const officer = personOf("AGENCY_OFFICER", FINANCE)
const thingsIn = (told: readonly Change[]) =>
  told.filter(({ reach }) => reach === "ONE").map(({ kind, subjectId }) => `${kind} ${subjectId}`)

const obligation = (id: string, ...agencyIds: string[]) =>
  plan.happens({ type: "changed", subject: { kind: "TaskObligation", id }, agencyIds })

describe("whoever listens", () => {
  test("is told what changes, in order, and each only what they may know of", async () => {
    const [all, own] = [await listen(coordinator), await listen(officer)]
    await obligation("ours", FINANCE)
    await obligation("theirs", HEALTH)
    await plan.happens({ type: "changed", subject: { kind: "task", id: "public" } })
    await vi.waitFor(
      () => expect(thingsIn(all)).toEqual(["TaskObligation ours", "TaskObligation theirs", "Task public"]),
      10_000,
    )
    await vi.waitFor(() => expect(thingsIn(own)).toEqual(["TaskObligation ours", "Task public"]), 10_000)
  })

  test("is told after a break what was missed, once, and goes on from there", async () => {
    const before = await listen(coordinator)
    const position = before[0]?.position ?? ""
    await obligation("missed 1")
    await obligation("missed 2")
    await vi.waitFor(() => expect(thingsIn(before)).toHaveLength(2), 10_000)
    const back = await listen(coordinator, position)
    expect(thingsIn(back)).toEqual(["TaskObligation missed 1", "TaskObligation missed 2"])
    await obligation("new")
    await vi.waitFor(() => expect(thingsIn(back)).toHaveLength(3), 10_000)
    expect(thingsIn(await listen(coordinator, back.at(-1)?.position ?? ""))).toEqual([])
  })

  test.each(["999999999", "no position", "-1"])(
    "at %j, which was never told, reads everything again",
    async (after) => {
      const told = await listen(coordinator, after)
      expect(told[0]?.reach).toBe("EVERYTHING")
    },
  )

  test("loses nothing of what happens all at once", async () => {
    const told = await listen(coordinator)
    await Promise.all(Array.from({ length: 200 }, (_, n) => obligation(`many ${n}`)))
    await vi.waitFor(() => expect(thingsIn(told)).toHaveLength(200), 10_000)
    const positions = told.map(({ position }) => Number(position))
    expect(positions).toEqual(positions.toSorted((one, other) => one - other))
  })

  test("is a person who is signed in", async () => {
    await expect(listen(null)).rejects.toThrow("UNAUTHENTICATED")
    await expect(listen({ ...coordinator, kind: "SYSTEM" })).rejects.toThrow("FORBIDDEN")
  })
})

test.each([
  ["person_assignment", "PersonAssignment"],
  ["activity", "CooperationActivity"],
  ["TaskObligation", "TaskObligation"],
])("%s is a %s of the graph", (entity, expected) => expect(typeNameOf(entity)).toBe(expected))
