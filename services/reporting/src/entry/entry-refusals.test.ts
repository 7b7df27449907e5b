import type { CalendarDate } from "@plan43/calendar"
import { describe, expect, test } from "vitest"
import { paperRefusals, receivedOnRefusals } from "./entry-refusals.ts"

const day = (text: string) => text as CalendarDate
const reasons = (refusals: readonly { reason: string; field: string }[]) =>
  refusals.map(({ reason, field }) => `${reason} ${field}`)

describe("a report that came by another way, in a round opened on 20 May", () => {
  const refused = (receivedOn: string, returnedOn: string | null = null) =>
    reasons(
      receivedOnRefusals(day(receivedOn), {
        openedOn: day("2026-05-20"),
        returnedOn: returnedOn === null ? null : day(returnedOn),
        today: day("2026-06-08"),
      }),
    )

  test("came on any day from then to today", () => {
    expect(refused("2026-05-20")).toEqual([])
    expect(refused("2026-06-08")).toEqual([])
    expect(refused("2026-05-19")).toEqual(["RECEIVED_BEFORE_ROUND receivedOn"])
    expect(refused("2026-06-09")).toEqual(["RECEIVED_IN_FUTURE receivedOn"])
  })

  test("came corrected no sooner than it was returned", () => {
    expect(refused("2026-06-03", "2026-06-03")).toEqual([])
    expect(refused("2026-06-02", "2026-06-03")).toEqual(["RECEIVED_BEFORE_RETURN receivedOn"])
  })

  test("is named with days as people write them", () => {
    const [refusal] = receivedOnRefusals(day("2026-06-09"), {
      openedOn: day("2026-05-20"),
      returnedOn: null,
      today: day("2026-06-08"),
    })
    expect(refusal?.message).toBe("Ngày nhận 09/06/2026 không được sau hôm nay, 08/06/2026")
  })
})

describe("a paper", () => {
  const paper = { approvedBy: "Trần Thị B", approvedOn: day("2026-06-01"), fileIds: ["quet"] }
  const refused = (changed: Partial<typeof paper>) =>
    reasons(paperRefusals({ ...paper, ...changed }, day("2026-06-02")))

  test("has a head who signed it, and a scan", () => {
    expect(refused({})).toEqual([])
    expect(refused({ approvedBy: " ", fileIds: [] })).toEqual([
      "APPROVER_MISSING paper.approvedBy",
      "SCAN_MISSING paper.fileIds",
    ])
  })

  test("was signed before it came", () => {
    expect(refused({ approvedOn: day("2026-06-03") })).toEqual(["APPROVED_AFTER_RECEIPT paper.approvedOn"])
  })
})
