import { randomUUID } from "node:crypto"
import { strFromU8, unzipSync } from "fflate"
import mammoth from "mammoth"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import {
  agencyId,
  coordinator,
  FIRST_HALF,
  type Row,
  type RunningRounds,
  startRounds,
  well,
  write,
} from "../testing/running-round.ts"

const FINANCE = agencyId("so-tai-chinh")
const TITLE = "THỎA THUẬN VÀ HOẠT ĐỘNG HỢP TÁC QUỐC TẾ TRONG KỲ"

let rounds: RunningRounds

beforeAll(async () => {
  rounds = await startRounds()
})
afterAll(() => rounds?.stop())

interface Files {
  word: string
  sheets: string
  sha256: string | null
}

async function filesOf(round: Row): Promise<Files> {
  const found = await rounds.ask<{
    round: { synthesis: { sha256: string | null; word: { base64: string }; workbook: { base64: string } } }
  }>(
    "query ($id: ID!) { round: reportingRound(id: $id) { synthesis { sha256 word { base64 } workbook { base64 } } } }",
    { id: round.id },
    coordinator,
  )
  const { sha256, word, workbook } = found.round.synthesis
  const parts = Object.entries(unzipSync(new Uint8Array(Buffer.from(workbook.base64, "base64"))))
  return {
    sha256,
    word: (await mammoth.extractRawText({ buffer: Buffer.from(word.base64, "base64") })).value,
    sheets: parts
      .filter(([name]) => name.startsWith("xl/"))
      .map(([, bytes]) => strFromU8(bytes))
      .join(""),
  }
}

const recorded = { created_at: "2026-05-20T09:00:00+07:00" }

/** An activity of a day, with somebody who took part in it. */
const activity = (title: string, startsOn: string) =>
  write(rounds.cooperation, "activity", {
    ...recorded,
    ...{ id: randomUUID(), title, kind: "DELEGATION_IN", starts_on: startsOn, place: "Hà Nội" },
    ...{ participants: ["Ông Trần Văn Đi"], outputs: "Biên bản làm việc" },
  })

describe("the annex of cooperation", () => {
  test("is there only where something was recorded, names no people, and does not change once the round is locked", async () => {
    const before = await rounds.openRound({ agencyIds: [FINANCE] })
    const none = await filesOf(before)
    expect(none.word).not.toContain(TITLE)
    expect(none.sheets).not.toContain("Hợp tác quốc tế")

    const partner = await write(rounds.cooperation, "partner", {
      ...{
        id: randomUUID(),
        name: "Vùng Île-de-France",
        kind: "CITY_OR_REGION",
        country_code: "FR",
        fields: [],
      },
    })
    const agreement = await write(rounds.cooperation, "agreement", {
      ...recorded,
      ...{ id: randomUUID(), title: "Bản ghi nhớ về dữ liệu mở", number: "01/BGN", level: "CITY" },
      ...{ state: "IN_FORCE", legal_regime: "INTERNATIONAL_AGREEMENT", signed_on: "2026-04-02" },
      ...{ commitments: "Chia sẻ kinh nghiệm", signatories: ["Bà Nguyễn Thị Ký"] },
      ...{ responsible_agency_id: FINANCE },
    })
    await rounds.cooperation.orm.em
      .getConnection()
      .execute("insert into agreement_partner values (?, ?)", [agreement, partner])
    await activity("Đón đoàn chuyên gia bán dẫn", "2026-05-12")
    const drafted = await filesOf(before)
    for (const words of [
      ...["Bản ghi nhớ về dữ liệu mở (01/BGN)", "Thỏa thuận cấp Thành phố", "Vùng Île-de-France"],
      ...["Ký ngày 02/04/2026", "Có hiệu lực", "Chia sẻ kinh nghiệm"],
      ...["Đón đoàn chuyên gia bán dẫn", "Đoàn vào", "12/05/2026", "Biên bản làm việc"],
    ]) {
      expect(drafted.word).toContain(words)
      expect(drafted.sheets).toContain(words)
    }
    expect(drafted.word).toContain("Thỏa thuận và hoạt động hợp tác quốc tế trong kỳ tại Phụ lục V.")
    expect(drafted.word).toMatch(new RegExp(`Phụ lục V\\n+${TITLE}`))
    expect(drafted.word + drafted.sheets).not.toMatch(/Nguyễn Thị Ký|Trần Văn Đi/)

    await well(rounds.moveRound("lockRound", before))
    const locked = await filesOf(before)
    expect(locked.word).toBe(drafted.word)
    await rounds.cooperation.orm.em
      .getConnection()
      .execute("update agreement set title = 'Tên khác', version = version + 1")
    await activity("Ghi sau khi khóa", "2026-05-13")
    expect(await filesOf(before)).toEqual(locked)
  })

  test("tells of what came after the cut-off of the regular round before", async () => {
    await activity("Hội thảo tháng Chín", "2026-09-10")
    rounds.goTo("2026-12-01T08:00:00+07:00")
    const second = await rounds.openRound({
      ...FIRST_HALF,
      agencyIds: [FINANCE],
      name: "Báo cáo năm 2026",
      cutOffOn: "2026-11-15",
      agenciesDueOn: "2026-12-05",
      cityDueOn: "2026-12-10",
      governmentDueOn: "2026-12-14",
    })
    const { word } = await filesOf(second)
    expect(word).toContain("Hội thảo tháng Chín")
    expect(word).toContain("Tên khác")
    expect(word).not.toContain("Đón đoàn chuyên gia bán dẫn")
  })
})
