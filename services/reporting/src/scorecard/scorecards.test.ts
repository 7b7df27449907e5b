import { createHash } from "node:crypto"
import { planImport as agenciesImport } from "@plan43/agencies/plan-import"
import { agencies } from "@plan43/agencies/subgraph"
import type { Identity } from "@plan43/authorization"
import { ask, personOf } from "@plan43/subgraph/testing"
import { strFromU8, unzipSync } from "fflate"
import { sql } from "kysely"
import mammoth from "mammoth"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import {
  agencyId,
  coordinator,
  type RunningRounds,
  startRounds,
  well,
  write,
} from "../testing/running-round.ts"

let rounds: RunningRounds

const FINANCE = agencyId("so-tai-chinh")
const INTERIOR = agencyId("so-noi-vu")
const JUSTICE = agencyId("so-tu-phap")
const officer: Identity = { ...personOf("AGENCY_OFFICER", FINANCE), id: "can-bo" }
const colleague: Identity = { ...personOf("AGENCY_OFFICER", FINANCE), id: "dong-nghiep" }
const head: Identity = { ...personOf("AGENCY_HEAD", FINANCE), id: "thu-truong" }
const elsewhere = personOf("AGENCY_HEAD", INTERIOR)

const [OFFICER, HEAD, OTHER] = [
  "10000000-0000-4000-8000-000000000001",
  "10000000-0000-4000-8000-000000000002",
  "10000000-0000-4000-8000-000000000003",
]

/** The first half of 2026, and what happened to Sở Tài chính in it. */
const HALF = { from: "2026-01-01", to: "2026-06-30" }

beforeAll(async () => {
  rounds = await startRounds([{ definition: agencies, filled: agenciesImport }])
  const people = rounds.others.get("agencies")
  if (people === undefined) throw new Error("agencies do not run")
  const assigned = {
    agency_id: FINANCE,
    valid_from: "2025-03-01",
    version: 1,
    created_at: "2026-01-01",
    updated_at: "2026-01-01",
  }
  await write(people, "person_assignment", {
    ...assigned,
    id: OFFICER,
    subject: "can-bo",
    name: "Lê Thị Cán Bộ",
    role: "AGENCY_OFFICER",
  })
  await write(people, "person_assignment", {
    ...assigned,
    id: HEAD,
    subject: "thu-truong",
    name: "Trần Thủ Trưởng",
    role: "AGENCY_HEAD",
  })
  await write(people, "person_assignment", {
    ...assigned,
    id: OTHER,
    email: "moi@hanoi.gov.vn",
    name: "Người Mới",
    role: "AGENCY_OFFICER",
    valid_from: "2026-06-01",
  })
  await recordHalfYear()
  rounds.goTo("2026-07-15T08:00:00+07:00")
}, 120_000)
afterAll(() => rounds?.stop())

/** Task 48 is answered, confirmed, urged about and extended; the report of the round comes a day late. */
async function recordHalfYear() {
  const task = { task_id: rounds.taskId("48"), agency_id: FINANCE }
  const answer = await write(rounds.tasks, "progress_report", {
    ...task,
    id: "20000000-0000-4000-8000-000000000001",
    answer: "PROGRESS",
    state: "IN_PROGRESS",
    period_key: "2026",
    effective_on: "2026-04-10",
    recorded_by: "can-bo",
    recorded_by_name: "Lê Thị Cán Bộ",
  })
  await write(rounds.tasks, "report_verification", {
    id: "20000000-0000-4000-8000-000000000002",
    report_id: answer,
    outcome: "CONFIRMED",
    recorded_on: "2026-04-12",
  })
  await write(rounds.tasks, "progress_report", {
    ...task,
    id: "20000000-0000-4000-8000-000000000005",
    answer: "PROGRESS",
    state: "IN_PROGRESS",
    period_key: "2026",
    effective_on: "2026-04-11",
    recorded_by: "khong-phan-cong",
    recorded_by_name: "Vũ Không Phân Công",
  })
  const letter = await write(rounds.tasks, "reminder_letter", {
    id: "20000000-0000-4000-8000-000000000003",
    agency_id: FINANCE,
    state: "SENT",
    series_year: 2026,
    number: 12,
    dated_on: "2026-03-02",
    answer_by: "2026-03-12",
    as_of: "2026-03-01",
    sent_on: "2026-03-02",
    sent_at: "2026-03-02T03:00:00Z",
  })
  await sql`insert into reminder (letter_id, task_id, agency_id, ordinal, recorded_on)
    values (${letter}, ${task.task_id}, ${FINANCE}, 1, '2026-03-02')`.execute(
    rounds.tasks.orm.em.getKysely<unknown>(),
  )
  await write(rounds.tasks, "deadline_extension", {
    ...task,
    id: "20000000-0000-4000-8000-000000000004",
    period_key: "2026",
    original_due_on: "2026-12-31",
    asked_due_on: "2027-01-31",
    asked_reason: "Chờ vốn",
    recorded_on: "2026-05-04",
    granted: true,
    granted_due_on: "2027-01-31",
    decided_on: "2026-05-05",
  })
  const round = await rounds.openRound({ agencyIds: [FINANCE, INTERIOR] })
  const reports = await rounds.ask<{
    round: { reports: { edges: { node: { id: string; agency: { id: string } } }[] } }
  }>(
    `query ($id: ID!) { round: reportingRound(id: $id) { reports(first: 5) { edges { node { id agency { id } } } } } }`,
    {
      id: round.id,
    },
  )
  const report = reports.round.reports.edges.find(({ node }) => node.agency.id === FINANCE)?.node.id ?? ""
  const lines = await rounds.ask<{
    agencyReport: { lines: { edges: { node: { id: string; version: number } }[] } }
  }>(
    `query ($id: ID!) { agencyReport(id: $id) { lines(first: 100) { edges { node { id version } } } } }`,
    { id: report },
    officer,
  )
  for (const { node } of lines.agencyReport.lines.edges.slice(0, 2)) {
    await well(
      rounds.carryOut(
        "saveReportLine",
        "SaveReportLineInput",
        "line",
        { ...node, answer: "NO_CHANGE" },
        officer,
      ),
    )
    // The history has the database's own time, which the test's clock does not move
    await sql`insert into audit_entry (at, actor, actor_agency_id, action, entity, entity_id)
      values ('2026-06-01T08:00:00+07:00', 'can-bo', ${FINANCE}, 'report_line.filled-in', 'report_line', ${node.id})`.execute(
      rounds.subgraph.orm.em.getKysely<unknown>(),
    )
  }
  await sql`update agency_report set state = 'SENT', sent_on = '2026-06-06' where id = ${report}`.execute(
    rounds.subgraph.orm.em.getKysely<unknown>(),
  )
}

interface Figure {
  criterion: { code: string; name: string; rule: string }
  value: number | null
  counted: number
  outOf: number
  before: number | null
  rows: {
    totalCount: number
    edges: {
      node: { code: string | null; why: string; counted: number; outOf: number; task: { id: string } | null }
    }[]
  }
}

interface Card {
  id: string
  subjectId: string
  agencyName: string
  person: { name: string; recognised: boolean } | null
  figures: Figure[]
  composite: { points: number; parts: { criterion: string; points: number }[] } | null
}

const CARD = `id subjectId agencyName person { name recognised } composite { points parts { criterion points } }
  figures { criterion { code name rule } value counted outOf before
    rows(first: 100) { totalCount edges { node { code why counted outOf task { id } } } } }`

async function cardOf(
  kind: string,
  id: string,
  by: Identity = coordinator,
  period = HALF,
): Promise<Card | null> {
  const { scorecards } = await rounds.ask<{ scorecards: { card: Card | null } }>(
    `query ($from: Date!, $to: Date!, $kind: ScorecardKind!, $id: ID!) {
      scorecards(from: $from, to: $to) { card(kind: $kind, subjectId: $id) { ${CARD} } } }`,
    { ...period, kind, id },
    by,
  )
  return scorecards.card
}

const figureOf = (card: Card | null, code: string) => {
  const found = card?.figures.find(({ criterion }) => criterion.code === code)
  if (found === undefined) throw new Error(`no figure ${code}`)
  return found
}

async function subjectsSeen(kind: string, by: Identity): Promise<string[]> {
  const { scorecards } = await rounds.ask<{
    scorecards: { cards: { edges: { node: { subjectId: string } }[] } }
  }>(
    `query ($kind: ScorecardKind!) { scorecards(from: "2026-01-01", to: "2026-06-30") {
      cards(filter: { kind: $kind }, first: 100) { edges { node { subjectId } } } } }`,
    { kind },
    by,
  )
  return scorecards.cards.edges.map(({ node }) => node.subjectId)
}

describe("the scorecard of an agency", () => {
  test("has its rows behind every figure, and adds up to what it owes", async () => {
    const card = await cardOf("AGENCY", FINANCE)
    for (const { rows, counted, outOf } of card?.figures ?? []) {
      const nodes = rows.edges.map(({ node }) => node)
      expect(rows.totalCount).toBe(nodes.length)
      expect(nodes.reduce((sum, row) => sum + row.counted, 0)).toBe(counted)
      expect(nodes.reduce((sum, row) => sum + row.outOf, 0)).toBe(outOf)
    }
    const tally = (card?.figures ?? []).filter(({ criterion }) => criterion.code.startsWith("TASKS_"))
    const [assigned, ...parts] = tally.map(({ counted }) => counted)
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(assigned)
    expect(assigned).toBeGreaterThan(0)
  })

  test("tells what happened in the period: urged, given time, answered, reported a day late", async () => {
    const card = await cardOf("AGENCY", FINANCE)
    expect(figureOf(card, "REMINDERS").rows.edges.map(({ node }) => node)).toMatchObject([
      {
        code: "48",
        why: "Công văn số 12/SKHCN ngày 02/03/2026, lần thứ 1",
        task: { id: rounds.taskId("48") },
      },
    ])
    expect(figureOf(card, "EXTENSIONS").rows.edges[0]?.node.why).toBe(
      "Từ 31/12/2026 đến 31/01/2027, chấp thuận ngày 05/05/2026",
    )
    expect(figureOf(card, "ANSWERS_CONFIRMED")).toMatchObject({ value: 1, counted: 1, outOf: 1 })
    const onTime = figureOf(card, "REPORTS_ON_TIME")
    expect(onTime).toMatchObject({ value: 0, outOf: 1, before: null })
    expect(onTime.rows.edges[0]?.node.why).toBe("Gửi muộn ngày 06/06/2026, hạn 05/06/2026")
    expect(figureOf(card, "REPORTS_COMPLETE").counted).toBe(2)
  })

  test("of another that was asked and never answered: late, and nothing of it complete", async () => {
    const card = await cardOf("AGENCY", INTERIOR)
    expect(figureOf(card, "REPORTS_ON_TIME").rows.edges[0]?.node.why).toBe("Chưa gửi, hạn 05/06/2026")
    expect(figureOf(card, "REPORTS_COMPLETE").value).toBe(0)
  })

  test("is beside that of the period before", async () => {
    const card = await cardOf("AGENCY", FINANCE, coordinator, { from: "2026-07-01", to: "2026-12-31" })
    expect(figureOf(card, "REMINDERS")).toMatchObject({ value: 0, before: 1 })
    expect(figureOf(card, "REPORTS_ON_TIME")).toMatchObject({ value: null, before: 0 })
  })

  test("as of a past day knows nothing of later ones", async () => {
    const card = await cardOf("AGENCY", FINANCE, coordinator, { from: "2026-01-01", to: "2026-03-31" })
    expect(figureOf(card, "ANSWERS_SIGNED").value).toBe(0)
    expect(figureOf(card, "REMINDERS").value).toBe(1)
  })
})

/** The identifier of who signed without having been assigned. */
async function unassigned(): Promise<string> {
  const others = (await subjectsSeen("OFFICIAL", coordinator)).filter((id) => id !== OFFICER && id !== OTHER)
  return others[0] ?? ""
}

describe("people", () => {
  test("an official's scorecard tells what that person signed and filled in", async () => {
    const card = await cardOf("OFFICIAL", OFFICER)
    expect(card?.person).toEqual({ name: "Lê Thị Cán Bộ", recognised: true })
    expect(figureOf(card, "TASKS_ASSIGNED").rows.edges.map(({ node }) => node.code)).toEqual(["48"])
    expect(figureOf(card, "LINES_FILLED").value).toBe(2)
    expect(card?.figures.some(({ criterion }) => criterion.code === "REPORTS_ON_TIME")).toBe(false)
  })

  test("a head's has the agency's figures of days in office", async () => {
    const [ofHead, ofAgency] = [await cardOf("HEAD", HEAD), await cardOf("AGENCY", FINANCE)]
    expect(figureOf(ofHead, "TASKS_ASSIGNED").value).toBe(figureOf(ofAgency, "TASKS_ASSIGNED").value)
    expect(figureOf(ofHead, "REMINDERS").value).toBe(1)
  })

  test("of whom nobody assigned here there is one, too, once they signed something", async () => {
    const card = await cardOf("OFFICIAL", await unassigned())
    expect(card?.person).toEqual({ name: "Vũ Không Phân Công", recognised: true })
    expect(figureOf(card, "ANSWERS_SIGNED").value).toBe(1)
  })

  test("of whom only an e-mail is known, it is said that nothing signed leads to them", async () => {
    const card = await cardOf("OFFICIAL", OTHER ?? "")
    expect(card?.person).toEqual({ name: "Người Mới", recognised: false })
  })
})

describe("who reads which", () => {
  test("coordinators, leaders and auditors all; agencies their own, heads their people too, officials themselves", async () => {
    for (const role of ["COORDINATOR", "CITY_LEADER", "AUDITOR"] as const) {
      expect((await subjectsSeen("AGENCY", personOf(role))).length).toBeGreaterThan(50)
      expect(await subjectsSeen("OFFICIAL", personOf(role))).toEqual([OFFICER, OTHER, await unassigned()])
    }
    for (const person of [officer, head]) expect(await subjectsSeen("AGENCY", person)).toEqual([FINANCE])
    expect(await subjectsSeen("OFFICIAL", head)).toEqual([OFFICER, OTHER, await unassigned()])
    expect(await subjectsSeen("HEAD", head)).toEqual([HEAD])
    expect(await subjectsSeen("OFFICIAL", officer)).toEqual([OFFICER])
    expect(await subjectsSeen("HEAD", officer)).toEqual([])
    expect(await subjectsSeen("OFFICIAL", colleague)).toEqual([])
    expect(await subjectsSeen("OFFICIAL", elsewhere)).toEqual([])
    expect(await cardOf("AGENCY", INTERIOR, officer)).toBeNull()
    expect(await cardOf("OFFICIAL", OFFICER ?? "", elsewhere)).toBeNull()
  })

  test("nobody else: not the public, not Sở Tài chính in its own office, not another team's system", async () => {
    for (const viewer of [null, personOf("FINANCE"), personOf("ADMINISTRATOR")]) {
      const { errors } = await ask(
        rounds.subgraph,
        `{ scorecards(from: "2026-01-01", to: "2026-06-30") { to } }`,
        {},
        viewer,
      )
      expect(errors?.[0]?.extensions.code).toBe(viewer === null ? "UNAUTHENTICATED" : "FORBIDDEN")
    }
  })
})

test("scorecards are listed by a figure, those without it last, page by page", async () => {
  const page = async (after: string | null) => {
    const { scorecards } = await rounds.ask<{
      scorecards: {
        cards: {
          totalCount: number
          pageInfo: { endCursor: string; hasNextPage: boolean }
          edges: { node: { figure: { value: number | null } } }[]
        }
      }
    }>(
      `query ($after: String) { scorecards(from: "2026-01-01", to: "2026-06-30") {
        cards(first: 40, after: $after, orderBy: { criterion: REPORTS_COMPLETE, direction: DESC }) {
          totalCount pageInfo { endCursor hasNextPage } edges { node { figure(criterion: REPORTS_COMPLETE) { value } } } } } }`,
      { after },
    )
    return scorecards.cards
  }
  const values: (number | null)[] = []
  let next = await page(null)
  const { totalCount } = next
  for (;;) {
    values.push(...next.edges.map(({ node }) => node.figure.value))
    if (!next.pageInfo.hasNextPage) break
    next = await page(next.pageInfo.endCursor)
  }
  expect(values).toHaveLength(totalCount)
  expect(values[0]).toBeGreaterThan(0)
  expect(values[1]).toBe(0)
  expect(values.slice(2).every((value) => value === null)).toBe(true)
})

test("scorecards take as many statements for many agencies, figures and rows as for one", async () => {
  const statementsFor = async (first: number) => {
    const before = rounds.subgraph.statements()
    await rounds.ask(
      `query ($first: Int!) { scorecards(from: "2026-01-01", to: "2026-06-30") {
        cards(first: $first) { edges { node { figures { value before rows(first: $first) { edges { node { why } } } } } } } } }`,
      { first },
    )
    return rounds.subgraph.statements() - before
  }
  const few = await statementsFor(1)
  expect(await statementsFor(100)).toBe(few)
})

/** The scorecards of agencies in the first half of 2026, each asked of the agency itself. */
async function cardsOfAgencies(codes: readonly string[], by: Identity = coordinator) {
  const { found } = await rounds.ask<{
    found: { id: string; scorecard: { subjectId: string; figures: { value: number | null }[] } | null }[]
  }>(
    `query ($agencies: [_Any!]!) { found: _entities(representations: $agencies) { ... on Agency { id
       scorecard(from: "2026-01-01", to: "2026-06-30") { subjectId figures { value } } } } }`,
    { agencies: codes.map((code) => ({ __typename: "Agency", id: agencyId(code) })) },
    by,
  )
  return found
}

test("an agency has the scorecard that the list has of it, in as many statements for many as for one", async () => {
  const { scorecards } = await rounds.ask<{
    scorecards: { card: { subjectId: string; figures: { value: number | null }[] } }
  }>(
    `query ($id: ID!) { scorecards(from: "2026-01-01", to: "2026-06-30") {
       card(kind: AGENCY, subjectId: $id) { subjectId figures { value } } } }`,
    { id: agencyId("so-tai-chinh") },
  )
  const before = rounds.subgraph.statements()
  const [finance] = await cardsOfAgencies(["so-tai-chinh"])
  const forOne = rounds.subgraph.statements() - before
  expect(finance?.scorecard).toEqual(scorecards.card)
  const many = await cardsOfAgencies(["so-tai-chinh", "so-noi-vu", "so-y-te", "so-cong-thuong"])
  expect(rounds.subgraph.statements() - before - forOne).toBe(forOne)
  expect(many.map(({ id, scorecard }) => scorecard?.subjectId === id)).toEqual([true, true, true, true])
})

test("an agency shows its scorecard to those who may read it", async () => {
  const officer = personOf("AGENCY_OFFICER", agencyId("so-tai-chinh"))
  const shown = await cardsOfAgencies(["so-tai-chinh", "so-noi-vu"], officer)
  expect(shown.map(({ scorecard }) => scorecard !== null)).toEqual([true, false])
})

test("a period that is backwards, in the future or no end is refused with what would be right", async () => {
  for (const [from, to, reason] of [
    ["2026-06-30", "2026-01-01", "PERIOD_BACKWARDS"],
    ["2026-08-01", "2026-12-31", "PERIOD_IN_FUTURE"],
    ["2000-01-01", "2026-12-31", "PERIOD_TOO_LONG"],
  ]) {
    const { errors } = await ask(
      rounds.subgraph,
      `{ scorecards(from: "${from}", to: "${to}") { to } }`,
      {},
      coordinator,
    )
    expect(errors?.[0]?.extensions.reason).toBe(reason)
  }
})

interface File {
  name: string
  base64: string
}

const FREEZE = `id name from to kept: scorecards { sha256 method { number } card(kind: AGENCY, subjectId: "${FINANCE}") { ${CARD} word { name base64 } }
  word(kind: AGENCY) { name base64 } workbook(kind: OFFICIAL) { name base64 } }`

interface Kept {
  from: string
  to: string
  kept: {
    sha256: string
    method: { number: number }
    card: Card & { word: File }
    word: File
    workbook: File
  }
}

async function keptBy(id: string, by: Identity = coordinator): Promise<Kept> {
  const { scorecardFreeze } = await rounds.ask<{ scorecardFreeze: Kept }>(
    `query ($id: ID!) { scorecardFreeze(id: $id) { ${FREEZE} } }`,
    { id },
    by,
  )
  return scorecardFreeze
}

async function keep(given: Record<string, unknown> = {}) {
  const { done } = await rounds.ask<{
    done: { freeze: { id: string } | null; userErrors: { reason: string; field: string }[] }
  }>(
    `mutation ($input: FreezeScorecardsInput!) { done: freezeScorecards(input: $input) { freeze { id } userErrors { reason field } } }`,
    {
      input: {
        idempotencyKey: crypto.randomUUID(),
        name: "Đánh giá 6 tháng đầu năm 2026",
        ...HALF,
        ...given,
      },
    },
  )
  return done
}

describe("scorecards that were kept", () => {
  test("stay as they were, whatever is recorded later; their content is what its hash says", async () => {
    const { freeze } = await keep()
    const id = freeze?.id ?? ""
    const before = await keptBy(id)
    expect(before).toMatchObject(HALF)
    await sql`insert into reminder (letter_id, task_id, agency_id, ordinal, recorded_on)
      values ('20000000-0000-4000-8000-000000000003', ${rounds.taskId("85")}, ${FINANCE}, 1, '2026-03-02')`.execute(
      rounds.tasks.orm.em.getKysely<unknown>(),
    )
    await sql`update agency_reference set name = 'Sở khác' where id = ${FINANCE}`.execute(
      rounds.subgraph.orm.em.getKysely<unknown>(),
    )
    expect(figureOf(await cardOf("AGENCY", FINANCE), "REMINDERS").value).toBe(2)
    const later = await keptBy(id)
    expect(later.kept.card.figures).toEqual(before.kept.card.figures)
    expect(later.kept.card.agencyName).toBe("Sở Tài chính")
    const [row] = await rounds.subgraph.orm.em
      .getConnection()
      .execute<{ content: string }[]>("select content from scorecard_content where freeze_id = ?", [id])
    expect(
      createHash("sha256")
        .update(row?.content ?? "")
        .digest("hex"),
    ).toBe(before.kept.sha256)
    await expect(
      rounds.subgraph.orm.em.getConnection().execute("update scorecard_content set content = '{}'"),
    ).rejects.toThrow("stay as they were")
  })

  test("show an agency its own only", async () => {
    const { freeze } = await keep({ name: "Bản thứ hai" })
    const { scorecardFreeze } = await rounds.ask<{
      scorecardFreeze: { scorecards: { cards: { totalCount: number } } }
    }>(
      `query ($id: ID!) { scorecardFreeze(id: $id) { scorecards { cards { totalCount } } } }`,
      { id: freeze?.id },
      officer,
    )
    expect(scorecardFreeze.scorecards.cards.totalCount).toBe(1)
  })

  test("can be had as Word and Excel files that name the day, the hash and every row", async () => {
    const { freeze } = await keep({ name: "Bản in" })
    const kept = (await keptBy(freeze?.id ?? "")).kept
    const textOf = async ({ base64 }: File) =>
      (await mammoth.extractRawText({ buffer: Buffer.from(base64, "base64") })).value
    const [all, one] = [await textOf(kept.word), await textOf(kept.card.word)]
    expect(all).toContain(kept.sha256)
    expect(all).toContain("Hội đồng Thi đua - Khen thưởng Thành phố")
    expect(one).toContain("Công văn số 12/SKHCN ngày 02/03/2026, lần thứ 1")
    expect(kept.word.name).toMatch(/đã chốt\.docx$/)
    const sheets = Object.entries(unzipSync(new Uint8Array(Buffer.from(kept.workbook.base64, "base64"))))
      .filter(([name]) => name.endsWith("sharedStrings.xml") || name.includes("worksheets/"))
      .map(([, bytes]) => strFromU8(bytes))
      .join("")
    expect(sheets).toContain("Lê Thị Cán Bộ")
    expect(sheets).toContain("Ký ngày 10/04/2026. Được xác nhận")
  })

  test("are refused of a period that is not over, and without a name", async () => {
    expect((await keep({ to: "2026-07-15" })).userErrors).toMatchObject([
      { reason: "PERIOD_NOT_OVER", field: "to" },
    ])
    expect((await keep({ name: " " })).userErrors).toMatchObject([{ reason: "NAME_MISSING", field: "name" }])
  })
})

describe("the method", () => {
  const record = async (given: Record<string, unknown>) => {
    const { done } = await rounds.ask<{
      done: {
        method: { number: number; recordedByName: string } | null
        userErrors: { reason: string; field: string }[]
      }
    }>(
      `mutation ($input: RecordScorecardMethodInput!) { done: recordScorecardMethod(input: $input) {
        method { number recordedByName } userErrors { reason field } } }`,
      {
        input: {
          idempotencyKey: crypto.randomUUID(),
          basis: "Quyết định số 1/QĐ-UBND ngày 02/01/2026",
          effectiveFrom: "2026-06-30",
          weights: [
            { criterion: "REPORTS_ON_TIME", weight: 1 },
            { criterion: "ANSWERS_CONFIRMED", weight: 3 },
          ],
          ...given,
        },
      },
    )
    return done
  }

  test("makes no composite until weights are recorded; then one that its parts add up to, for periods from its day on", async () => {
    expect((await cardOf("AGENCY", FINANCE))?.composite).toBeNull()
    const { method } = await record({})
    expect(method).toEqual({ number: 2, recordedByName: coordinator.name })
    const composite = (await cardOf("AGENCY", FINANCE))?.composite
    expect(composite?.points).toBe(75)
    expect(composite?.parts).toEqual([
      { criterion: "REPORTS_ON_TIME", points: 0 },
      { criterion: "ANSWERS_CONFIRMED", points: 75 },
    ])
    const earlier = { from: "2026-01-01", to: "2026-06-29" }
    expect((await cardOf("AGENCY", FINANCE, coordinator, earlier))?.composite).toBeNull()
    const { method: next } = await record({ effectiveFrom: "2027-01-01" })
    expect(next?.number).toBe(3)
    const { scorecardMethods } = await rounds.ask<{
      scorecardMethods: { number: number; weights: unknown[] }[]
    }>("{ scorecardMethods { number weights { criterion } } }")
    expect(scorecardMethods.map(({ number, weights }) => [number, weights.length])).toEqual([
      [1, 0],
      [2, 2],
      [3, 2],
    ])
  })

  test("refuses weights without a basis, of what is no share, twice, or out of bounds", async () => {
    const weight = { criterion: "REPORTS_ON_TIME", weight: 1 }
    for (const [given, reason] of [
      [{ basis: " " }, "BASIS_MISSING"],
      [{ weights: [] }, "WEIGHTS_MISSING"],
      [{ weights: [{ criterion: "REMINDERS", weight: 1 }] }, "CRITERION_NOT_WEIGHABLE"],
      [{ weights: [weight, weight] }, "CRITERION_TWICE"],
      [{ weights: [{ ...weight, weight: 0 }] }, "WEIGHT_OUT_OF_BOUNDS"],
    ] as const)
      expect((await record(given)).userErrors.map((error) => error.reason)).toEqual([reason])
  })
})

test("the history of scorecards tells who kept them and who recorded a method", async () => {
  const { scorecardHistory } = await rounds.ask<{
    scorecardHistory: { edges: { node: { action: string; author: string } }[] }
  }>("{ scorecardHistory(first: 50) { edges { node { action author } } } }")
  const actions = scorecardHistory.edges.map(({ node }) => node.action)
  expect(actions).toContain("scorecard_freeze.created")
  expect(actions).toContain("scorecard_method.created")
  expect(new Set(scorecardHistory.edges.map(({ node }) => node.author))).toEqual(new Set([coordinator.name]))
})

test("a report that was returned is not complete until the day on which it is sent again", async () => {
  rounds.goTo("2026-06-01T08:00:00+07:00")
  const round = await rounds.openRound({ agencyIds: [JUSTICE], name: "Có báo cáo trả lại" })
  rounds.goTo("2026-07-15T08:00:00+07:00")
  const { em } = rounds.subgraph.orm
  const [report] = await em.getConnection().execute<{ id: string; lines: number }[]>(
    `update agency_report set state = 'SENT', sent_on = '2026-06-03' where round_id = ?
     returning id, (select count(*)::integer from report_line where report_id = agency_report.id) as lines`,
    [round.id],
  )
  const id = report?.id ?? ""
  await em.getConnection().execute("update report_line set answer = 'NO_CHANGE' where report_id = ?", [id])
  // The history has the database's own time, which the test's clock does not move
  const arrives = (at: string) =>
    em
      .getConnection()
      .execute(
        "insert into audit_entry (at, actor, action, entity, entity_id) values (?, 'can-bo', 'agency_report.sent', 'agency_report', ?)",
        [at, id],
      )
  await arrives("2026-06-03T09:00:00+07:00")
  await em
    .getConnection()
    .execute(
      "insert into report_return (id, report_id, recorded_on) values (gen_random_uuid(), ?, '2026-06-08')",
      [id],
    )
  await arrives("2026-06-12T23:30:00+07:00")
  const completeBy = async (to: string) =>
    figureOf(await cardOf("AGENCY", JUSTICE, coordinator, { from: "2026-01-01", to }), "REPORTS_COMPLETE")
  const lines = report?.lines ?? 0
  expect(lines).toBeGreaterThan(0)
  for (const [to, counted] of [
    ["2026-06-07", lines],
    ["2026-06-08", 0],
    ["2026-06-11", 0],
    ["2026-06-12", lines],
  ] as const)
    expect(await completeBy(to)).toMatchObject({ counted, outOf: lines })
})
