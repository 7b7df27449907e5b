import { expect, test } from "vitest"
import { changeForm, changeOf, EMPTY_CHANGE, NOTHING_CHOSEN, placed } from "./change-form.ts"

const typed = {
  ...EMPTY_CHANGE,
  kind: "SPLIT",
  effectiveOn: "2026-12-01",
  number: "12/NQ-HĐND",
  issuedOn: "2026-11-20",
  issuer: "HĐND Thành phố",
  predecessors: [{ id: "a", name: "Sở A" }],
  successors: [{ id: "b", name: "Sở B" }],
  code2: "so-c",
  name2: "Sở C",
}
const read = changeForm.parse(typed)

test("what is typed becomes what is sent: bodies that exist, then those that are new", () => {
  expect(changeOf(read, { ...NOTHING_CHOSEN, people: new Map([["p", null]]) })).toEqual({
    kind: "SPLIT",
    effectiveOn: "2026-12-01",
    document: { number: "12/NQ-HĐND", issuedOn: "2026-11-20", issuer: "HĐND Thành phố", link: null },
    predecessors: ["a"],
    successors: [
      { agency: "b" },
      { founded: { code: "so-c", name: "Sở C", shortName: null, kind: "DEPARTMENT" } },
    ],
    people: [{ assignmentId: "p", to: null }],
  })
})

test("what was typed for another kind of change before is not sent", () => {
  const renaming = changeForm.parse({ ...typed, kind: "RENAMING", code1: "so-d", name1: "Sở D" })
  expect(changeOf(renaming, NOTHING_CHOSEN).successors).toEqual([
    { founded: { code: "so-d", name: "Sở D", shortName: null, kind: "DEPARTMENT" } },
  ])
})

test("an error is placed at the field that it is about", () => {
  const error = (field: string) => ({ reason: "X", message: "x", field })
  const fields = placed(
    read,
    ["successors.1.founded.code", "successors.0.agency", "document.number", "predecessors.0"].map(error),
  ).map(({ field }) => field)
  expect(fields).toEqual(["code2", "successors.0.agency", "document.number", "predecessors.0"])
})

test("what is given by name is sent, and who gets the rest", () => {
  const chosen = {
    ...NOTHING_CHOSEN,
    rest: "so-b",
    allocations: new Map([["t", { kind: "TASK" as const, to: "so-c" }]]),
  }
  expect(changeOf(read, chosen)).toMatchObject({
    rest: "so-b",
    allocations: [{ id: "t", kind: "TASK", to: "so-c" }],
  })
})

test("a group is divided among new groups with their members; its own members change by joining and leaving", () => {
  const pick = (id: string) => ({ id, name: id })
  const split = changeForm.parse({ ...typed, subject: "GROUPS", members2: [pick("m")] })
  expect(changeOf(split, NOTHING_CHOSEN).successors).toEqual([
    { founded: { code: "so-c", name: "Sở C", shortName: null, kind: "GROUP" }, members: ["m"] },
  ])
  expect(placed(split, [{ reason: "X", message: "x", field: "successors.0.members" }])[0]?.field).toBe(
    "members2",
  )
  const membership = changeForm.parse({
    ...typed,
    kind: "MEMBERSHIP",
    group: pick("g"),
    joining: [pick("j")],
    leaving: [pick("l")],
  })
  expect(changeOf(membership, NOTHING_CHOSEN)).toMatchObject({
    predecessors: [],
    successors: [{ agency: "g" }],
    joining: ["j"],
    leaving: ["l"],
  })
})
