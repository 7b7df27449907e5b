import { addDays, type CalendarDate, dayOf } from "@plan43/calendar"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  allocationRefusals,
  changeRefusals,
  destinationsOf,
  type FoundedBody,
  type KnownBodies,
  type ProposedChange,
  type StandingBody,
} from "./change-rules.ts"

const TODAY = dayOf(2026, 11, 26)
const MARCH = dayOf(2025, 3, 1)

const body = (code: string, days: Partial<StandingBody> = {}): StandingBody => ({
  id: `id of ${code}`,
  code,
  name: `Sở ${code}`,
  kind: "DEPARTMENT",
  validFrom: null,
  validTo: null,
  ...days,
})

const founded = (code: string, details: Partial<FoundedBody> = {}) => ({
  founded: { code, name: `Sở mới ${code}`, shortName: null, kind: "DEPARTMENT" as const, ...details },
})

const first = body("a")
const second = body("b")
const third = body("c")

const merger = (details: Partial<ProposedChange> = {}): ProposedChange => ({
  kind: "MERGER",
  effectiveOn: MARCH,
  document: {
    number: "21/NQ-HĐND",
    issuedOn: dayOf(2025, 2, 25),
    issuer: "HĐND Thành phố Hà Nội",
    link: null,
  },
  predecessors: [first],
  successors: [{ standing: second }],
  joining: [],
  leaving: [],
  ...details,
})

const known = (details: Partial<KnownBodies> = {}): KnownBodies => ({
  today: TODAY,
  bodies: [first, second, third],
  successions: [],
  memberships: [],
  ...details,
})

const reasons = (change: ProposedChange, against = known()) =>
  changeRefusals(change, against).map(({ reason, field }) => `${field}: ${reason}`)

describe("a change", () => {
  test("stands when one body goes into another that exists", () => {
    expect(reasons(merger())).toEqual([])
  })

  test("has as many bodies on each side as its kind says, new or not", () => {
    expect(reasons(merger({ successors: [] }))).toEqual(["successors: SUCCESSORS_WRONG_NUMBER"])
    expect(reasons(merger({ successors: [founded("d")] }))).toEqual([
      "predecessors: PREDECESSORS_WRONG_NUMBER",
    ])
    expect(reasons(merger({ predecessors: [first, second], successors: [founded("d")] }))).toEqual([])
    expect(reasons(merger({ kind: "SPLIT" }))).toEqual(["successors: SUCCESSORS_WRONG_NUMBER"])
    expect(reasons(merger({ kind: "SPLIT", successors: [founded("d"), { standing: second }] }))).toEqual([])
    expect(reasons(merger({ kind: "RENAMING" }))).toEqual(["successors.0.agency: SUCCESSOR_MUST_BE_NEW"])
    expect(reasons(merger({ kind: "DISSOLUTION", successors: [] }))).toEqual([])
    expect(reasons(merger({ kind: "DISSOLUTION", successors: [founded("d")] }))).toEqual([
      "successors.0.founded: SUCCESSOR_MUST_EXIST",
    ])
    expect(reasons(merger({ kind: "FOUNDING", predecessors: [], successors: [founded("d")] }))).toEqual([])
    expect(reasons(merger({ kind: "FOUNDING", successors: [founded("d")] }))).toEqual([
      "predecessors: PREDECESSORS_WRONG_NUMBER",
    ])
  })

  test("names a body once, on one side", () => {
    expect(reasons(merger({ successors: [{ standing: first }] }))).toEqual(["successors.0: BODY_TWICE"])
    expect(reasons(merger({ predecessors: [first, first] }))).toEqual(["predecessors.1: BODY_TWICE"])
  })

  test("is of bodies or of groups, not of both", () => {
    const group = body("g", { kind: "GROUP" })
    const other = body("h", { kind: "GROUP" })
    expect(reasons(merger({ predecessors: [group] }))).toEqual(["successors.0.agency: GROUPS_AND_BODIES"])
    expect(reasons(merger({ successors: [{ standing: group }] }))).toEqual([
      "successors.0.agency: GROUPS_AND_BODIES",
    ])
    expect(reasons(merger({ predecessors: [group], successors: [{ standing: other }] }))).toEqual([])
    expect(
      reasons(
        merger({ kind: "RENAMING", predecessors: [group], successors: [founded("i", { kind: "GROUP" })] }),
      ),
    ).toEqual([])
  })

  test("that splits a group names the members of each", () => {
    const group = body("g", { kind: "GROUP" })
    const split = merger({
      kind: "SPLIT",
      predecessors: [group],
      successors: [{ ...founded("h", { kind: "GROUP" }), members: [first] }, founded("i", { kind: "GROUP" })],
    })
    expect(reasons(split)).toEqual(["successors.1.members: MEMBERS_MISSING"])
  })

  test("is of bodies that exist the day before, and goes to some that exist on the day", () => {
    const ended = body("e", { validTo: addDays(MARCH, -1) })
    const young = body("y", { validFrom: MARCH })
    expect(reasons(merger({ predecessors: [ended] }))).toEqual(["predecessors.0: BODY_NO_LONGER_EXISTS"])
    expect(reasons(merger({ successors: [{ standing: ended }] }))).toEqual([
      "successors.0.agency: BODY_NO_LONGER_EXISTS",
    ])
    expect(reasons(merger({ predecessors: [young] }))).toEqual(["predecessors.0: BODY_NOT_YET"])
    expect(reasons(merger({ successors: [{ standing: young }] }))).toEqual([])
    expect(reasons(merger({ effectiveOn: addDays(MARCH, -1), successors: [{ standing: young }] }))).toEqual([
      "successors.0.agency: BODY_NOT_YET",
    ])
  })

  test("does not overlap with another: of a body whose end is recorded, or that others join later", () => {
    const ending = body("e", { validTo: addDays(MARCH, 30) })
    expect(reasons(merger({ predecessors: [ending] }))).toEqual(["predecessors.0: BODY_ENDS_ALREADY"])
    const later = { predecessorId: third.id, successorId: first.id, on: addDays(MARCH, 10) }
    expect(reasons(merger(), known({ successions: [later] }))).toEqual(["predecessors.0: LATER_CHANGE"])
    expect(reasons(merger({ effectiveOn: addDays(MARCH, 11) }), known({ successions: [later] }))).toEqual([])
  })

  test("makes nobody its own successor", () => {
    const back = { predecessorId: second.id, successorId: first.id, on: addDays(MARCH, -100) }
    expect(reasons(merger(), known({ successions: [back] }))).toEqual(["successors.0.agency: CYCLE"])
  })

  test("founds bodies under a code and a name that no other has", () => {
    const merged = (details: Partial<FoundedBody>, code = "d") =>
      reasons(merger({ predecessors: [first, second], successors: [founded(code, details)] }))
    expect(merged({}, "Sở D")).toEqual(["successors.0.founded.code: CODE_MALFORMED"])
    expect(merged({}, third.code)).toEqual(["successors.0.founded.code: CODE_TAKEN"])
    expect(merged({ name: " sở  C " })).toEqual(["successors.0.founded.name: NAME_TAKEN"])
    expect(merged({ name: "  " })).toEqual(["successors.0.founded.name: NAME_MISSING"])
    expect(merged({ kind: "GROUP" })).toEqual(["successors.0.founded.kind: GROUPS_AND_BODIES"])
  })

  test("may take the name of one of those that end, except by renaming", () => {
    expect(
      reasons(merger({ predecessors: [first, second], successors: [founded("d", { name: first.name })] })),
    ).toEqual([])
    expect(reasons(merger({ kind: "RENAMING", successors: [founded("d", { name: first.name })] }))).toEqual([
      "successors.0.founded.name: NAME_TAKEN",
    ])
  })

  test("rests on a document that was issued, about the time it takes effect", () => {
    const document = merger().document
    expect(reasons(merger({ document: { ...document, number: " " } }))).toEqual([
      "document.number: DOCUMENT_MISSING",
    ])
    expect(
      reasons(
        merger({ effectiveOn: dayOf(2027, 1, 1), document: { ...document, issuedOn: addDays(TODAY, 1) } }),
      ),
    ).toEqual(["document.issuedOn: DOCUMENT_IN_FUTURE"])
    expect(reasons(merger({ effectiveOn: dayOf(2052, 3, 1) }))).toEqual(["effectiveOn: DATE_IMPLAUSIBLE"])
  })
})

describe("people of bodies that end", () => {
  const people = ["x", "y"].map((id) => ({ id, name: id, agencyId: first.id }))

  test("go to the only body that follows, unless something else was chosen", () => {
    expect([...destinationsOf(people, ["b"], new Map([["y", null]])).values()]).toEqual(["b", null])
  })

  test("must be told where to go when several follow, and end where none does", () => {
    expect([...destinationsOf(people, ["b", "c"], new Map([["x", "c"]])).values()]).toEqual(["c", undefined])
    expect([...destinationsOf(people, [], new Map()).values()]).toEqual([null, null])
  })
})

test("whatever is recorded one after the other, every body leads to bodies that exist, and none to itself", () => {
  const codes = ["a", "b", "c", "d", "e"]
  const step = fc.record({
    from: fc.constantFrom(...codes),
    to: fc.constantFrom(...codes),
    day: fc.integer({ min: 0, max: 60 }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let bodies = codes.map((code) => body(code))
      const successions: { predecessorId: string; successorId: string; on: CalendarDate }[] = []
      for (const { from, to, day } of steps) {
        const [predecessor, successor] = [from, to].map((code) => bodies.find((one) => one.code === code))
        if (predecessor === undefined || successor === undefined) continue
        const effectiveOn = addDays(MARCH, day)
        const change = merger({
          effectiveOn,
          predecessors: [predecessor],
          successors: [{ standing: successor }],
        })
        if (changeRefusals(change, known({ bodies, successions })).length > 0) continue
        bodies = bodies.map((one) =>
          one.code === from ? { ...one, validTo: addDays(effectiveOn, -1) } : one,
        )
        successions.push({ predecessorId: predecessor.id, successorId: successor.id, on: effectiveOn })
      }
      for (const { id } of bodies) {
        const passed = new Set<string>()
        let at = bodies.find((one) => one.id === id)
        while (at !== undefined && at.validTo !== null) {
          expect(passed.has(at.id)).toBe(false)
          passed.add(at.id)
          const arrow = successions.find(({ predecessorId }) => predecessorId === at?.id)
          at = bodies.find((one) => one.id === arrow?.successorId)
        }
        expect(at).toBeDefined()
      }
    }),
  )
})

describe("a change of members", () => {
  const group = body("g", { kind: "GROUP" })
  const above = body("h", { kind: "GROUP" })
  const against = known({
    bodies: [first, second, third, group, above],
    memberships: [
      { groupId: group.id, memberId: first.id },
      { groupId: above.id, memberId: group.id },
    ],
  })
  const change = (details: Partial<ProposedChange>) =>
    reasons(
      merger({ kind: "MEMBERSHIP", predecessors: [], successors: [{ standing: group }], ...details }),
      against,
    )

  test("says who joins a group and who leaves it", () => {
    expect(change({ joining: [second], leaving: [first] })).toEqual([])
    expect(change({})).toEqual(["joining: MEMBERS_MISSING"])
    expect(change({ joining: [second], successors: [{ standing: third }] })).toEqual([
      "successors.0.agency: NOT_A_GROUP",
    ])
  })

  test("lets nobody join twice, leave without belonging, or belong before it exists and after it ended", () => {
    expect(change({ joining: [first] })).toEqual(["joining.0: ALREADY_MEMBER"])
    expect(change({ leaving: [second] })).toEqual(["leaving.0: NOT_A_MEMBER"])
    expect(change({ joining: [second], leaving: [second] })).toContain("leaving.0: BODY_TWICE")
    expect(change({ joining: [body("y", { validFrom: addDays(MARCH, 1) })] })).toEqual([
      "joining.0: BODY_NOT_YET",
    ])
    expect(change({ joining: [body("e", { validTo: addDays(MARCH, -1) })] })).toEqual([
      "joining.0: BODY_NO_LONGER_EXISTS",
    ])
  })

  test("puts no group into itself", () => {
    expect(change({ joining: [above] })).toEqual(["joining.0: GROUP_IN_ITSELF"])
  })
})

describe("what a split gives by name", () => {
  const task = "0e0f7b3a-3f3e-4b59-9d2f-0a3c5e8c1a11"
  const refused = (asked: Partial<Parameters<typeof allocationRefusals>[0]>, successors = [first, second]) =>
    allocationRefusals({ rest: null, allocations: [], ...asked }, successors).map(
      ({ reason, field }) => `${field}: ${reason}`,
    )

  test("goes to one of several that follow, by code or identifier; so does the rest", () => {
    expect(refused({ rest: first.code, allocations: [{ id: task, to: second.id }] })).toEqual([])
    expect(refused({ rest: third.code, allocations: [{ id: task, to: third.code }] })).toEqual([
      "rest: NOT_A_SUCCESSOR",
      "allocations.0.to: NOT_A_SUCCESSOR",
    ])
  })

  test("is nothing where only one follows", () => {
    expect(refused({ rest: first.code }, [first])).toEqual(["rest: NOTHING_TO_DIVIDE"])
    expect(refused({}, [first])).toEqual([])
  })

  test("names each thing once, by its identifier", () => {
    const twice = [
      { id: task, to: first.code },
      { id: task.toUpperCase(), to: second.code },
      { id: "nhiệm vụ 40", to: second.code },
    ]
    expect(refused({ allocations: twice })).toEqual([
      "allocations.1.id: SUBJECT_TWICE",
      "allocations.2.id: SUBJECT_MALFORMED",
    ])
  })
})
