import { type Role, scopesOf } from "@plan43/authorization"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { isLate, MOVES, movesFrom, ReportMove, ReportState } from "./report-state.ts"

const mayNext = (state: ReportState, role: Role) => movesFrom(state, scopesOf(role))

describe("a report", () => {
  test("is written by the officer, approved by the head, sent, and accepted by the coordinator", () => {
    expect(mayNext("DRAFT", "AGENCY_OFFICER")).toEqual(["SUBMIT"])
    expect(mayNext("SUBMITTED_FOR_APPROVAL", "AGENCY_OFFICER")).toEqual([])
    expect(mayNext("SUBMITTED_FOR_APPROVAL", "AGENCY_HEAD")).toEqual(["SEND_BACK", "APPROVE"])
    expect(mayNext("APPROVED", "AGENCY_OFFICER")).toEqual(["SEND"])
    expect(mayNext("SENT", "AGENCY_HEAD")).toEqual([])
    expect(mayNext("SENT", "COORDINATOR")).toEqual(["ACCEPT", "RETURN"])
    expect(mayNext("RETURNED", "AGENCY_OFFICER")).toEqual(["SUBMIT"])
  })

  test("of an agency without accounts is entered by the coordinator", () => {
    expect(mayNext("DRAFT", "COORDINATOR")).toEqual(["ENTER"])
    expect(mayNext("RETURNED", "COORDINATOR")).toEqual(["ENTER"])
  })

  test("is moved by nobody once it is included", () => {
    for (const role of ["COORDINATOR", "AGENCY_OFFICER", "AGENCY_HEAD"] as const)
      expect(mayNext("INCLUDED", role)).toEqual([])
  })

  test("is moved by nobody who only reads", () => {
    for (const role of ["AUDITOR", "CITY_LEADER", "FINANCE", "ADMINISTRATOR"] as const)
      for (const state of Object.values(ReportState)) expect(mayNext(state, role)).toEqual([])
  })

  test("is never sent, whatever was done before, that no head approved since it was written in last", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(ReportMove))), (moves) => {
        let state: ReportState = "DRAFT"
        let approved = false
        for (const move of moves) {
          if (!MOVES[move].from.includes(state)) continue
          state = MOVES[move].to
          if (state === "DRAFT" || state === "RETURNED") approved = false
          // What a file of an agency without accounts says was approved as the file names its head
          if (move === "APPROVE" || move === "ENTER") approved = true
          if (state === "SENT") expect(approved).toBe(true)
        }
      }),
    )
  })
})

describe("a report due on 14 June", () => {
  const due = "2026-06-14"
  const late = (state: ReportState, sentOn: string | null, today: string, receivedOn: string | null = null) =>
    isLate({ state, sentOn, receivedOn }, due, today)

  test("is in time on that day, and late on the next", () => {
    expect(late("SENT", "2026-06-14", "2026-07-01")).toBe(false)
    expect(late("SENT", "2026-06-15", "2026-07-01")).toBe(true)
  })

  test("is late where it is still missing the day after", () => {
    expect(late("DRAFT", null, "2026-06-14")).toBe(false)
    expect(late("APPROVED", null, "2026-06-15")).toBe(true)
  })

  test("counts by the day on which its paper came, whenever it was entered", () => {
    expect(late("SENT", "2026-06-16", "2026-06-16", "2026-06-14")).toBe(false)
    expect(late("SENT", "2026-06-16", "2026-06-16", "2026-06-15")).toBe(true)
  })
  test("that was returned keeps the day on which it first came", () => {
    expect(late("RETURNED", "2026-06-10", "2026-06-20")).toBe(false)
  })
})
