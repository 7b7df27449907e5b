import { FIGURES, type OfficialTally } from "@plan43/official-tally"
import { askWell, personOf } from "@plan43/subgraph/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { askForPage } from "../testing/ask-for-page.ts"
import {
  agencyId,
  coordinator,
  type Done,
  type Row,
  type RunningRounds,
  startRounds,
  well,
} from "../testing/running-round.ts"
import { publishedParts } from "./published-part.ts"

let rounds: RunningRounds

beforeAll(async () => {
  rounds = await startRounds()
})
afterAll(() => rounds?.stop())

const FINANCE = agencyId("so-tai-chinh")
const TALLY = FIGURES.join(" ")

const execute = (statement: string, parameters: unknown[]) =>
  rounds.subgraph.orm.em.getConnection().execute(statement, parameters)

/** A locked round in which Finance reported on task 48, was heard on task 35 and said more than is for the public. */
async function lockedRound(name: string, asked: Record<string, unknown> = {}): Promise<Row> {
  const round = await rounds.openRound({ agencyIds: [FINANCE], name, ...asked })
  await execute(
    `update report_line l set answer = 'REPORTED', progress = 'Tiến độ của ' || item.code, result_document = '5/NQ-HĐND',
       difficulties = 'Khó khăn không nói ra', proposal = 'Kiến nghị không nói ra', next_plan = 'Kế hoạch không nói ra'
     from report_item item, agency_report r where item.id = l.item_id and r.id = l.report_id and r.round_id = ?`,
    [round.id],
  )
  await execute(
    "update agency_report set state = 'ACCEPTED', sent_on = '2026-06-04', approved_by = 'Nguyễn Thủ Trưởng' where round_id = ?",
    [round.id],
  )
  return well(rounds.moveRound("lockRound", round))
}

const publish = (row: Row, given: Record<string, unknown> = {}): Promise<Done> =>
  rounds.carryOut("publishParts", "PublishPartsInput", "round", {
    id: row.id,
    version: row.version,
    parts: publishedParts,
    ...given,
  })
const withdraw = (row: Row, reason: string | null, given: Record<string, unknown> = {}): Promise<Done> =>
  rounds.carryOut("withdrawPublication", "WithdrawPublicationInput", "round", {
    id: row.id,
    version: row.version,
    reason,
    ...given,
  })
const reasonsOf = async (done: Promise<Done>) => (await done).userErrors.map(({ reason }) => reason)

interface Shown {
  status: number
  text: string
  headers: Headers
}

async function shown(path: string, headers: Record<string, string> = {}): Promise<Shown> {
  const answer = await askForPage(rounds.subgraph, path, headers)
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

interface PublicationRow {
  version: number
  path: string
  note: string | null
  superseded: boolean
  publishedBy: string | null
  withdrawal: { reason: string } | null
}

async function publicationsOf(round: Row): Promise<PublicationRow[]> {
  const found = await rounds.ask<{ round: { publications: { edges: { node: PublicationRow }[] } } }>(
    `query ($id: ID!) { round: reportingRound(id: $id) { publications { edges { node { version path note superseded publishedBy
       withdrawal { reason } } } } } }`,
    { id: round.id },
  )
  return found.round.publications.edges.map(({ node }) => node)
}

describe("a publication", () => {
  test("names the report as it was signed last, and where indicators stand", async () => {
    const round = await lockedRound("Có bản đã ký")
    const before = await well(publish(round))
    const first = await shown("/cong-bo/co-ban-da-ky")
    expect(first.text).not.toContain("Báo cáo số")
    expect(first.text).toContain("chưa đánh giá được")
    for (const [number, createdAt] of [
      ["11/BC-SKHCN", "2026-06-11"],
      ["12/BC-SKHCN", "2026-06-12"],
    ])
      await execute(
        `insert into signed_copy (id, round_id, number, signed_on, signer, file_ids, recorded_on, created_at)
         values (gen_random_uuid(), ?, ?, '2026-06-10', 'Giám đốc', array[gen_random_uuid()], '2026-06-12', ?)`,
        [round.id, number, createdAt],
      )
    await well(publish(before, { note: "Bổ sung số văn bản" }))
    const { text } = await shown("/cong-bo/co-ban-da-ky")
    expect(text).toContain("Báo cáo số 12/BC-SKHCN ngày 10/06/2026")
    expect(text).not.toContain("Giám đốc")
  })

  test("is of a locked round, of chosen parts, and a correction says what it corrects", async () => {
    const open = await rounds.openRound({ agencyIds: [FINANCE], name: "Còn mở" })
    expect(await reasonsOf(publish(open))).toEqual(["ROUND_NOT_LOCKED"])
    const round = await lockedRound("Có đính chính")
    expect(await reasonsOf(publish(round, { parts: [] }))).toEqual(["PARTS_MISSING"])
    expect(await reasonsOf(publish(round, { parts: ["TALLIES"], text: "Lời" }))).toEqual([
      "CITY_TEXT_NOT_CHOSEN",
    ])
    expect(await reasonsOf(publish(round, { parts: ["TEXT"], text: " " }))).toEqual(["CITY_TEXT_MISSING"])
    expect(await reasonsOf(publish(round, { note: "Sửa" }))).toEqual(["NOTE_TOO_EARLY"])
    expect(await reasonsOf(withdraw(round, "Sai"))).toEqual(["NOT_PUBLISHED"])

    const first = await well(publish(round, { parts: ["TALLIES"] }))
    expect(await reasonsOf(publish(first))).toEqual(["NOTE_MISSING"])
    expect(await reasonsOf(rounds.moveRound("publishRound", first))).toEqual(["ROUND_PUBLISHED"])
    expect(await reasonsOf(publish(round, { note: "Dựa trên bản cũ" }))).toEqual(["VERSION_STALE"])
    await well(publish(first, { note: "Bổ sung kết quả từng nhiệm vụ" }))
    expect(await publicationsOf(round)).toMatchObject([
      {
        version: 2,
        path: "/cong-bo/co-dinh-chinh/phien-ban/2",
        note: "Bổ sung kết quả từng nhiệm vụ",
        superseded: false,
        publishedBy: "coordinator",
      },
      { version: 1, note: null, superseded: true },
    ])
    const old = await shown("/cong-bo/co-dinh-chinh/phien-ban/1")
    expect(old.status).toBe(200)
    expect(old.text).toContain("Phiên bản này đã được thay thế.")
    expect(old.text).not.toContain("Kết quả của các cơ quan")
    const latest = await shown("/cong-bo/co-dinh-chinh")
    expect(latest.text).toContain("Bổ sung kết quả từng nhiệm vụ")
    expect(latest.text).toContain("Kết quả của các cơ quan")
  })

  test("stays as it was, and what was withdrawn says why in its place, until something is published again", async () => {
    const round = await lockedRound("Bị thu hồi")
    const published = await well(rounds.moveRound("publishRound", round))
    for (const statement of ["update publication set content = '{}'", "delete from publication"])
      await expect(execute(statement, [])).rejects.toThrow("stays as it was")
    expect(await reasonsOf(withdraw(published, " "))).toEqual(["REASON_MISSING"])
    const withdrawn = await well(withdraw(published, "Số liệu chỉ tiêu 2 chưa được xác nhận"))
    expect(await reasonsOf(withdraw(withdrawn, "Lần nữa"))).toEqual(["NOT_PUBLISHED"])
    for (const path of ["", "/phien-ban/1", "/nhiem-vu", "/du-lieu.json"]) {
      const { status, text } = await shown(`/cong-bo/bi-thu-hoi${path}`)
      expect(status).toBe(410)
      expect(text).toContain("Số liệu chỉ tiêu 2 chưa được xác nhận")
      expect(text).not.toContain("Tiến độ của 48")
    }
    expect(
      (
        await askWell<{ round: null }>(
          rounds.subgraph,
          "query ($id: ID!) { round: reportingRound(id: $id) { id } }",
          {
            id: round.id,
          },
        )
      ).round,
    ).toBeNull()
    await well(publish(withdrawn, { parts: ["TALLIES"], note: "Chỉ công bố phần tổng hợp" }))
    expect((await shown("/cong-bo/bi-thu-hoi")).status).toBe(200)
    expect((await shown("/cong-bo/bi-thu-hoi/phien-ban/1")).status).toBe(410)
    expect((await publicationsOf(round)).map(({ withdrawal }) => withdrawal?.reason ?? null)).toEqual([
      null,
      "Số liệu chỉ tiêu 2 chưa được xác nhận",
    ])
  })

  test("says of a report that was returned and not sent again that it was, not that it came in time", async () => {
    const round = await rounds.openRound({ agencyIds: [FINANCE], name: "Có báo cáo bị trả lại" })
    await execute("update agency_report set state = 'RETURNED', sent_on = '2026-06-04' where round_id = ?", [
      round.id,
    ])
    await well(publish(await well(rounds.moveRound("lockRound", round)), { parts: ["AGENCIES"] }))
    const { text } = await shown("/cong-bo/co-bao-cao-bi-tra-lai")
    expect(text).toContain("Bị trả lại, chưa gửi lại")
    expect(text).not.toContain("Gửi đúng hạn")
    expect((await shown("/cong-bo/co-bao-cao-bi-tra-lai/du-lieu/co-quan.csv")).text).toContain("RETURNED")
  })

  test("is taken back version by version: an older one leaves what is shown now, the last one leaves nothing", async () => {
    const round = await lockedRound("Thu hồi từng bản")
    const address = "/cong-bo/thu-hoi-tung-ban"
    const first = await well(publish(round))
    const second = await well(publish(first, { parts: ["TALLIES"], note: "Chỉ công bố phần tổng hợp" }))
    expect((await shown(`${address}/phien-ban/1/nhiem-vu`)).text).toContain("Tiến độ của 48")
    expect(await reasonsOf(withdraw(second, "Sai", { publicationVersion: 3 }))).toEqual(["NOT_PUBLISHED"])

    const withoutFirst = await well(withdraw(second, "Nêu tên người dân", { publicationVersion: 1 }))
    for (const path of ["", "/nhiem-vu", "/du-lieu.json"]) {
      const { status, text } = await shown(`${address}/phien-ban/1${path}`)
      expect(status).toBe(410)
      expect(text).toContain("Nêu tên người dân")
      expect(text).not.toContain("Tiến độ của 48")
    }
    expect((await shown(address)).status).toBe(200)
    const visible = async () =>
      (
        await askWell<{ round: { publishedParts: string[] } | null }>(
          rounds.subgraph,
          "query ($id: ID!) { round: reportingRound(id: $id) { publishedParts } }",
          { id: round.id },
        )
      ).round
    expect(await visible()).toEqual({ publishedParts: ["TALLIES"] })
    expect(await reasonsOf(withdraw(withoutFirst, "Lần nữa", { publicationVersion: 1 }))).toEqual([
      "NOT_PUBLISHED",
    ])

    await well(withdraw(withoutFirst, "Cả bản này", { publicationVersion: 2 }))
    expect((await shown(address)).status).toBe(410)
    expect(await visible()).toBeNull()
    expect((await publicationsOf(round)).map(({ withdrawal }) => withdrawal?.reason)).toEqual([
      "Cả bản này",
      "Nêu tên người dân",
    ])
  })

  test("is carried out once for each key, and found under an address of its own when names are the same", async () => {
    const [one, other] = [await lockedRound("Cùng tên"), await lockedRound("Cùng tên")]
    const idempotencyKey = "công bố một lần"
    const published = await well(publish(one, { idempotencyKey }))
    expect(await well(publish(one, { idempotencyKey }))).toEqual(published)
    await well(publish(other))
    expect((await publicationsOf(one)).map(({ path }) => path)).toEqual(["/cong-bo/cung-ten/phien-ban/1"])
    expect((await publicationsOf(other)).map(({ path }) => path)).toEqual(["/cong-bo/cung-ten-2/phien-ban/1"])
  })
})

describe("the graph shows of a published round", () => {
  interface Seen {
    round: {
      figures: { city: OfficialTally } | null
      publications: { totalCount: number }
      reports: { edges: { node: { approvedBy: string | null; lines: { edges: { node: SeenLine }[] } } }[] }
    }
  }
  interface SeenLine {
    progress: string | null
    difficulties: string | null
    proposal: string | null
    nextPlan: string | null
    item: { code: string }
  }
  const SEEN = `query ($id: ID!) { round: reportingRound(id: $id) { figures { city { ${TALLY} } }
    publications { totalCount }
    reports { edges { node { approvedBy lines(first: 100) { edges { node { progress difficulties proposal nextPlan
      item { code } } } } } } } } }`

  test("what was chosen, without names of officers, what is internal, and sensitive tasks", async () => {
    const round = await lockedRound("Ai thấy gì")
    const tallies = await well(publish(round, { parts: ["TALLIES", "SECTIONS", "AGENCIES"] }))
    const seen = await askWell<Seen>(rounds.subgraph, SEEN, { id: round.id })
    expect(seen.round.figures?.city.assigned).toBe(144)
    expect(seen.round.reports.edges).toEqual([])
    const some = await well(publish(tallies, { parts: ["SECTIONS", "TASKS"], note: "Thêm nhiệm vụ" }))
    await rounds.tasks.orm.em.getConnection().execute("update task set sensitive = true where code = '48'")
    const more = await askWell<Seen>(rounds.subgraph, SEEN, { id: round.id })
    await rounds.tasks.orm.em.getConnection().execute("update task set sensitive = false where code = '48'")
    expect(more.round.figures).toBeNull()
    expect(more.round.publications.totalCount).toBe(2)
    const [report] = more.round.reports.edges
    expect(report?.node.approvedBy).toBeNull()
    const lines = report?.node.lines.edges.map(({ node }) => node) ?? []
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.map(({ item }) => item.code)).not.toContain("48")
    for (const line of lines)
      expect(line).toMatchObject({
        progress: `Tiến độ của ${line.item.code}`,
        difficulties: null,
        proposal: null,
        nextPlan: null,
      })
    const officer = personOf("AGENCY_OFFICER", FINANCE)
    const own = await askWell<Seen>(rounds.subgraph, SEEN, { id: some.id }, officer)
    expect(own.round.reports.edges[0]?.node.approvedBy).toBe("Nguyễn Thủ Trưởng")
    expect(own.round.reports.edges[0]?.node.lines.edges.map(({ node }) => node.difficulties)).toContain(
      "Khó khăn không nói ra",
    )
  })

  test("neither what the round asked besides the plan nor who signed its report", async () => {
    interface Asked {
      round: { questions: string | null; signedCopies: { number: string; signer: string }[] }
    }
    const ASKED =
      "query ($id: ID!) { round: reportingRound(id: $id) { questions signedCopies { number signer } } }"
    const questions = "Đơn vị vướng gì khi phối hợp với Công an?"
    const round = await lockedRound("Có câu hỏi nội bộ", { questions })
    await execute(
      `insert into signed_copy (id, round_id, number, signed_on, signer, file_ids, recorded_on)
       values (gen_random_uuid(), ?, '13/BC-SKHCN', '2026-06-10', 'Giám đốc', array[gen_random_uuid()], '2026-06-12')`,
      [round.id],
    )
    await well(publish(round, { parts: ["TALLIES"] }))
    for (const stranger of [undefined, personOf("AGENCY_OFFICER", agencyId("so-noi-vu"))]) {
      const seen = await askWell<Asked>(rounds.subgraph, ASKED, { id: round.id }, stranger)
      expect(seen.round).toEqual({ questions: null, signedCopies: [{ number: "13/BC-SKHCN", signer: "" }] })
      const list = await askWell<{ rounds: { edges: { node: { id: string; questions: string | null } }[] } }>(
        rounds.subgraph,
        "{ rounds: reportingRounds(first: 100) { edges { node { id questions } } } }",
        {},
        stranger,
      )
      expect(list.rounds.edges.map(({ node }) => node)).toContainEqual({ id: round.id, questions: null })
    }
    for (const reader of [coordinator, personOf("AGENCY_OFFICER", FINANCE)]) {
      const seen = await askWell<Asked>(rounds.subgraph, ASKED, { id: round.id }, reader)
      expect(seen.round).toEqual({ questions, signedCopies: [{ number: "13/BC-SKHCN", signer: "Giám đốc" }] })
    }
  })

  test("to a coordinator what the page would be, before it is there", async () => {
    const round = await lockedRound("Xem trước")
    const { round: found } = await rounds.ask<{ round: { publicationPreview: string } }>(
      `query ($id: ID!) { round: reportingRound(id: $id) { publicationPreview(parts: [TEXT, TALLIES], text: "Lời <b>ngỏ</b>") } }`,
      { id: round.id },
    )
    expect(found.publicationPreview).toContain("Lời &lt;b&gt;ngỏ&lt;/b&gt;")
    expect(found.publicationPreview).toContain("Xem trước: trang này chưa được công bố.")
    expect((await shown("/cong-bo/xem-truoc")).status).toBe(404)
  })
})

describe("the public page", () => {
  let assigned: OfficialTally

  beforeAll(async () => {
    const round = await lockedRound("Trang công khai")
    await well(publish(round, { text: "Sáu tháng đầu năm.\nTiếp tục thực hiện." }))
    const found = await rounds.ask<{ round: { figures: { city: OfficialTally } } }>(
      `query ($id: ID!) { round: reportingRound(id: $id) { figures { city { ${TALLY} } } } }`,
      { id: round.id },
    )
    assigned = found.round.figures.city
  })

  test("says the tallies, in Vietnamese and in English, and holds nothing that runs or styles", async () => {
    const { text, headers } = await shown("/cong-bo/trang-cong-khai")
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8")
    expect(text).toContain('<html lang="vi">')
    for (const figure of FIGURES) expect(text).toContain(`data-figure="${figure}">${assigned[figure]}<`)
    expect(text).toContain("Tiếp tục thực hiện.")
    expect(text).not.toMatch(/<style|style="|<script(?! type="application\/ld\+json")| on[a-z]+="/)
    expect(text).toContain('<link rel="canonical" href="/cong-bo/trang-cong-khai"/>')
    const english = await shown("/cong-bo/trang-cong-khai?lang=en")
    expect(english.headers.get("content-language")).toBe("en")
    expect(english.text).toContain('<html lang="en">')
    expect(english.text).toContain("Not completed, overdue")
  })

  test("keeps to itself what is not for the public, in its pages and in its files", async () => {
    for (const path of ["", "/nhiem-vu", "/du-lieu.json", "/du-lieu/nhiem-vu.csv"]) {
      const { text, status } = await shown(`/cong-bo/trang-cong-khai${path}`)
      expect(status).toBe(200)
      expect(/không nói ra|Nguyễn Thủ Trưởng/.test(text)).toBe(false)
    }
    const tasks = (await shown("/cong-bo/trang-cong-khai/nhiem-vu")).text
    const listed = tasks.match(/data-task="/g)?.length ?? 0
    const sensitive = rounds.plan.tasks.filter((task) => task.sensitive)
    expect(sensitive.length).toBeGreaterThan(0)
    expect(listed + sensitive.length).toBe(assigned.assigned)
    for (const { code } of sensitive) expect(tasks).not.toContain(`data-task="${code}"`)
    expect(tasks).toContain("Sở Tài chính: Tiến độ của 48; 5/NQ-HĐND")
  })

  test("is small, is sent smaller, and is not sent again to whoever has it", async () => {
    const plain = await shown("/cong-bo/trang-cong-khai")
    const style = /href="(\/cong-bo\/giao-dien-[0-9a-f]{12}\.css)"/.exec(plain.text)?.[1] ?? ""
    let bytes = 0
    for (const path of ["/cong-bo/trang-cong-khai", style]) {
      const answer = await askForPage(rounds.subgraph, path, { "accept-encoding": "br" })
      expect(answer.headers.get("content-encoding")).toBe("br")
      bytes += Number(answer.headers.get("content-length"))
    }
    expect(bytes).toBeLessThan(50_000)
    const tag = plain.headers.get("etag") ?? ""
    expect((await shown("/cong-bo/trang-cong-khai", { "if-none-match": tag })).status).toBe(304)
    const since = plain.headers.get("last-modified") ?? ""
    expect((await shown("/cong-bo/trang-cong-khai", { "if-modified-since": since })).status).toBe(304)
    expect((await askForPage(rounds.subgraph, "/cong-bo", {}, "HEAD")).status).toBe(200)
    expect((await shown(style)).headers.get("cache-control")).toContain("immutable")
  })

  test("says of every other address that nothing was published there, and what was", async () => {
    for (const path of [
      "/cong-bo/khong-co",
      "/cong-bo/trang-cong-khai/phien-ban/9",
      "/cong-bo/a/b/c",
      "/cong-bo/A",
    ]) {
      const { status, text } = await shown(path)
      expect(status).toBe(404)
      expect(text).toContain("Trang công khai")
    }
    expect((await shown("/cong-bo")).text).toContain("Trang công khai")
  })

  test("takes two statements, and the list one, however much was published", async () => {
    const statements = async (path: string) => {
      const before = rounds.subgraph.statements()
      await shown(path)
      return rounds.subgraph.statements() - before
    }
    expect(await statements("/cong-bo")).toBe(1)
    expect(await statements("/cong-bo/trang-cong-khai/phien-ban/1")).toBe(2)
    // Kept from then on: asked is only whether it still stands
    expect(await statements("/cong-bo/trang-cong-khai/phien-ban/1")).toBe(1)
  })
})
