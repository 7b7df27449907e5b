import { randomUUID } from "node:crypto"
import { agencyRegister } from "@plan43/agency-register"
import type { Identity } from "@plan43/authorization"
import { createTestDatabase, type TestDatabase } from "@plan43/database/testing"
import { publishedPlanText, readPlan } from "@plan43/plan"
import { planKeyOf, stableId } from "@plan43/published-rows"
import { fillTables } from "@plan43/published-rows/testing"
import type { RunningSubgraph } from "@plan43/subgraph"
import { ask, askWell, personOf, startForTest } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { planImport } from "../plan-import/index.ts"
import { tasks } from "../subgraph.ts"

let database: TestDatabase
let subgraph: RunningSubgraph
let now = Date.parse("2026-11-26T08:00:00+07:00")
const plan = readPlan(publishedPlanText())

beforeAll(async () => {
  database = await createTestDatabase()
  subgraph = await startForTest(tasks, database.urls.tasks, { now: () => new Date(now) })
  await fillTables(database.urls.tasks, planImport, { plan, register: agencyRegister })
})

afterAll(async () => {
  await subgraph?.stop()
  await database?.drop()
})

beforeEach(() => on("2026-11-26"))

/** Makes it that day in Hanoi. */
function on(day: string): void {
  now = Date.parse(`${day}T08:00:00+07:00`)
}

const taskId = (code: string) => stableId("task", planKeyOf(plan), code)
const agencyId = (code: string) => stableId("agency", code)
const succession = agencyRegister.successions.find(({ successorCode }) => successorCode === "so-tai-chinh")
const PREDECESSOR = agencyId(succession?.predecessorCode ?? "")

const coordinator = personOf("COORDINATOR")
const leader = personOf("CITY_LEADER")
const finance = personOf("AGENCY_OFFICER", agencyId("so-tai-chinh"))
const home = personOf("AGENCY_OFFICER", agencyId("so-noi-vu"))

interface Obstacle {
  id: string
  number: number
  version: number
  state: string
  followedState: string
  dueOn: string | null
  overdue: boolean
  mergedIntoNumber: number | null
  mergedInto: { id: string } | null
  duplicates: { id: string }[]
  possibleActions: string[]
  answers: { action: string; words: string; document: { number: string } | null }[]
  steps: { action: string; late: boolean; words: string | null }[]
}

const SHOWN = `id number version state followedState dueOn overdue mergedIntoNumber mergedInto { id } duplicates { id }
  possibleActions answers { action words document { number } } steps { action late words recordedAt recordedBy recordedOn }`

interface Payload {
  obstacle: Obstacle | null
  userErrors: { reason: string; field: string }[]
}

const INPUTS: Readonly<Record<string, string>> = {
  raiseObstacle: "RaiseObstacleInput",
  mergeObstacle: "MergeObstacleInput",
  sendUpObstacle: "SendUpObstacleInput",
  decideObstacle: "DecideObstacleInput",
  answerObstacle: "AnswerObstacleInput",
}

/** What somebody is answered to a mutation. */
async function told(identity: Identity, mutation: string, input: object): Promise<Payload> {
  const type = INPUTS[mutation] ?? "ObstacleStepInput"
  const { payload } = await askWell<{ payload: Payload }>(
    subgraph,
    `mutation ($input: ${type}!) { payload: ${mutation}(input: $input) { obstacle { ${SHOWN} } userErrors { reason field } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    identity,
  )
  return payload
}

/** The obstacle that a mutation must have recorded. */
async function done(identity: Identity, mutation: string, input: object): Promise<Obstacle> {
  const { obstacle, userErrors } = await told(identity, mutation, input)
  expect(userErrors).toEqual([])
  return obstacle as Obstacle
}

const DETAILS = {
  title: "Chưa có định mức chi",
  description: "Chưa có định mức chi cho chuyên gia nước ngoài",
  category: "FUNDING",
  proposal: "Ban hành định mức",
  addressee: "CITY",
}

const raised = (identity = finance, details: object = {}) =>
  done(identity, "raiseObstacle", { ...DETAILS, ...details })

const words = (text: string, { id, version }: Obstacle) => ({ id, version, words: text })

const DECISION = { number: "120/QĐ-UBND", issuedOn: "2026-11-25", issuer: "UBND Thành phố" }

/** An obstacle that was sent up. */
async function sentUp(identity = finance): Promise<Obstacle> {
  const accepted = await done(coordinator, "acceptObstacle", words("", await raised(identity)))
  return done(coordinator, "sendUpObstacle", words("Kính trình Thành phố", accepted))
}

async function seenBy(identity: Identity, id: string): Promise<Obstacle | null> {
  const { obstacle } = await askWell<{ obstacle: Obstacle | null }>(
    subgraph,
    `query ($id: ID!) { obstacle(id: $id) { ${SHOWN} } }`,
    { id },
    identity,
  )
  return obstacle
}

describe("the way of an obstacle", () => {
  test("leads from an agency to the City's decision and back to the agency", async () => {
    const up = await sentUp()
    expect(up.state).toBe("SENT_UP")
    const decided = await done(leader, "decideObstacle", {
      ...words("Giao Sở Tài chính trình định mức", up),
      document: DECISION,
    })
    expect(decided.state).toBe("DECIDED")
    await done(coordinator, "answerObstacle", words("Thành phố đã có quyết định", decided))
    expect(await seenBy(finance, up.id)).toMatchObject({
      state: "ANSWERED",
      dueOn: null,
      answers: [
        { action: "DECIDE", words: "Giao Sở Tài chính trình định mức", document: { number: "120/QĐ-UBND" } },
        { action: "ANSWER", words: "Thành phố đã có quyết định", document: null },
      ],
    })
  })

  test("a question goes back to the agency, and its reply to the coordinator", async () => {
    const returned = await done(coordinator, "returnObstacle", words("Định mức nào?", await raised()))
    expect((await seenBy(finance, returned.id))?.possibleActions).toEqual(["REPLY", "WITHDRAW"])
    const replied = await done(finance, "replyToObstacle", words("Định mức chi chuyên gia", returned))
    expect(replied.state).toBe("RAISED")
  })

  test("an agency that is asked nothing cannot reply, and nobody decides what was not sent up", async () => {
    const obstacle = await raised()
    expect((await told(finance, "replyToObstacle", words("Trả lời", obstacle))).userErrors).toMatchObject([
      { reason: "NOT_POSSIBLE_NOW" },
    ])
    const decision = { ...words("Đồng ý", obstacle), document: DECISION }
    expect((await told(leader, "decideObstacle", decision)).userErrors).toMatchObject([
      { reason: "NOT_POSSIBLE_NOW" },
    ])
  })

  test("a request that is sent twice is carried out once", async () => {
    const obstacle = await raised()
    const input = { ...words("", obstacle), idempotencyKey: randomUUID() }
    const first = await done(coordinator, "acceptObstacle", input)
    expect(await done(coordinator, "acceptObstacle", input)).toEqual(first)
    expect(first.steps).toHaveLength(2)
    expect((await told(coordinator, "acceptObstacle", { ...input, words: "Khác" })).userErrors).toMatchObject(
      [{ reason: "IDEMPOTENCY_KEY_REUSED" }],
    )
  })

  test("the second of two who screen one obstacle is told that it went on", async () => {
    const obstacle = await raised()
    await done(coordinator, "acceptObstacle", words("", obstacle))
    expect((await told(coordinator, "declineObstacle", words("Không", obstacle))).userErrors).toMatchObject([
      { reason: "VERSION_STALE" },
    ])
  })

  test.each([
    ["declineObstacle", "", "WORDS_MISSING", "words"],
    ["returnObstacle", "  ", "WORDS_MISSING", "words"],
    ["acceptObstacle", "x".repeat(10_001), "TEXT_TOO_LONG", "words"],
  ])("%s with %j is refused: %s at %s", async (mutation, text, reason, field) => {
    const { userErrors } = await told(coordinator, mutation, words(text, await raised()))
    expect(userErrors).toEqual([{ reason, field }])
  })

  test("a decision of tomorrow, without number or with a link that is none, is refused at each field", async () => {
    const document = { number: " ", issuedOn: "2026-11-27", issuer: "UBND", link: "javascript:alert(1)" }
    const { userErrors } = await told(leader, "decideObstacle", {
      ...words("Đồng ý", await sentUp()),
      document,
    })
    expect(userErrors).toEqual([
      { reason: "DOCUMENT_INCOMPLETE", field: "document.number" },
      { reason: "DATE_IN_FUTURE", field: "document.issuedOn" },
      { reason: "LINK_MALFORMED", field: "document.link" },
    ])
  })
})

describe("what is raised", () => {
  test("on a task is found with the task, on an indicator with the indicator, in general with neither", async () => {
    const indicatorId = stableId("indicator", planKeyOf(plan), "1")
    const onTask = await raised(finance, { taskId: taskId("20") })
    const onIndicator = await raised(finance, { indicatorId })
    const general = await raised()
    const { _entities: found } = await askWell<{
      _entities: { obstacles: { edges: { node: { id: string } }[] } }[]
    }>(
      subgraph,
      `query ($r: [_Any!]!) { _entities(representations: $r) {
        ... on Task { obstacles { edges { node { id } } } }
        ... on Indicator { obstacles { edges { node { id } } } } } }`,
      {
        r: [
          { __typename: "Task", id: taskId("20") },
          { __typename: "Indicator", id: indicatorId },
        ],
      },
      finance,
    )
    expect(found.map(({ obstacles }) => obstacles.edges.map(({ node }) => node.id))).toEqual([
      [onTask.id],
      [onIndicator.id],
    ])
    const { obstacles } = await askWell<{ obstacles: { edges: { node: { id: string } }[] } }>(
      subgraph,
      '{ obstacles(filter: { text: "dinh muc" }, first: 3) { edges { node { id } } } }',
      {},
      finance,
    )
    expect(obstacles.edges.map(({ node }) => node.id)).toEqual([general.id, onIndicator.id, onTask.id])
  })

  test.each([
    [{ title: " " }, "TEXT_MISSING", "title"],
    [{ taskId: randomUUID() }, "NOT_FOUND", "taskId"],
    [{ indicatorId: randomUUID() }, "NOT_FOUND", "indicatorId"],
    [{ taskId: taskId("20"), indicatorId: randomUUID() }, "TWO_SUBJECTS", "indicatorId"],
    [{ addressee: "AGENCY" }, "ADDRESSEE_MISSING", "addressedAgencyId"],
    [{ addressedAgencyId: agencyId("so-noi-vu") }, "ADDRESSEE_NOT_ASKED", "addressedAgencyId"],
    [{ agencyId: agencyId("so-noi-vu") }, "AGENCY_NOT_YOURS", "agencyId"],
  ])("with %j is refused: %s at %s", async (details, reason, field) => {
    const { userErrors } = await told(finance, "raiseObstacle", { ...DETAILS, ...details })
    expect(userErrors).toEqual([{ reason, field }])
  })

  test("the coordinator records for an agency, and must say for which", async () => {
    expect((await told(coordinator, "raiseObstacle", DETAILS)).userErrors).toEqual([
      { reason: "AGENCY_MISSING", field: "agencyId" },
    ])
    const obstacle = await raised(coordinator, { agencyId: agencyId("so-noi-vu") })
    expect(await seenBy(home, obstacle.id)).not.toBeNull()
  })
})

describe("merging", () => {
  test("is visible to all who raised it, who get one answer, and can be undone", async () => {
    const one = await raised(finance)
    const other = await raised(home)
    const merged = await done(coordinator, "mergeObstacle", { ...words("Trùng", other), intoId: one.id })
    expect((await seenBy(coordinator, one.id))?.duplicates).toEqual([{ id: other.id }])
    const accepted = await done(coordinator, "acceptObstacle", words("", one))
    const answered = await done(coordinator, "answerObstacle", words("Đã có định mức", accepted))
    expect(answered.state).toBe("ANSWERED")
    expect(await seenBy(home, other.id)).toMatchObject({
      state: "MERGED",
      followedState: "ANSWERED",
      mergedIntoNumber: one.number,
      mergedInto: null,
      answers: [{ action: "ANSWER", words: "Đã có định mức" }],
    })
    const undone = await done(coordinator, "unmergeObstacle", words("Khác nội dung", merged))
    expect(undone).toMatchObject({
      state: "RAISED",
      mergedIntoNumber: null,
      dueOn: "2026-12-01",
      answers: [],
    })
    const events = await subgraph.orm.em
      .getConnection()
      .execute<{ type: string; agency_ids: string[] }[]>(
        "select type, agency_ids from outbox_event where subject_id = ? and type <> 'changed' order by position",
        [one.id],
      )
    expect(events.map(({ type }) => type)).toEqual([
      "obstacle.raised",
      "obstacle.screened",
      "obstacle.answered",
    ])
    expect(new Set(events.at(-1)?.agency_ids)).toEqual(new Set([finance.agencyId, home.agencyId]))
  })

  test("ends when the other is withdrawn: each goes back to where it was, with a new clock, and all are told", async () => {
    const [one, early, late] = [await raised(finance), await raised(home), await raised(home)]
    const accepted = await done(coordinator, "acceptObstacle", words("", late))
    for (const duplicate of [early, accepted])
      await done(coordinator, "mergeObstacle", { ...words("Trùng", duplicate), intoId: one.id })
    on("2026-12-10")
    const withdrawn = await done(finance, "withdrawObstacle", words("Đã có hướng dẫn nội bộ", one))
    expect(withdrawn).toMatchObject({ state: "WITHDRAWN", duplicates: [] })
    const [back, backAccepted] = [await seenBy(home, early.id), await seenBy(home, late.id)]
    expect(back).toMatchObject({
      state: "RAISED",
      followedState: "RAISED",
      dueOn: "2026-12-15",
      overdue: false,
    })
    expect(backAccepted).toMatchObject({ state: "ACCEPTED", dueOn: "2026-12-20", mergedIntoNumber: null })
    expect(back?.steps.map(({ action }) => action)).toEqual(["RAISE", "MERGE", "UNMERGE"])
    expect(back?.steps.at(-1)?.words).toBe(`VM-${one.number} mà vướng mắc này được gộp vào đã được rút`)
    const connection = subgraph.orm.em.getConnection()
    const events = await connection.execute<{ type: string; subject_id: string; agency_ids: string[] }[]>(
      `select type, subject_id, agency_ids from outbox_event where subject_id in (?, ?, ?)
        and type in ('obstacle.unmerged', 'obstacle.withdrawn') order by position`,
      [one.id, early.id, late.id],
    )
    expect(events).toEqual([
      { type: "obstacle.unmerged", subject_id: early.id, agency_ids: [home.agencyId] },
      { type: "obstacle.unmerged", subject_id: late.id, agency_ids: [home.agencyId] },
      { type: "obstacle.withdrawn", subject_id: one.id, agency_ids: [finance.agencyId] },
    ])
    const entries = await connection.execute<{ action: string }[]>(
      "select action, before ->> 'state' as before, after ->> 'state' as after from audit_entry where entity_id = ? order by id",
      [late.id],
    )
    expect(entries.at(-1)).toEqual({ action: "obstacle.unmerge", before: "MERGED", after: "ACCEPTED" })
    expect((await told(coordinator, "acceptObstacle", words("", back as Obstacle))).userErrors).toEqual([])
  })

  test("into itself, into what has ended, or of what took another is refused", async () => {
    const [one, two, three] = [await raised(), await raised(), await raised()]
    const merge = (from: Obstacle, intoId: string) =>
      told(coordinator, "mergeObstacle", { ...words("", from), intoId })
    expect((await merge(one, one.id)).userErrors).toMatchObject([{ reason: "MERGED_INTO_ITSELF" }])
    await done(coordinator, "declineObstacle", words("Ngoài phạm vi", three))
    expect((await merge(one, three.id)).userErrors).toMatchObject([{ reason: "TARGET_NOT_OPEN" }])
    expect((await merge(one, two.id)).userErrors).toEqual([])
    expect((await merge(two, (await raised()).id)).userErrors).toMatchObject([{ reason: "HAS_DUPLICATES" }])
  })
})

describe("the clock", () => {
  test("marks a step that is late, also once it was taken, and tells the state of a past day", async () => {
    const obstacle = await raised()
    expect(obstacle).toMatchObject({ dueOn: "2026-12-01", overdue: false })
    on("2026-12-02")
    expect(await seenBy(finance, obstacle.id)).toMatchObject({ overdue: true, steps: [{ late: true }] })
    await done(coordinator, "acceptObstacle", words("", obstacle))
    expect(await seenBy(finance, obstacle.id)).toMatchObject({
      dueOn: "2026-12-12",
      overdue: false,
      steps: [
        { action: "RAISE", late: true },
        { action: "ACCEPT", late: false },
      ],
    })
    const past = await askWell(
      subgraph,
      `query ($id: ID!) { obstacle(id: $id) {
        before: state(asOf: "2026-11-25") between: state(asOf: "2026-12-01") today: state(asOf: "2026-12-02") } }`,
      { id: obstacle.id },
      finance,
    )
    expect(past).toEqual({ obstacle: { before: null, between: "RAISED", today: "ACCEPTED" } })
  })

  test("a term that a coordinator sets counts for steps that begin from then on", async () => {
    const before = await raised()
    const { obstacleTerms } = await askWell<{
      obstacleTerms: { id: string; state: string; days: number; version: number }[]
    }>(subgraph, "{ obstacleTerms { id state days version } }", {}, coordinator)
    expect(obstacleTerms.map(({ state, days }) => [state, days])).toEqual([
      ["RAISED", 5],
      ["RETURNED", 10],
      ["ACCEPTED", 10],
      ["SENT_UP", 15],
      ["DECIDED", 3],
    ])
    const [screening] = obstacleTerms
    const set = (days: number, version: number) =>
      askWell<{ setObstacleTerm: { userErrors: unknown[] } }>(
        subgraph,
        "mutation ($input: SetObstacleTermInput!) { setObstacleTerm(input: $input) { userErrors { reason } } }",
        { input: { idempotencyKey: randomUUID(), id: screening?.id, version, days } },
        coordinator,
      )
    expect((await set(0, 1)).setObstacleTerm.userErrors).toEqual([{ reason: "DAYS_OUT_OF_RANGE" }])
    expect((await set(7, 1)).setObstacleTerm.userErrors).toEqual([])
    expect((await raised()).dueOn).toBe("2026-12-03")
    expect((await seenBy(finance, before.id))?.dueOn).toBe("2026-12-01")
    expect((await set(5, 2)).setObstacleTerm.userErrors).toEqual([])
    const { obstacleTerm } = await askWell<{ obstacleTerm: { history: unknown } }>(
      subgraph,
      `query ($id: ID!) { obstacleTerm(id: $id) { history { totalCount edges { node {
        action author values { field before after } } } } } }`,
      { id: screening?.id },
      finance,
    )
    const change = (before: string, after: string) => ({
      node: {
        ...{ action: "obstacle_term.updated", author: coordinator.name },
        values: [{ field: "days", before, after }],
      },
    })
    expect(obstacleTerm.history).toEqual({ totalCount: 2, edges: [change("7", "5"), change("5", "7")] })
  })
})

describe("who sees and does what", () => {
  test("an agency sees its own and its predecessors', the coordinator and the City all", async () => {
    const [own, inherited, others] = [
      await raised(finance),
      await raised(coordinator, { agencyId: PREDECESSOR }),
      await raised(home),
    ]
    for (const identity of [coordinator, leader, personOf("AUDITOR"), personOf("FINANCE")])
      for (const { id } of [own, inherited, others]) expect(await seenBy(identity, id)).not.toBeNull()
    expect(await seenBy(finance, own.id)).not.toBeNull()
    expect(await seenBy(finance, inherited.id)).not.toBeNull()
    expect(await seenBy(finance, others.id)).toBeNull()
    expect((await told(finance, "withdrawObstacle", words("Rút", inherited))).userErrors).toEqual([])
    expect((await told(finance, "withdrawObstacle", words("Rút", others))).userErrors).toMatchObject([
      { reason: "NOT_FOUND" },
    ])
  })

  test.each([
    ["the public", null, "UNAUTHENTICATED"],
    ["the administrator", personOf("ADMINISTRATOR"), "FORBIDDEN"],
  ])("%s sees nothing", async (_who, identity, code) => {
    const { errors } = await ask(subgraph, "{ obstacles { totalCount } }", {}, identity)
    expect(errors?.[0]?.extensions.code).toBe(code)
  })

  test.each([
    ["acceptObstacle", finance],
    ["sendUpObstacle", leader],
    ["decideObstacle", finance],
  ])("%s is not for everybody", async (mutation, identity) => {
    const input = { idempotencyKey: "x", id: randomUUID(), version: 1, words: "" }
    const { errors } = await ask(
      subgraph,
      `mutation ($input: ${INPUTS[mutation] ?? "ObstacleStepInput"}!) { ${mutation}(input: $input) { userErrors { reason } } }`,
      { input: mutation === "decideObstacle" ? { ...input, document: DECISION } : input },
      identity,
    )
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN")
  })
})

test("twice as many obstacles are read in as many SQL statements", async () => {
  const duplicate = await raised(finance, { taskId: taskId("21") })
  await done(coordinator, "mergeObstacle", { ...words("", duplicate), intoId: (await raised()).id })
  const statementsFor = async (first: number) => {
    const before = subgraph.statements()
    await askWell(
      subgraph,
      `query ($first: Int!) { obstacles(first: $first) { edges { node { ${SHOWN} task { code } agency { id } } } } }`,
      { first },
      coordinator,
    )
    return subgraph.statements() - before
  }
  expect(await statementsFor(28)).toBe(await statementsFor(14))
})

test("every step is in the history, with what was said", async () => {
  const obstacle = await raised()
  await done(coordinator, "declineObstacle", { ...words("Ngoài phạm vi", obstacle), reason: "Theo Kế hoạch" })
  const entries = await subgraph.orm.em
    .getConnection()
    .execute<{ action: string; reason: string | null; after: { words: string | null; state: string } }[]>(
      "select action, reason, after from audit_entry where entity_id = ? order by id",
      [obstacle.id],
    )
  expect(entries).toMatchObject([
    { action: "obstacle.created", after: { state: "RAISED" } },
    {
      action: "obstacle.decline",
      reason: "Theo Kế hoạch",
      after: { state: "DECLINED", words: "Ngoài phạm vi" },
    },
  ])
})
