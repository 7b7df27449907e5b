import type { Identity } from "@plan43/authorization"
import { askWell, personOf } from "@plan43/subgraph/testing"
import mammoth from "mammoth"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import {
  agencyId,
  coordinator,
  type Done,
  type Row,
  type RunningRounds,
  startRounds,
  well,
} from "../testing/running-round.ts"

let rounds: RunningRounds
let round: Row

beforeAll(async () => {
  rounds = await startRounds()
  round = await rounds.openRound({ agencyIds: [FINANCE] })
})
afterAll(() => rounds?.stop())

const FINANCE = agencyId("so-tai-chinh")
const colleague: Identity = { ...coordinator, id: "dong-nghiep", name: "Trần Thị Bình" }

const write = (given: Record<string, unknown>, by: Identity = coordinator): Promise<Done> =>
  rounds.carryOut(
    "saveCommentary",
    "SaveCommentaryInput",
    "commentary",
    { roundId: round.id, part: "ASSESSMENT", ...given },
    by,
  )

const reasons = ({ userErrors }: Done) => userErrors.map(({ field, reason }) => `${field} ${reason}`)

interface Section {
  key: string | null
  heading: string | null
  paragraphs: { kind: string; pieces: { text: string; source: Source | null }[] }[]
  commentary: {
    body: string
    version: number
    writtenBy: string
    versions: {
      edges: { node: { number: number; body: string; writtenBy: string; restored: number | null } }[]
    }
  } | null
}

interface Source {
  kind: string
  count: number
  filter: { status: string[]; section: string | null; leadId: string | null; assessment: string[] } | null
  rows: { id: string; code: string | null; name: string }[]
}

async function sectionsOf(of: Row = round): Promise<Section[]> {
  const found = await rounds.ask<{ round: { synthesis: { sections: Section[] } } }>(
    `query ($id: ID!) { round: reportingRound(id: $id) { synthesis { sections { key heading
       paragraphs { kind pieces { text source { kind count filter { status section leadId assessment } rows { id code name } } } }
       commentary { body version writtenBy versions(first: 50) { edges { node { number body writtenBy restored } } } } } } } }`,
    { id: of.id },
  )
  return found.round.synthesis.sections
}

async function wordOf(of: Row = round): Promise<string> {
  const found = await rounds.ask<{ round: { synthesis: { word: { base64: string } } } }>(
    "query ($id: ID!) { round: reportingRound(id: $id) { synthesis { word { base64 } } } }",
    { id: of.id },
  )
  const buffer = Buffer.from(found.round.synthesis.word.base64, "base64")
  return (await mammoth.extractRawText({ buffer })).value
}

const partOf = (sections: readonly Section[], key: string) => sections.find((section) => section.key === key)

describe("what people write to a part of the report", () => {
  test("stands there as paragraphs, with who wrote which version; figures go on being generated", async () => {
    const first = await well(write({ version: 0, body: "Các cơ quan triển khai nghiêm túc." }))
    expect(first.version).toBe(1)
    await well(
      write({ version: 1, body: "Các cơ quan triển khai nghiêm túc.\nCòn chậm ở cấp xã." }, colleague),
    )
    const part = partOf(await sectionsOf(), "ASSESSMENT")
    expect(part?.commentary).toMatchObject({ version: 2, writtenBy: "Trần Thị Bình" })
    expect(part?.commentary?.versions.edges.map(({ node }) => [node.number, node.writtenBy])).toEqual([
      [2, "Trần Thị Bình"],
      [1, coordinator.name],
    ])
    const text = await wordOf()
    expect(text).toMatch(/Tổng số nhiệm vụ được giao: 144[\s\S]+nghiêm túc\.\n+Còn chậm ở cấp xã\.\n+III\. /)
  })

  test("is not lost to somebody who began from another version, or at the same time", async () => {
    expect(reasons(await write({ version: 1, body: "Của tôi" }))).toEqual(["version VERSION_STALE"])
    const together = await Promise.all([
      write({ part: "SECTION_I", version: 0, body: "Một" }),
      write({ part: "SECTION_I", version: 0, body: "Hai" }, colleague),
    ])
    expect(together.filter(({ row }) => row !== null)).toHaveLength(1)
    expect(together.flatMap(reasons)).toEqual(["version VERSION_STALE"])
  })

  test("is carried out once for each key, also the first words", async () => {
    const idempotencyKey = "first-words"
    const once = await well(write({ part: "AGENCIES", version: 0, body: "Một lần", idempotencyKey }))
    expect(await well(write({ part: "AGENCIES", version: 0, body: "Một lần", idempotencyKey }))).toEqual(once)
    expect(partOf(await sectionsOf(), "AGENCIES")?.commentary?.versions.edges).toHaveLength(1)
  })

  test("stands again as a new version; one that never was does not", async () => {
    expect(reasons(await write({ version: 2, restored: 1, body: "Khác" }))).toEqual([
      "restored VERSION_UNKNOWN",
    ])
    await well(write({ version: 2, restored: 1, body: "Các cơ quan triển khai nghiêm túc." }))
    const versions = partOf(await sectionsOf(), "ASSESSMENT")?.commentary?.versions.edges
    expect(versions?.map(({ node }) => [node.number, node.restored])).toEqual([
      [3, 1],
      [2, null],
      [1, null],
    ])
  })

  test("is refused to a part that the report has not, of a round that is not there, and too long", async () => {
    for (const part of ["SECTION_VIII", "OPENING", "section_i"])
      expect(reasons(await write({ part, version: 0, body: "x" }))).toEqual(["part PART_UNKNOWN"])
    expect(reasons(await write({ roundId: "khong-co", version: 0, body: "x" }))).toEqual([
      "roundId NOT_FOUND",
    ])
    expect(reasons(await write({ part: "CLOSING", version: 0, body: "x".repeat(20_001) }))).toEqual([
      "body TEXT_TOO_LONG",
    ])
  })

  test("is the coordinators' to write and nobody's to read who does not read all reports", async () => {
    await expect(write({ version: 3, body: "x" }, personOf("AGENCY_HEAD", FINANCE))).rejects.toThrow(
      /FORBIDDEN|scope/i,
    )
  })

  test("is frozen with the round, and nobody writes to it then", async () => {
    const other = await rounds.openRound({ agencyIds: [FINANCE] })
    await well(write({ roundId: other.id, part: "CLOSING", version: 0, body: "Kính trình." }))
    const before = await wordOf(other)
    expect(before).toMatch(/Kính trình\.\n+Trên đây là báo cáo/)
    await well(rounds.moveRound("lockRound", other))
    expect(await wordOf(other)).toBe(before)
    expect(reasons(await write({ roundId: other.id, part: "CLOSING", version: 1, body: "Sửa" }))).toEqual([
      "roundId ROUND_NOT_OPEN",
    ])
    const db = rounds.subgraph.orm.em.getConnection()
    for (const statement of ["update commentary_version set body = ''", "delete from commentary_version"])
      await expect(db.execute(statement)).rejects.toThrow("stays as it was")
  })

  test("is all there is of direction and management and of funds; who reads the report reads where nobody wrote", async () => {
    const other = await rounds.openRound({ agencyIds: [FINANCE] })
    const body = "Thành phố đã họp Ban Chỉ đạo hai lần."
    await well(write({ roundId: other.id, part: "DIRECTION", version: 0, body }))
    const funds = async () => partOf(await sectionsOf(other), "FUNDS")?.paragraphs
    expect(await funds()).toEqual([])
    const text = await wordOf(other)
    expect(text).toMatch(/\nI\. Công tác chỉ đạo, điều hành\n+Thành phố đã họp Ban Chỉ đạo hai lần\.\n+II\. /)
    expect(text).toMatch(/\nVI\. Kinh phí thực hiện\n+Không có nội dung báo cáo\.\n+VII\. /)
    await well(rounds.moveRound("lockRound", other))
    expect(await wordOf(other)).toBe(text)
    expect(await funds()).toMatchObject([{ pieces: [{ text: "Không có nội dung báo cáo." }] }])
  })
})

describe("a figure in a generated sentence", () => {
  test("leads to as many rows of the register, as of the cut-off", async () => {
    let asked = 0
    for (const { paragraphs } of await sectionsOf())
      for (const { source } of paragraphs.flatMap(({ pieces }) => pieces)) {
        if (source === null) continue
        if (source.filter === null) {
          expect(source.rows).toHaveLength(source.count)
          continue
        }
        const { status, section, leadId, assessment } = source.filter
        const filter =
          source.kind === "TASK"
            ? {
                ...(status.length > 0 && { status }),
                ...(section !== null && { section: [section] }),
                ...(leadId !== null && { lead: [leadId], inherited: true }),
              }
            : { assessment, targetKind: WITH_TARGET }
        expect(await registerCount(source.kind, filter)).toBe(source.count)
        asked += 1
      }
    expect(asked).toBeGreaterThan(30)
  })
})

/** Every kind but that of headings, which have no target of their own. */
const WITH_TARGET = [
  ...["AT_LEAST", "MORE_THAN", "AT_MOST", "VALUE", "RANGE"],
  ...["RANK_GROUP", "QUALITATIVE", "DIRECTIVE"],
]

/** How many rows the register has that the console would show for a figure. */
async function registerCount(kind: string, filter: object): Promise<number> {
  const [subgraph, list] =
    kind === "TASK" ? ([rounds.tasks, "tasks"] as const) : ([rounds.indicators, "indicators"] as const)
  const type = kind === "TASK" ? "TaskFilter" : "IndicatorFilter"
  const found = await askWell<Record<string, { totalCount: number }>>(
    subgraph,
    `query ($filter: ${type}) { ${list}(filter: $filter) { totalCount } }`,
    { filter: { ...filter, asOf: "2026-05-31" } },
    coordinator,
  )
  return found[list]?.totalCount ?? -1
}
