import { describe, expect, test } from "vitest"
import { entityNames, faultOfEntity } from "./names.ts"

describe("an entity", () => {
  test("is written in every form that code needs", () => {
    expect(entityNames("reporting-round")).toEqual({
      kebab: "reporting-round",
      kebabs: "reporting-rounds",
      entity: "reportingRound",
      entities: "reportingRounds",
      Entity: "ReportingRound",
      Entities: "ReportingRounds",
      table: "reporting_round",
      constant: "REPORTING_ROUND",
      words: "reporting round",
    })
  })

  test.each([
    ["agency", "agencies"],
    ["survey", "surveys"],
    ["process", "processes"],
    ["branch", "branches"],
  ])("one %s, several %s", (one, several) => expect(entityNames(one).kebabs).toBe(several))

  test("has the plural that it was given", () => {
    expect(entityNames("person", "people")).toMatchObject({ entities: "people", Entities: "People" })
  })

  test.each(["round", "reporting-round", "b2b-round"])("may be called %s", (name) =>
    expect(faultOfEntity(name)).toBeNull(),
  )

  test.each(["", "Round", "reporting_round", "-round", "round-", "vòng", "x".repeat(41)])(
    "may not be called “%s”",
    (name) => expect(faultOfEntity(name)).toContain("e.g. reporting-round"),
  )
})
