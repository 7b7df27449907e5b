import { randomUUID } from "node:crypto"
import { agencyRegister } from "@plan43/agency-register"
import type { Identity } from "@plan43/authorization"
import { clockAt } from "@plan43/calendar"
import { createFilledDatabase, type TestDatabase } from "@plan43/database/testing"
import { publishedPlanText, readPlan } from "@plan43/plan"
import { stableId } from "@plan43/published-rows"
import { fillTables } from "@plan43/published-rows/testing"
import type { RunningSubgraph } from "@plan43/subgraph"
import { ask, askWell, personOf, startForTest } from "@plan43/subgraph/testing"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { planImport } from "../plan-import/index.ts"
import { agencies } from "../subgraph.ts"

let database: TestDatabase
let subgraph: RunningSubgraph

beforeEach(async () => {
  const clock = clockAt("2026-11-26T08:00:00+07:00")
  database = await createFilledDatabase("agencies", async ({ urls }) => {
    await (await startForTest(agencies, urls.agencies, clock)).stop()
    await fillTables(urls.agencies, planImport, {
      plan: readPlan(publishedPlanText()),
      register: agencyRegister,
    })
  })
  subgraph = await startForTest(agencies, database.urls.agencies, clock)
})
afterEach(async () => {
  await subgraph?.stop()
  await database?.drop()
})

const coordinator = personOf("COORDINATOR")
const FIELDS = `change { id version revokedAt founded { id code } } userErrors { reason field message }`

interface Payload {
  change: {
    id: string
    version: number
    revokedAt: string | null
    founded: { id: string; code: string }[]
  } | null
  userErrors: { reason: string; field: string; message: string }[]
}

const document = {
  number: "12/NQ-HĐND",
  issuedOn: "2026-11-20",
  issuer: "Hội đồng nhân dân Thành phố Hà Nội",
}

const renaming = {
  kind: "RENAMING",
  effectiveOn: "2026-12-01",
  document,
  predecessors: ["so-du-lich"],
  successors: [
    { founded: { code: "so-du-lich-su-kien", name: "Sở Du lịch và Sự kiện", kind: "DEPARTMENT" } },
  ],
}

async function record(
  change: object,
  { viewer = coordinator, key = randomUUID() as string } = {},
): Promise<Payload> {
  const { payload } = await askWell<{ payload: Payload }>(
    subgraph,
    `mutation ($input: RecordAgencyChangeInput!) { payload: recordAgencyChange(input: $input) { ${FIELDS} } }`,
    { input: { idempotencyKey: key, change } },
    viewer,
  )
  return payload
}

async function revoke(change: Payload["change"], reason: string | null = "Ghi nhầm"): Promise<Payload> {
  const { payload } = await askWell<{ payload: Payload }>(
    subgraph,
    `mutation ($input: RevokeAgencyChangeInput!) { payload: revokeAgencyChange(input: $input) { ${FIELDS} } }`,
    { input: { idempotencyKey: randomUUID(), id: change?.id, version: change?.version, reason } },
    coordinator,
  )
  return payload
}

async function assign(name: string, agency: string, viewer: Identity = coordinator): Promise<string> {
  const { payload } = await askWell<{ payload: { assignment: { id: string } | null } }>(
    subgraph,
    `mutation ($input: AssignPersonInput!) { payload: assignPerson(input: $input) { assignment { id } userErrors { message } } }`,
    {
      input: {
        idempotencyKey: randomUUID(),
        email: `${name}@hanoi.gov.vn`,
        name,
        role: "AGENCY_OFFICER",
        agencyId: stableId("agency", agency),
        validFrom: "2026-01-01",
      },
    },
    viewer,
  )
  if (payload.assignment === null) throw new Error(JSON.stringify(payload))
  return payload.assignment.id
}

async function agency(code: string, asOf: string) {
  const { agency } = await askWell<{
    agency: {
      name: string
      active: boolean
      validTo: string | null
      groups: { code: string }[]
      successors: { code: string }[]
      successions: { basis: string | null; change: { id: string } | null }[]
    } | null
  }>(
    subgraph,
    `query ($code: String!, $asOf: Date!) { agency(code: $code) {
      name active(asOf: $asOf) validTo groups(asOf: $asOf) { code } successors(asOf: $asOf) { code }
      successions { basis change { id } } } }`,
    { code, asOf },
  )
  return agency
}

async function assignments(): Promise<string[]> {
  const rows = await subgraph.orm.em.getConnection().execute<{ line: string }[]>(
    `select pa.name || ': ' || a.code || ' ' || pa.valid_from || '…' || coalesce(pa.valid_to::text, '') as line
     from person_assignment pa join agency a on a.id = pa.agency_id where pa.withdrawn_at is null
     order by pa.name, pa.valid_from`,
  )
  return rows.map(({ line }) => line)
}

async function events(): Promise<{ type: string; data: Record<string, unknown[]> }[]> {
  return subgraph.orm.em
    .getConnection()
    .execute("select type, data from outbox_event where type = 'agency.changed' order by position")
}

const reasonsOf = ({ userErrors }: Payload) => userErrors.map(({ reason, field }) => `${field}: ${reason}`)

describe("a renaming", () => {
  test("lets the old name stand to its last day, and the new one from the first day on, with its document", async () => {
    const { change, userErrors } = await record(renaming)
    expect(userErrors).toEqual([])
    expect(await agency("so-du-lich", "2026-11-30")).toMatchObject({ active: true, successors: [] })
    expect(await agency("so-du-lich", "2026-12-01")).toMatchObject({
      name: "Sở Du lịch",
      active: false,
      validTo: "2026-11-30",
      groups: [],
      successors: [{ code: "so-du-lich-su-kien" }],
      successions: [
        {
          basis: "12/NQ-HĐND ngày 20/11/2026 của Hội đồng nhân dân Thành phố Hà Nội",
          change: { id: change?.id },
        },
      ],
    })
    expect(await agency("so-du-lich-su-kien", "2026-11-30")).toMatchObject({ active: false, groups: [] })
    expect(await agency("so-du-lich-su-kien", "2026-12-01")).toMatchObject({
      active: true,
      groups: [{ code: "cac-so-ban-nganh" }],
    })
  })

  test("takes people along: the assignment ends and goes on; who was chosen to end, ends", async () => {
    await assign("an", "so-du-lich")
    const leaving = await assign("binh", "so-du-lich")
    expect(reasonsOf(await record({ ...renaming, people: [{ assignmentId: leaving, to: null }] }))).toEqual(
      [],
    )
    expect(await assignments()).toEqual([
      "an: so-du-lich 2026-01-01…2026-11-30",
      "an: so-du-lich-su-kien 2026-12-01…",
      "binh: so-du-lich 2026-01-01…2026-11-30",
    ])
  })

  test("is told to everybody who keeps copies, once for a key", async () => {
    const key = randomUUID()
    const first = await record(renaming, { key })
    const second = await record(renaming, { key })
    expect(second.change?.id).toBe(first.change?.id)
    const told = await events()
    expect(told).toHaveLength(1)
    expect(told[0]?.data).toMatchObject({
      agencies: expect.arrayContaining([
        expect.objectContaining({ code: "so-du-lich", endedOn: "2026-11-30", recorded: false }),
        expect.objectContaining({ code: "so-du-lich-su-kien", validFrom: "2026-12-01", recorded: true }),
      ]),
      successions: [expect.objectContaining({ on: "2026-12-01" })],
      memberships: [expect.objectContaining({ validFrom: "2026-12-01" })],
    })
  })

  test("is refused with all that speaks against it, and then nothing is written", async () => {
    await record(renaming)
    expect(reasonsOf(await record({ ...renaming, effectiveOn: "2026-12-20" }))).toEqual([
      "predecessors.0: BODY_NO_LONGER_EXISTS",
      "successors.0.founded.code: CODE_TAKEN",
      "successors.0.founded.name: NAME_TAKEN",
    ])
    expect(reasonsOf(await record({ ...renaming, predecessors: ["so-la"], successors: [{}] }))).toEqual([
      "predecessors.0: NOT_FOUND",
      "successors.0: SUCCESSOR_UNCLEAR",
    ])
    expect(await events()).toHaveLength(1)
  })
})

describe("a split", () => {
  const split = {
    ...renaming,
    kind: "SPLIT",
    successors: [{ agency: "so-vhtt" }, renaming.successors[0]],
  }

  test("asks where each person goes; both answer from the first day on", async () => {
    const person = await assign("an", "so-du-lich")
    expect(reasonsOf(await record(split))).toEqual(["people: PERSON_UNDECIDED"])
    expect(reasonsOf(await record({ ...split, people: [{ assignmentId: person, to: "so-khcn" }] }))).toEqual([
      "people.0.to: NOT_A_SUCCESSOR",
      "people: PERSON_UNDECIDED",
    ])
    expect(
      reasonsOf(await record({ ...split, people: [{ assignmentId: person, to: "so-du-lich-su-kien" }] })),
    ).toEqual([])
    expect((await agency("so-du-lich", "2026-12-01"))?.successors.map(({ code }) => code).sort()).toEqual([
      "so-du-lich-su-kien",
      "so-vhtt",
    ])
  })
})

describe("what a split gives by name", () => {
  const task = stableId("task", "43/KH-UBND", "40")
  const obstacle = randomUUID()
  const divided = {
    ...renaming,
    kind: "SPLIT",
    successors: [{ agency: "so-vhtt" }, renaming.successors[0]],
    rest: "so-vhtt",
    allocations: [
      { kind: "TASK", id: task, to: "so-du-lich-su-kien" },
      { kind: "OBSTACLE", id: obstacle, to: "so-du-lich-su-kien" },
    ],
  }

  test("is told to everybody who keeps copies, succession by succession", async () => {
    expect(reasonsOf(await record(divided))).toEqual([])
    const [told] = await events()
    const successions = told?.data.successions as { successorId: string }[]
    const to = (code: string) =>
      successions.find(({ successorId }) => successorId === stableId("agency", code))
    expect(to("so-vhtt")).toMatchObject({ takesRest: true, allocated: [], withheld: [task, obstacle].sort() })
    expect(to("so-du-lich-su-kien")).toMatchObject({
      takesRest: false,
      allocated: [task, obstacle].sort(),
      withheld: [],
    })
  })

  test("is read again from the change; that there is an obstacle only by those who read all of them", async () => {
    await record(divided)
    const read = async (viewer?: Identity) => {
      const { agencyChanges } = await askWell<{ agencyChanges: { edges: { node: unknown }[] } }>(
        subgraph,
        `{ agencyChanges(first: 1) { edges { node { rest { code } allocations { kind to { code } task { id } } } } } }`,
        {},
        viewer,
      )
      return agencyChanges.edges[0]?.node
    }
    const given = { kind: "TASK", to: { code: "so-du-lich-su-kien" }, task: { id: task } }
    expect(await read()).toEqual({ rest: { code: "so-vhtt" }, allocations: [given] })
    expect(await read(coordinator)).toEqual({
      rest: { code: "so-vhtt" },
      allocations: [given, { kind: "OBSTACLE", to: { code: "so-du-lich-su-kien" }, task: null }],
    })
  })

  test("is refused where it names nobody who follows, or where one follows alone", async () => {
    expect(
      reasonsOf(
        await record({
          ...divided,
          rest: "so-khcn",
          allocations: [{ kind: "TASK", id: "40", to: "so-vhtt" }],
        }),
      ),
    ).toEqual(["rest: NOT_A_SUCCESSOR", "allocations.0.id: SUBJECT_MALFORMED"])
    expect(reasonsOf(await record({ ...renaming, rest: "so-du-lich-su-kien" }))).toEqual([
      "rest: NOTHING_TO_DIVIDE",
    ])
  })
})

describe("what is recorded late", () => {
  const late = { ...renaming, effectiveOn: "2026-11-01", document: { ...document, issuedOn: "2026-10-20" } }
  const told = async () => (await events()).at(-1)?.data as unknown as Told
  interface Told {
    agencies: { code: string; endedOn: string; endedDays: string }[]
    successions: { on: string }[]
    memberships: { validFrom: string }[]
    removedUntil: string | null
  }

  test("holds in law from its first day, and for what was known from the day on which it was recorded", async () => {
    await record(late)
    expect(await agency("so-du-lich", "2026-11-10")).toMatchObject({ active: false })
    const { agencies, successions, memberships } = await told()
    expect(agencies.find(({ code }) => code === "so-du-lich")).toMatchObject({
      endedOn: "2026-10-31",
      endedDays: "{[2026-11-26,)}",
    })
    expect(successions).toEqual([expect.objectContaining({ on: "2026-11-26" })])
    expect(memberships).toEqual([expect.objectContaining({ validFrom: "2026-11-26" })])
  })

  test("and taken back on the same day was never known", async () => {
    const { change } = await record(late)
    await revoke(change)
    const { agencies, removedUntil } = await told()
    expect(agencies.find(({ code }) => code === "so-du-lich")).toMatchObject({
      endedOn: null,
      endedDays: "{}",
    })
    expect(removedUntil).toBe("2026-11-25")
  })
})

interface History {
  edges: {
    node: {
      action: string
      author: string
      reason: string | null
      values: { field: string; before: string | null; after: string | null }[]
    }
  }[]
}

const HISTORY = "history(first: 20) { edges { node { action author reason values { field before after } } } }"

describe("a group", () => {
  const group = "cac-so-ban-nganh"
  const members = async (code: string, asOf: string, after: string | null = null): Promise<string[]> => {
    const { agency } = await askWell<{
      agency: {
        members: {
          edges: { node: { code: string } }[]
          pageInfo: { hasNextPage: boolean; endCursor: string }
        }
      }
    }>(
      subgraph,
      `query ($code: String!, $asOf: Date!, $after: String) { agency(code: $code) {
        members(first: 100, after: $after, asOf: $asOf) { edges { node { code } } pageInfo { hasNextPage endCursor } } } }`,
      { code, asOf, after },
    )
    const { edges, pageInfo } = agency.members
    const codes = edges.map(({ node }) => node.code)
    return pageInfo.hasNextPage ? [...codes, ...(await members(code, asOf, pageInfo.endCursor))] : codes
  }
  const change = { ...renaming, predecessors: [] as string[] }

  test("is joined and left by a document, and as it was once that is taken back", async () => {
    const before = await members(group, "2026-12-01")
    const membership = {
      ...change,
      kind: "MEMBERSHIP",
      successors: [{ agency: group }],
      joining: ["ubnd-ba-dinh"],
      leaving: ["so-du-lich"],
    }
    expect(reasonsOf(await record(membership))).toEqual(["joining.0: BODY_NO_LONGER_EXISTS"])
    const { change: recorded, userErrors } = await record({
      ...membership,
      joining: ["ubnd-phuong-hoan-kiem"],
    })
    expect(userErrors).toEqual([])
    const after = await members(group, "2026-12-01")
    expect(after).toContain("ubnd-phuong-hoan-kiem")
    expect(after).not.toContain("so-du-lich")
    expect(await members(group, "2026-11-30")).toEqual(before)
    const [told] = await events()
    expect(told?.data.memberships).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          memberId: stableId("agency", "so-du-lich"),
          absentDays: "{[2026-12-01,)}",
        }),
        expect.objectContaining({
          memberId: stableId("agency", "ubnd-phuong-hoan-kiem"),
          validFrom: "2026-12-01",
        }),
      ]),
    )
    await revoke(recorded)
    expect(await members(group, "2026-12-01")).toEqual(before)
  })

  test("keeps its members under a new name", async () => {
    const before = await members(group, "2026-11-30")
    const renamed = {
      ...change,
      predecessors: [group],
      successors: [{ founded: { code: "cac-so-nganh", name: "Các sở, ngành Thành phố", kind: "GROUP" } }],
    }
    expect(reasonsOf(await record(renamed))).toEqual([])
    expect(await members("cac-so-nganh", "2026-12-01")).toEqual(before)
    expect(await members("cac-so-nganh", "2026-11-30")).toEqual([])
    expect(await members(group, "2026-12-01")).toEqual([])
    expect((await agency("so-khcn", "2026-12-01"))?.groups).toContainEqual({ code: "cac-so-nganh" })
    expect((await agency("so-khcn", "2026-12-01"))?.groups).not.toContainEqual({ code: group })
  })

  test("is divided with the members of each, and dissolved for another", async () => {
    const founded = (code: string, name: string, named: string[]) => ({
      founded: { code, name, kind: "GROUP" },
      members: named,
    })
    const split = {
      ...change,
      kind: "SPLIT",
      predecessors: [group],
      successors: [
        founded("cac-so-kinh-te", "Các sở kinh tế", ["so-tai-chinh", "so-cong-thuong"]),
        founded("cac-so-khac", "Các sở khác", ["so-khcn"]),
      ],
    }
    expect(reasonsOf(await record(split))).toEqual([])
    expect((await members("cac-so-kinh-te", "2026-12-01")).sort()).toEqual(["so-cong-thuong", "so-tai-chinh"])
    const dissolution = {
      ...change,
      kind: "DISSOLUTION",
      effectiveOn: "2026-12-15",
      predecessors: ["cac-so-khac"],
      successors: [{ agency: "cac-so-kinh-te" }],
    }
    expect(reasonsOf(await record(dissolution))).toEqual([])
    expect((await members("cac-so-kinh-te", "2026-12-15")).sort()).toEqual([
      "so-cong-thuong",
      "so-khcn",
      "so-tai-chinh",
    ])
  })

  const merger = {
    ...change,
    kind: "MERGER",
    predecessors: [group, "ubnd-xa-phuong"],
    successors: [
      { founded: { code: "cac-don-vi-tp", name: "Các đơn vị trực thuộc Thành phố", kind: "GROUP" } },
    ],
  }

  test("that merges with another passes on the members of both, and no other's, from the first day on", async () => {
    const [departments, communes, localities] = [
      await members(group, "2026-11-30"),
      await members("ubnd-xa-phuong", "2026-11-30"),
      await members("dia-phuong", "2026-11-30"),
    ]
    const { change: recorded, userErrors } = await record(merger)
    expect(userErrors).toEqual([])
    expect(recorded?.founded.map(({ code }) => code)).toEqual(["cac-don-vi-tp"])

    expect((await members("cac-don-vi-tp", "2026-12-01")).toSorted()).toEqual(
      [...departments, ...communes].toSorted(),
    )
    expect(await members("cac-don-vi-tp", "2026-11-30")).toEqual([])
    for (const [ended, before] of [
      [group, departments],
      ["ubnd-xa-phuong", communes],
    ] as const) {
      expect(await members(ended, "2026-11-30")).toEqual(before)
      expect(await members(ended, "2026-12-01")).toEqual([])
      expect(await agency(ended, "2026-11-30")).toMatchObject({ active: true, successors: [] })
      expect(await agency(ended, "2026-12-01")).toMatchObject({
        active: false,
        validTo: "2026-11-30",
        successors: [{ code: "cac-don-vi-tp" }],
      })
    }
    // Communes are also localities, and stay what they are
    expect(await members("dia-phuong", "2026-12-01")).toEqual(localities)
    expect(await agency("so-khcn", "2026-12-01")).toMatchObject({
      active: true,
      successors: [],
      groups: [{ code: "cac-don-vi-tp" }],
    })
    expect((await agency("so-khcn", "2026-11-30"))?.groups).toEqual([{ code: group }])
  })

  test("that merges is told to everybody who keeps copies, and is as it was once that is taken back", async () => {
    const before = [await members(group, "2026-12-01"), await members("ubnd-xa-phuong", "2026-12-01")]
    const { change: recorded } = await record(merger)
    const [told] = await events()
    expect(told?.data).toMatchObject({
      agencies: expect.arrayContaining([
        expect.objectContaining({ code: group, endedOn: "2026-11-30", endedDays: "{[2026-12-01,)}" }),
        expect.objectContaining({ code: "ubnd-xa-phuong", endedOn: "2026-11-30" }),
        expect.objectContaining({ code: "cac-don-vi-tp", kind: "GROUP", validFrom: "2026-12-01" }),
      ]),
      successions: [
        expect.objectContaining({ on: "2026-12-01", takesRest: true }),
        expect.objectContaining({ on: "2026-12-01", takesRest: true }),
      ],
    })
    expect(told?.data.memberships).toHaveLength(before.flat().length)
    await revoke(recorded)
    expect([await members(group, "2026-12-01"), await members("ubnd-xa-phuong", "2026-12-01")]).toEqual(
      before,
    )
    expect(await agency("cac-don-vi-tp", "2026-12-01")).toBeNull()
    expect((await agency("so-khcn", "2026-12-01"))?.groups).toEqual([{ code: group }])
  })

  test("that merges into one that stands adds its members to that one's, each once", async () => {
    const localities = await members("dia-phuong", "2026-11-30")
    const into = (successor: object) => ({
      ...merger,
      predecessors: ["ubnd-xa-phuong"],
      successors: [successor],
    })
    expect(reasonsOf(await record(into({ agency: "so-khcn" })))).toEqual([
      "successors.0.agency: GROUPS_AND_BODIES",
    ])
    expect(reasonsOf(await record(into({ agency: "dia-phuong" })))).toEqual([])
    // Communes belonged to both
    expect(await members("dia-phuong", "2026-12-01")).toEqual(localities)
    const departments = { ...merger, effectiveOn: "2026-12-15", predecessors: [group] }
    expect(reasonsOf(await record({ ...departments, successors: [{ agency: "dia-phuong" }] }))).toEqual([])
    const after = await members("dia-phuong", "2026-12-15")
    expect(after).toEqual(expect.arrayContaining([...localities, "so-khcn"]))
    expect(new Set(after).size).toBe(after.length)
    expect(await members("dia-phuong", "2026-12-14")).toEqual(localities)
  })

  test("that merges has that in its history, and so has the change", async () => {
    const { change: recorded } = await record(merger)
    await revoke(recorded)
    const { ended, changes } = await askWell<{
      ended: { history: History }
      changes: { edges: { node: { history: History } }[] }
    }>(
      subgraph,
      `query ($code: String!) { ended: agency(code: $code) { ${HISTORY} }
        changes: agencyChanges(first: 1) { edges { node { ${HISTORY} } } } }`,
      { code: group },
      coordinator,
    )
    const line = ({ edges }: History) =>
      edges.map(({ node }) => `${node.action} ${node.author} ${node.reason ?? ""}`.trimEnd())
    const { name } = coordinator
    expect(line(ended.history).slice(0, 4)).toEqual([
      `agency_change.revoked ${name} Ghi nhầm`,
      `agency.restored ${name} Ghi nhầm`,
      `agency.ended ${name}`,
      `agency_change.created ${name}`,
    ])
    const [change] = changes.edges
    expect(change && line(change.node.history)).toEqual([
      `agency_change.revoked ${name} Ghi nhầm`,
      `agency_change.created ${name}`,
    ])
    const created = change?.node.history.edges.at(-1)?.node.values ?? []
    expect(created).toEqual(
      expect.arrayContaining([
        { field: "predecessor_ids", before: null, after: expect.stringContaining("Các sở, ban, ngành") },
        { field: "effective_on", before: null, after: "2026-12-01" },
      ]),
    )
  })
})

describe("a preview", () => {
  test("says what goes to whom, and writes nothing", async () => {
    await assign("an", "so-du-lich")
    const { preview } = await askWell<{ preview: unknown }>(
      subgraph,
      `query ($change: AgencyChangeInput!) { preview: previewAgencyChange(change: $change) {
        userErrors { reason } moves { agency { code } lastDay successors { code agency { id } groups { code } } }
        people { assignment { name } to undecided } } }`,
      { change: renaming },
      coordinator,
    )
    expect(preview).toEqual({
      userErrors: [],
      moves: [
        {
          agency: { code: "so-du-lich" },
          lastDay: "2026-11-30",
          successors: [{ code: "so-du-lich-su-kien", agency: null, groups: [{ code: "cac-so-ban-nganh" }] }],
        },
      ],
      people: [{ assignment: { name: "an" }, to: "so-du-lich-su-kien", undecided: false }],
    })
    expect(await events()).toEqual([])
  })

  test("is a coordinator's", async () => {
    const { errors } = await ask(
      subgraph,
      `query ($change: AgencyChangeInput!) { previewAgencyChange(change: $change) { userErrors { reason } } }`,
      { change: renaming },
      personOf("CITY_LEADER"),
    )
    expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN")
  })
})

describe("what was recorded by mistake", () => {
  test("is taken back by a counter-recording with a reason: bodies, groups and people are as before", async () => {
    await assign("an", "so-du-lich")
    const before = [await agency("so-du-lich", "2026-12-01"), await assignments()]
    const { change } = await record(renaming)
    expect(reasonsOf(await revoke(change, " "))).toEqual(["reason: REASON_MISSING"])
    const revoked = await revoke(change)
    expect(revoked.userErrors).toEqual([])
    expect(revoked.change?.revokedAt).not.toBeNull()
    expect([await agency("so-du-lich", "2026-12-01"), await assignments()]).toEqual(before)
    expect(await agency("so-du-lich-su-kien", "2026-12-01")).toBeNull()
    expect((await events()).at(-1)?.data).toMatchObject({
      agencies: expect.arrayContaining([expect.objectContaining({ code: "so-du-lich", endedOn: null })]),
      removedSuccessions: [expect.any(String)],
      removedMemberships: [expect.any(String)],
    })
  })

  test("can be recorded again as it should have been, under the same code", async () => {
    const { change } = await record(renaming)
    await revoke(change)
    const again = await record({ ...renaming, effectiveOn: "2026-12-15" })
    expect(again.userErrors).toEqual([])
    expect(again.change?.founded[0]?.id).toBe(change?.founded[0]?.id)
    expect(await agency("so-du-lich-su-kien", "2026-12-15")).toMatchObject({ active: true })
  })

  test("stays once something depends on it: a later change, a person who was assigned or changed since", async () => {
    const { change } = await record(renaming)
    await record({
      ...renaming,
      effectiveOn: "2026-12-20",
      predecessors: ["so-du-lich-su-kien"],
      successors: [{ founded: { code: "so-su-kien", name: "Sở Sự kiện", kind: "DEPARTMENT" } }],
    })
    expect(reasonsOf(await revoke(change))).toEqual(["id: DEPENDED_ON"])
  })

  test("stays once a person was assigned to a body that it founded", async () => {
    const founding = {
      ...renaming,
      effectiveOn: "2025-12-01",
      document: { ...document, issuedOn: "2025-11-20" },
    }
    const { change } = await record(founding)
    await assign("chi", "so-du-lich-su-kien")
    expect(reasonsOf(await revoke(change))).toEqual(["id: DEPENDED_ON"])
  })

  test("is in the history, row by row, with who and why", async () => {
    const { change } = await record(renaming)
    await revoke(change)
    const entries = await subgraph.orm.em
      .getConnection()
      .execute<{ action: string; actor: string; reason: string | null }[]>(
        "select action, actor, reason from audit_entry where actor = ? order by id",
        [coordinator.id],
      )
    expect(entries.map(({ action }) => action)).toEqual([
      "agency_change.created",
      "agency.founded",
      "agency.ended",
      "agency.restored",
      "agency.withdrawn",
      "agency_change.revoked",
    ])
    expect(entries.slice(3).map(({ reason }) => reason)).toEqual(["Ghi nhầm", "Ghi nhầm", "Ghi nhầm"])
  })
})

test("everybody reads what was recorded; the known changes of the register are not among it", async () => {
  const { change } = await record(renaming)
  const { agencyChanges } = await askWell<{ agencyChanges: unknown }>(
    subgraph,
    `{ agencyChanges(first: 5) { totalCount edges { node { id kind effectiveOn
      document { number issuedOn issuer link } predecessors { code } successors { code } } } } }`,
  )
  expect(agencyChanges).toEqual({
    totalCount: 1,
    edges: [
      {
        node: {
          id: change?.id,
          kind: "RENAMING",
          effectiveOn: "2026-12-01",
          document: { ...document, link: null },
          predecessors: [{ code: "so-du-lich" }],
          successors: [{ code: "so-du-lich-su-kien" }],
        },
      },
    ],
  })
})
