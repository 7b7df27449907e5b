import { randomUUID } from "node:crypto"
import { agencyRegister } from "@plan43/agency-register"
import { type CalendarDate, clockAt } from "@plan43/calendar"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { publishedPlanText, readPlan } from "@plan43/plan"
import {
  currentRows,
  diffTable,
  type PublishedSource,
  planKeyOf,
  recordChanges,
  removeGone,
  stableId,
  writeRows,
} from "@plan43/published-rows"
import { fillTables } from "@plan43/published-rows/testing"
import type { RunningSubgraph } from "@plan43/subgraph"
import { ask, askWell, personOf, startForTest } from "@plan43/subgraph/testing"
import pg from "pg"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { planImport } from "../plan-import/index.ts"
import { tasks } from "../subgraph.ts"
import type { DocumentDetails } from "./recording/document-details.ts"

const TODAY = "2026-11-26"
const coordinator = personOf("COORDINATOR")
let database: TestDatabase
let subgraph: RunningSubgraph
let source: PublishedSource
let planKey: string

beforeAll(async () => {
  source = { plan: readPlan(publishedPlanText()), register: agencyRegister }
  planKey = planKeyOf(source.plan)
  database = await createTestDatabase()
  subgraph = await startForTest(tasks, database.urls.tasks, clockAt(`${TODAY}T08:00:00+07:00`))
  await fillTables(database.urls.tasks, planImport, source)
})

afterAll(async () => {
  await subgraph?.stop()
  await database?.drop()
})

const run = <Row extends object>(statement: string, parameters: unknown[] = []) =>
  subgraph.orm.em.getConnection().execute<Row[]>(statement, parameters)

beforeEach(async () => {
  await run("truncate task_start, document_recording, declined_proposal, outbox_event, recorded_request")
  await run(`update awaited_document set merged_into = null, merged_at = null, due_days = 60, effective_on = null, event_on = null,
    recorded_on = null, ended = null, watcher_id = null, watcher_name = null, last_checked_on = null, version = 1,
    issued_on = null, number = null`)
})

const triggerOf = (code: string, place = 1) => stableId("trigger", planKey, code, String(place))
const day = (text: string) => text as CalendarDate

const decree: DocumentDetails = {
  kind: "DECREE",
  number: "100/2025/NĐ-CP",
  name: null,
  issuer: "Chính phủ",
  issuedOn: day("2025-03-01"),
  effectiveOn: day("2025-04-15"),
  link: "https://vanban.chinhphu.vn/100",
  fileIds: [],
  dueDays: 60,
}

interface Refusals {
  userErrors: { reason: string; field: string; message: string }[]
}
interface Effect {
  task: { code: string }
  change: string
  before: { startsOn: string; dueOn: string } | null
  after: { startsOn: string; dueOn: string } | null
  waitsFor: { title: string }[]
}

async function versionOf(id: string): Promise<number> {
  const [row] = await run<{ version: number }>("select version from awaited_document where id = ?", [id])
  return row?.version ?? 0
}

async function previewOf(id: string, document: DocumentDetails | null) {
  const { previewDocument } = await askWell<{
    previewDocument: Refusals & {
      preview: { token: string; effects: Effect[]; agencies: { id: string }[] } | null
    }
  }>(
    subgraph,
    `query ($input: PreviewDocumentInput!) { previewDocument(input: $input) {
      userErrors { reason field message }
      preview { token agencies { id } effects { task { code } change before { startsOn dueOn } after { startsOn dueOn } waitsFor { title } } } } }`,
    { input: { id, version: await versionOf(id), document } },
    coordinator,
  )
  return previewDocument
}

/** Asks for a change as a coordinator, with the version as it stands. */
async function change(mutation: string, id: string, given: object = {}): Promise<Refusals> {
  const { changed } = await askWell<{ changed: Refusals }>(
    subgraph,
    `mutation ($input: ${INPUT[mutation]}!) { changed: ${mutation}(input: $input) { userErrors { reason field message } } }`,
    { input: { idempotencyKey: randomUUID(), id, version: await versionOf(id), ...given } },
    coordinator,
  )
  return changed
}

const INPUT: Record<string, string> = {
  recordDocument: "RecordDocumentInput",
  revokeDocument: "RevokeDocumentInput",
  endDocument: "EndDocumentInput",
  reinstateDocument: "DocumentInput",
  watchDocument: "DocumentInput",
  appointWatcher: "AppointWatcherInput",
  unwatchDocument: "DocumentInput",
  markDocumentChecked: "DocumentInput",
  setDocumentDueDays: "DueDaysInput",
  mergeDocuments: "MergeDocumentsInput",
  separateDocument: "DocumentInput",
}

async function recordWell(id: string, document: DocumentDetails, given: object = {}): Promise<void> {
  const { preview, userErrors } = await previewOf(id, document)
  expect(userErrors).toEqual([])
  expect(await change("recordDocument", id, { document, preview: preview?.token, ...given })).toEqual({
    userErrors: [],
  })
}

interface Deadline {
  startsOn: string | null
  dueOn: string | null
}

async function deadlineOf(code: string, asOf = TODAY): Promise<Deadline & { text: string }> {
  const { task } = await askWell<{ task: { deadline: Deadline & { text: string } } }>(
    subgraph,
    `query ($code: String!, $asOf: Date) { task(code: $code) { deadline { text startsOn(asOf: $asOf) dueOn(asOf: $asOf) } } }`,
    { code, asOf },
  )
  return task.deadline
}

const events = () =>
  run<{ type: string; agency_ids: string[]; data: { taskCodes: string[] } }>(
    "select type, agency_ids, data from outbox_event where type like 'document.%' order by position",
  )

describe("recording a document as issued", () => {
  test("does what the preview said: the task starts on the day of effect and is due 60 days later", async () => {
    const { preview } = await previewOf(triggerOf("29"), decree)
    expect(preview?.effects).toEqual([
      {
        task: { code: "29" },
        change: "STARTS",
        before: null,
        after: { startsOn: "2025-04-15", dueOn: "2025-06-14" },
        waitsFor: [],
      },
    ])
    expect(await events()).toEqual([])
    await recordWell(triggerOf("29"), decree)
    expect(await deadlineOf("29")).toEqual({
      text: "Triển khai sau khi Nghị định có hiệu lực",
      startsOn: "2025-04-15",
      dueOn: "2025-06-14",
    })
    expect(await events()).toMatchObject([
      {
        type: "document.issued",
        data: { taskCodes: ["29"] },
        agency_ids: preview?.agencies.map(({ id }) => id),
      },
    ])
  })

  test("starts on the day of issue what waits for a decision to be issued, by the coordinator's own number of days", async () => {
    await recordWell(triggerOf("86"), { ...decree, kind: "DECISION", dueDays: 30 })
    expect(await deadlineOf("86")).toMatchObject({ startsOn: "2025-03-01", dueOn: "2025-03-31" })
  })

  test("of a law starts its tasks when it takes effect, though the plan waits for guidance", async () => {
    const law: DocumentDetails = {
      ...decree,
      kind: "LAW",
      number: "93/2025/QH15",
      issuer: "Quốc hội",
      issuedOn: day("2025-06-27"),
      effectiveOn: day("2025-10-01"),
    }
    await recordWell(triggerOf("14"), law)
    expect(await deadlineOf("14")).toMatchObject({ startsOn: "2025-10-01", dueOn: "2025-11-30" })
  })

  test("does not start task 11 before 1 June 2025", async () => {
    await recordWell(triggerOf("11"), {
      ...decree,
      kind: "GUIDANCE",
      issuedOn: day("2025-05-10"),
      effectiveOn: null,
    })
    expect(await deadlineOf("11")).toMatchObject({ startsOn: "2025-06-01", dueOn: "2025-07-31" })
  })

  test("of the first of two that task 56 waits for starts nothing, the second does", async () => {
    const decision = { ...decree, kind: "DECISION", effectiveOn: null } as const
    const { preview } = await previewOf(triggerOf("56", 1), { ...decision, kind: "RESOLUTION" })
    expect(preview?.effects).toMatchObject([
      { change: "STILL_WAITS", after: null, waitsFor: [{ title: "Quyết định của Thủ tướng Chính phủ" }] },
    ])
    expect(preview?.agencies).toEqual([])
    await recordWell(triggerOf("56", 1), { ...decision, kind: "RESOLUTION" })
    expect(await deadlineOf("56")).toMatchObject({ startsOn: null, dueOn: null })
    await recordWell(triggerOf("56", 2), { ...decision, issuedOn: day("2026-02-01"), dueDays: 10 })
    expect(await deadlineOf("56")).toMatchObject({ startsOn: "2026-02-01", dueOn: "2026-02-11" })
  })

  test("changes nothing of what was known on a day before", async () => {
    await recordWell(triggerOf("29"), decree)
    expect(await deadlineOf("29", "2026-11-25")).toMatchObject({ startsOn: null, dueOn: null })
    const { trigger } = await askWell<{ trigger: Record<string, unknown> }>(
      subgraph,
      `query ($id: ID!) { trigger(id: $id) { before: document(asOf: "2026-11-25") { number } after: document { number issuer effectiveOn link end { on } } } }`,
      { id: triggerOf("29") },
    )
    expect(trigger).toEqual({
      before: null,
      after: {
        number: "100/2025/NĐ-CP",
        issuer: "Chính phủ",
        effectiveOn: "2025-04-15",
        link: "https://vanban.chinhphu.vn/100",
        end: null,
      },
    })
  })

  test("is refused when something else would follow than was previewed", async () => {
    const { preview } = await previewOf(triggerOf("29"), decree)
    const other = { ...decree, effectiveOn: day("2025-05-01") }
    expect(
      await change("recordDocument", triggerOf("29"), { document: other, preview: preview?.token }),
    ).toMatchObject({ userErrors: [{ reason: "PREVIEW_STALE", field: "preview" }] })
    expect(await deadlineOf("29")).toMatchObject({ dueOn: null })
  })

  test("is refused when the other document of task 56 was recorded meanwhile", async () => {
    const decision = { ...decree, effectiveOn: null }
    const { preview } = await previewOf(triggerOf("56", 1), decision)
    await recordWell(triggerOf("56", 2), decision)
    expect(
      await change("recordDocument", triggerOf("56", 1), { document: decision, preview: preview?.token }),
    ).toMatchObject({ userErrors: [{ reason: "PREVIEW_STALE" }] })
  })

  test("of both documents of task 56 at once never leaves it waiting: the second to come is refused or starts it", async () => {
    const decision = { ...decree, effectiveOn: null }
    const previews = await Promise.all([1, 2].map((place) => previewOf(triggerOf("56", place), decision)))
    const outcomes = await Promise.all(
      previews.map(({ preview }, index) =>
        change("recordDocument", triggerOf("56", index + 1), { document: decision, preview: preview?.token }),
      ),
    )
    expect(outcomes.map(({ userErrors }) => userErrors.map(({ reason }) => reason)).toSorted()).toEqual([
      [],
      ["PREVIEW_STALE"],
    ])
  })

  test("is done once, however often it is sent", async () => {
    const { preview } = await previewOf(triggerOf("29"), decree)
    const request = { document: decree, preview: preview?.token, idempotencyKey: "one", version: 1 }
    expect(await change("recordDocument", triggerOf("29"), request)).toEqual({ userErrors: [] })
    expect(await change("recordDocument", triggerOf("29"), request)).toEqual({ userErrors: [] })
    expect(await events()).toHaveLength(1)
    const [entries] = await run<{ total: number }>(
      "select count(*)::integer as total from document_recording",
    )
    expect(entries?.total).toBe(1)
  })

  test.each([
    [{ issuedOn: day("2026-11-27"), effectiveOn: null }, "DATE_IN_FUTURE", "issuedOn"],
    [{ effectiveOn: day("2025-02-01") }, "DATES_OUT_OF_ORDER", "effectiveOn"],
    [{ effectiveOn: null }, "EFFECTIVE_DATE_MISSING", "effectiveOn"],
    [{ number: " " }, "NUMBER_MISSING", "number"],
    [{ issuer: "" }, "ISSUER_MISSING", "issuer"],
    [{ link: "javascript:alert(1)" }, "LINK_MALFORMED", "link"],
    [{ dueDays: 0 }, "DUE_DAYS_OUT_OF_RANGE", "dueDays"],
    [{ number: "x".repeat(501) }, "TEXT_TOO_LONG", "number"],
  ])("is refused with %j: %s", async (given, reason, field) => {
    const document = { ...decree, ...given }
    const { userErrors } = await previewOf(triggerOf("29"), document)
    expect(userErrors).toContainEqual(expect.objectContaining({ reason, field }))
    const refused = await change("recordDocument", triggerOf("29"), { document, preview: "" })
    expect(refused.userErrors).toContainEqual(expect.objectContaining({ reason, field }))
  })
})

test("everything that a page about a document asks for is answered", async () => {
  await recordWell(triggerOf("29"), decree)
  const { trigger } = await askWell<{ trigger: object }>(
    subgraph,
    `query ($id: ID!) { trigger(id: $id) { id version kind title issuer event notBefore waitingSince dueDays plan { number }
      document { kind number name issuer issuedOn effectiveOn link dueDays end { on successorNumber successorName successorLink } }
      record { id act recordedOn recordedAt recordedBy reason document { number issuedOn effectiveOn } }
      mergedInto { id } merged { id version title event tasks(first: 5) { totalCount } } tasks(first: 100) { totalCount }
      watcher watchedByMe lastCheckedOn suggestions { id } } }`,
    { id: triggerOf("29") },
    coordinator,
  )
  expect(trigger).toMatchObject({
    waitingSince: "2025-02-14",
    record: [{ act: "ISSUED", recordedOn: TODAY, recordedBy: coordinator.name }],
    merged: [],
    tasks: { totalCount: 1 },
    suggestions: [],
  })
})

describe("what was recorded by mistake", () => {
  test("is corrected with a reason; the task moves, and the day before still knows what was known then", async () => {
    await recordWell(triggerOf("29"), decree)
    await run("update task_start set recorded_on = '2026-11-20'")
    await run("update document_recording set recorded_on = '2026-11-20'")
    const corrected = { ...decree, number: "101/2025/NĐ-CP", effectiveOn: day("2025-05-01"), dueDays: 90 }
    const { preview } = await previewOf(triggerOf("29"), corrected)
    expect(preview?.effects).toMatchObject([
      {
        change: "MOVES",
        before: { startsOn: "2025-04-15", dueOn: "2025-06-14" },
        after: { startsOn: "2025-05-01", dueOn: "2025-07-30" },
      },
    ])
    const request = { document: corrected, preview: preview?.token }
    expect(await change("recordDocument", triggerOf("29"), request)).toMatchObject({
      userErrors: [{ reason: "REASON_MISSING", field: "reason" }],
    })
    expect(await change("recordDocument", triggerOf("29"), { ...request, reason: "nhập nhầm số" })).toEqual({
      userErrors: [],
    })
    expect(await deadlineOf("29")).toMatchObject({ startsOn: "2025-05-01", dueOn: "2025-07-30" })
    expect(await deadlineOf("29", "2026-11-25")).toMatchObject({ dueOn: "2025-06-14" })
    expect((await events()).map(({ type }) => type)).toEqual(["document.issued", "document.corrected"])
  })

  test("is taken back; the task waits again and its agencies are told", async () => {
    await recordWell(triggerOf("29"), decree)
    const { preview } = await previewOf(triggerOf("29"), null)
    expect(preview?.effects).toMatchObject([{ change: "WAITS_AGAIN", after: null }])
    const request = { preview: preview?.token, reason: "chưa ban hành" }
    expect(await change("revokeDocument", triggerOf("29"), request)).toEqual({ userErrors: [] })
    expect(await deadlineOf("29")).toMatchObject({ startsOn: null, dueOn: null })
    const { trigger } = await askWell<{ trigger: Record<string, unknown> }>(
      subgraph,
      "query ($id: ID!) { trigger(id: $id) { issuedOn document { number } record { act reason document { number } } } }",
      { id: triggerOf("29") },
    )
    expect(trigger).toEqual({
      issuedOn: null,
      document: null,
      record: [
        { act: "REVOKED", reason: "chưa ban hành", document: null },
        { act: "ISSUED", reason: null, document: { number: "100/2025/NĐ-CP" } },
      ],
    })
    expect((await events()).at(-1)).toMatchObject({ type: "document.revoked", data: { taskCodes: ["29"] } })
  })

  test("is not taken back where nothing was recorded", async () => {
    const { userErrors } = await previewOf(triggerOf("29"), null)
    expect(userErrors).toMatchObject([{ reason: "NOT_RECORDED" }])
  })
})

describe("a document that was replaced or repealed", () => {
  test("says so and by what; its tasks stay started and their agencies are told", async () => {
    await recordWell(triggerOf("29"), decree)
    const ending = { endedOn: "2026-01-01", successor: { number: "200/2025/NĐ-CP", name: null, link: null } }
    expect(await change("endDocument", triggerOf("29"), ending)).toEqual({ userErrors: [] })
    const { trigger } = await askWell<{ trigger: Record<string, unknown> }>(
      subgraph,
      "query ($id: ID!) { trigger(id: $id) { document { number end { on successorNumber } } } }",
      { id: triggerOf("29") },
    )
    expect(trigger).toEqual({
      document: { number: "100/2025/NĐ-CP", end: { on: "2026-01-01", successorNumber: "200/2025/NĐ-CP" } },
    })
    expect(await deadlineOf("29")).toMatchObject({ dueOn: "2025-06-14" })
    expect((await events()).at(-1)).toMatchObject({ type: "document.replaced", data: { taskCodes: ["29"] } })
    expect((await previewOf(triggerOf("29"), decree)).userErrors).toMatchObject([{ reason: "ENDED" }])
  })

  test("may have been repealed with nothing instead, and that is taken back with a reason", async () => {
    await recordWell(triggerOf("29"), decree)
    expect(await change("endDocument", triggerOf("29"), { endedOn: "2025-01-01" })).toMatchObject({
      userErrors: [{ reason: "DATES_OUT_OF_ORDER", field: "endedOn" }],
    })
    expect(await change("endDocument", triggerOf("29"), { endedOn: "2026-01-01" })).toEqual({
      userErrors: [],
    })
    expect((await events()).at(-1)?.type).toBe("document.repealed")
    expect(await change("reinstateDocument", triggerOf("29"))).toMatchObject({
      userErrors: [{ reason: "REASON_MISSING" }],
    })
    expect(await change("reinstateDocument", triggerOf("29"), { reason: "nhầm văn bản" })).toEqual({
      userErrors: [],
    })
    const { trigger } = await askWell<{ trigger: Record<string, unknown> }>(
      subgraph,
      "query ($id: ID!) { trigger(id: $id) { document { number end { on } } } }",
      { id: triggerOf("29") },
    )
    expect(trigger).toEqual({ document: { number: "100/2025/NĐ-CP", end: null } })
  })

  test("must have been recorded first", async () => {
    expect(await change("endDocument", triggerOf("29"), { endedOn: "2026-01-01" })).toMatchObject({
      userErrors: [{ reason: "NOT_RECORDED" }],
    })
  })
})

describe("documents that are the same", () => {
  const merge = async (into: string, ...others: string[]) =>
    change("mergeDocuments", into, {
      merged: await Promise.all(others.map(async (id) => ({ id, version: await versionOf(id) }))),
    })

  /** What an import of the same plan does now. */
  async function importAgain(): Promise<number> {
    const transaction = { query: async (text: string, values?: unknown[]) => query(text, values) }
    let changes = 0
    for (const table of planImport.tablesOf(source)) {
      const changed = diffTable(table, await currentRows(transaction, "tasks", table))
      await writeRows(transaction, "tasks", table, changed)
      await removeGone(transaction, "tasks", table, changed)
      await recordChanges(transaction, "tasks", table, changed, { actor: "plan-import", reason: "again" })
      changes += changed.length
    }
    return changes
  }

  async function query(text: string, values: unknown[] = []) {
    const { default: pg } = await import("pg")
    const client = new pg.Client({ connectionString: database.urls.tasks })
    await client.connect()
    try {
      return await client.query<Record<string, unknown>>(text, values)
    } finally {
      await client.end()
    }
  }

  test("are proposed with the reason, and merged only by a coordinator", async () => {
    const { mergeProposals } = await askWell<{
      mergeProposals: { id: string; reason: string; common: string; documents: { id: string }[] }[]
    }>(subgraph, "{ mergeProposals { id reason common documents { id } } }", {}, coordinator)
    expect(mergeProposals).toEqual([
      {
        id: expect.any(String),
        reason: "SAME_KNOWN_DOCUMENT",
        common: "Luật Khoa học, công nghệ và đổi mới sáng tạo, số 93/2025/QH15",
        documents: [{ id: triggerOf("14") }, { id: triggerOf("26") }],
      },
    ])
    const [merged] = await run<{ total: number }>(
      "select count(merged_into)::integer as total from awaited_document",
    )
    expect(merged?.total).toBe(0)
  })

  test("start all their tasks with one recording; each keeps its words; an import undoes neither", async () => {
    expect(await merge(triggerOf("29"), triggerOf("87"), triggerOf("86"))).toEqual({ userErrors: [] })
    const { preview } = await previewOf(triggerOf("29"), decree)
    expect(preview?.effects.map(({ task, after }) => [task.code, after?.startsOn])).toEqual([
      ["29", "2025-04-15"],
      ["86", "2025-03-01"],
      ["87", "2025-04-15"],
    ])
    await recordWell(triggerOf("29"), decree)
    expect(await importAgain()).toBe(0)
    expect(await deadlineOf("87")).toMatchObject({ startsOn: "2025-04-15" })
    const { task, triggers } = await askWell<{
      task: { deadline: { triggers: Record<string, unknown>[] } }
      triggers: { totalCount: number }
    }>(
      subgraph,
      `{ task(code: "87") { deadline { triggers { title issuedOn number document { number } mergedInto { id } } } }
        triggers { totalCount } }`,
    )
    expect(task.deadline.triggers).toEqual([
      {
        title: "Nghị định của Chính phủ hướng dẫn thực hiện khoản 4 Điều 23 Luật Thủ đô năm 2024",
        issuedOn: "2025-03-01",
        number: "100/2025/NĐ-CP",
        document: { number: "100/2025/NĐ-CP" },
        mergedInto: { id: triggerOf("29") },
      },
    ])
    expect(triggers.totalCount).toBe(54)
  })

  test("are told apart again; what was recorded meanwhile stays recorded of both, nothing restarts", async () => {
    await merge(triggerOf("29"), triggerOf("87"))
    await recordWell(triggerOf("29"), decree)
    expect(await change("separateDocument", triggerOf("87"))).toEqual({ userErrors: [] })
    const { trigger } = await askWell<{ trigger: Record<string, unknown> }>(
      subgraph,
      "query ($id: ID!) { trigger(id: $id) { mergedInto { id } document { number } } }",
      { id: triggerOf("87") },
    )
    expect(trigger).toEqual({ mergedInto: null, document: { number: "100/2025/NĐ-CP" } })
    const { preview } = await previewOf(triggerOf("87"), decree)
    expect(preview?.effects).toMatchObject([{ task: { code: "87" }, change: "STAYS" }])
    expect(await change("separateDocument", triggerOf("87"))).toMatchObject({
      userErrors: [{ reason: "NOT_MERGED" }],
    })
  })

  test("are not merged once one was recorded, twice, with themselves, or on an old version", async () => {
    await recordWell(triggerOf("29"), decree)
    expect(await merge(triggerOf("87"), triggerOf("29"))).toMatchObject({
      userErrors: [{ reason: "ALREADY_RECORDED" }],
    })
    expect(await merge(triggerOf("87"), triggerOf("87"))).toMatchObject({
      userErrors: [{ reason: "SAME_DOCUMENT" }],
    })
    expect(await merge(triggerOf("87"))).toMatchObject({ userErrors: [{ reason: "NOTHING_TO_MERGE" }] })
    const stale = { merged: [{ id: triggerOf("90"), version: 7 }] }
    expect(await change("mergeDocuments", triggerOf("87"), stale)).toMatchObject({
      userErrors: [{ reason: "VERSION_STALE", field: "merged" }],
    })
    await merge(triggerOf("87"), triggerOf("90"))
    expect(await merge(triggerOf("31"), triggerOf("90"))).toMatchObject({
      userErrors: [{ reason: "ALREADY_MERGED" }],
    })
    expect((await previewOf(triggerOf("90"), decree)).userErrors).toMatchObject([{ reason: "MERGED" }])
  })
})

describe("documents known to have been issued", () => {
  interface Suggestion {
    id: string
    declinedOn: string | null
    document: { number: string | null; source: { link: string } }
    trigger: { id: string }
  }
  const suggestions = async () =>
    (
      await askWell<{ documentSuggestions: Suggestion[] }>(
        subgraph,
        "{ documentSuggestions { id declinedOn document { number source { link } } trigger { id } } }",
        {},
        coordinator,
      )
    ).documentSuggestions

  test("are suggested for the tasks that wait, each with its source; nothing is started by itself", async () => {
    const found = await suggestions()
    expect(found.map(({ trigger }) => trigger.id)).toEqual(
      ["14", "15", "16", "17", "18", "21", "22", "26", "34"].map((code) => triggerOf(code)),
    )
    for (const { document } of found) expect(URL.canParse(document.source.link)).toBe(true)
    const [starts] = await run<{ total: number }>("select count(*)::integer as total from task_start")
    expect(starts?.total).toBe(0)
  })

  test("say which tasks they concern that wait for none", async () => {
    const { knownDocuments } = await askWell<{
      knownDocuments: { number: string | null; tasks: { code: string }[] }[]
    }>(subgraph, "{ knownDocuments { number tasks { code } } }", {}, coordinator)
    expect(knownDocuments.find(({ number }) => number === "29/2025/NQ-HĐND")?.tasks).toEqual([
      { code: "25" },
      { code: "47" },
    ])
  })

  test("are declined with a reason, and reconsidered", async () => {
    const [first] = await suggestions()
    const act = async (mutation: string, id: string | undefined) =>
      (
        await askWell<{ changed: Refusals }>(
          subgraph,
          `mutation ($input: ProposalInput!) { changed: ${mutation}(input: $input) { proposal userErrors { reason field } } }`,
          { input: { idempotencyKey: randomUUID(), id, reason: "không phải văn bản này" } },
          coordinator,
        )
      ).changed
    expect(await act("declineProposal", first?.id)).toEqual({ proposal: first?.id, userErrors: [] })
    expect((await suggestions())[0]).toMatchObject({ id: first?.id, declinedOn: TODAY })
    expect(await act("reconsiderProposal", first?.id)).toMatchObject({ userErrors: [] })
    expect((await suggestions())[0]).toMatchObject({ declinedOn: null })
    expect(await act("declineProposal", randomUUID())).toMatchObject({
      userErrors: [{ reason: "NOT_FOUND" }],
    })
  })
})

describe("watching over a document", () => {
  test("is somebody's, with the day of the last look; the list puts first what nobody looked at", async () => {
    const first = async () =>
      (
        await askWell<{ triggers: { edges: { node: { id: string } }[] } }>(
          subgraph,
          "{ triggers(first: 1, orderBy: { field: ATTENTION }) { edges { node { id } } } }",
        )
      ).triggers.edges[0]?.node.id
    expect(await first()).toBe(triggerOf("5"))
    expect(await change("watchDocument", triggerOf("5"))).toEqual({ userErrors: [] })
    expect(await change("markDocumentChecked", triggerOf("5"))).toEqual({ userErrors: [] })
    expect(await first()).toBe(triggerOf("6"))
    const selection = "query ($id: ID!) { trigger(id: $id) { watcher watchedByMe lastCheckedOn } }"
    const { trigger } = await askWell<{ trigger: object }>(
      subgraph,
      selection,
      { id: triggerOf("5") },
      coordinator,
    )
    expect(trigger).toEqual({ watcher: coordinator.name, watchedByMe: true, lastCheckedOn: TODAY })
    const hidden = await ask<{ trigger: object }>(subgraph, selection, { id: triggerOf("5") })
    expect(hidden.data?.trigger).toEqual({ watcher: null, watchedByMe: null, lastCheckedOn: null })
    expect(hidden.errors?.map(({ extensions }) => extensions.code)).toEqual(
      Array.from({ length: 3 }, () => "UNAUTHENTICATED"),
    )
    expect(await change("unwatchDocument", triggerOf("5"))).toEqual({ userErrors: [] })
  })

  test("is somebody's whom a coordinator appoints by an assignment in force, who is told", async () => {
    const people = new pg.Client({ connectionString: database.urls.agencies })
    await people.connect()
    // As agencies shows its people to this role
    await people.query(`create table appointable_person (id uuid, subject text, email text, name text, valid_from date, valid_to date);
      grant select on appointable_person to plan43_tasks`)
    const [standing, ended] = [randomUUID(), randomUUID()]
    await people.query(
      "insert into appointable_person values ($1, null, 'An@hanoi.example', 'An', '2025-01-01', null), ($2, 'b', null, 'Bình', '2025-01-01', '2025-01-31')",
      [standing, ended],
    )
    await people.end()
    const appoint = (assignmentId: string) => change("appointWatcher", triggerOf("5"), { assignmentId })
    expect(await appoint(randomUUID())).toMatchObject({ userErrors: [{ reason: "NOT_FOUND" }] })
    expect(await appoint(ended)).toMatchObject({ userErrors: [{ reason: "ASSIGNMENT_NOT_IN_FORCE" }] })
    expect(await appoint(standing)).toEqual({ userErrors: [] })
    const seen = async (email: string) => {
      const viewer = { ...coordinator, id: email, email }
      const { trigger, triggers } = await askWell<{ trigger: object; triggers: { totalCount: number } }>(
        subgraph,
        "query ($id: ID!) { trigger(id: $id) { watcher watchedByMe } triggers(filter: { watchedByMe: true }) { totalCount } }",
        { id: triggerOf("5") },
        viewer,
      )
      return [trigger, triggers.totalCount]
    }
    expect(await seen("an@hanoi.example")).toEqual([{ watcher: "An", watchedByMe: true }, 1])
    expect(await seen("chi@hanoi.example")).toEqual([{ watcher: "An", watchedByMe: false }, 0])
    const [told] = await run<{ subject_id: string; data: object }>(
      "select subject_id, data from outbox_event where type = 'document.watcher-appointed'",
    )
    expect(told).toEqual({
      subject_id: triggerOf("5"),
      data: { assignmentId: standing, title: expect.any(String) },
    })
    expect(await change("unwatchDocument", triggerOf("5"))).toEqual({ userErrors: [] })
  })

  test("sets the days to the due date until it is recorded; from then on a correction does", async () => {
    expect(await change("setDocumentDueDays", triggerOf("29"), { dueDays: 45 })).toEqual({ userErrors: [] })
    await recordWell(triggerOf("29"), { ...decree, dueDays: 45 })
    expect(await deadlineOf("29")).toMatchObject({ dueOn: "2025-05-30" })
    expect(await change("setDocumentDueDays", triggerOf("29"), { dueDays: 90 })).toMatchObject({
      userErrors: [{ reason: "ALREADY_RECORDED" }],
    })
  })
})

test.each([null, personOf("AGENCY_OFFICER", stableId("agency", "so-khcn")), personOf("AUDITOR")])(
  "nobody but a coordinator records a document (%j)",
  async (identity) => {
    const { errors } = await ask(
      subgraph,
      "mutation ($input: DocumentInput!) { watchDocument(input: $input) { userErrors { reason } } }",
      { input: { idempotencyKey: "x", id: triggerOf("29"), version: 1 } },
      identity,
    )
    expect(errors?.[0]?.extensions.code).toBe(identity === null ? "UNAUTHENTICATED" : "FORBIDDEN")
  },
)
