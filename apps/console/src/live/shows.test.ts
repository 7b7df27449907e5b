import { expect, test } from "vitest"
import { shows } from "./shows.ts"

const partner = { source: "cooperation", kind: "Partner", subjectId: "p1" }

test.each([
  ["the thing", { partner: { __typename: "Partner", id: "p1" } }, true],
  ["another of its kind", { partner: { __typename: "Partner", id: "p2" } }, false],
  [
    "a list where it may stand, even an empty one",
    { partners: { __typename: "PartnerConnection", edges: [] } },
    true,
  ],
  ["the thing within others", { a: [{ b: { __typename: "Partner", id: "p1" } }] }, true],
  ["something else", { tasks: { __typename: "TaskConnection", edges: [] } }, false],
  ["nothing", null, false],
])("%s", (_what, answer, expected) => expect(shows(answer, partner)).toBe(expected))

test("figures are worked out from whatever changed of their part of the graph", () => {
  const report = { source: "tasks", kind: "TaskObligation", subjectId: "o1" }
  expect(shows({ taskSummary: { __typename: "TaskSummary", total: 144 } }, report)).toBe(true)
  expect(shows({ taskSummary: { __typename: "TaskSummary", total: 144 } }, partner)).toBe(false)
})

test.each([
  ["the morning", { morning: { __typename: "Morning", items: [] } }],
  ["reports to verify", { reportsToVerify: { __typename: "ProgressReportConnection", edges: [] } }],
  ["agencies to remind", { agenciesToRemind: { __typename: "AgencyToRemindConnection", edges: [] } }],
  ["what was escalated", { escalatedObligations: { __typename: "TaskObligationConnection", edges: [] } }],
])("what agencies report may fill a list that was empty: %s", (_what, answer) => {
  expect(shows(answer, { source: "tasks", kind: "TaskObligation", subjectId: "o1" })).toBe(true)
  expect(shows(answer, partner)).toBe(false)
})

test("an obstacle may be the first of a list", () => {
  const raised = { source: "tasks", kind: "Obstacle", subjectId: "o1" }
  expect(shows({ sentUp: { __typename: "ObstacleConnection", edges: [] } }, raised)).toBe(true)
})

test("what somebody wrote to a report makes nothing else of its round another", () => {
  const written = { source: "reporting", kind: "Commentary", subjectId: "c1" }
  const round = { __typename: "ReportingRound", id: "r1" }
  expect(shows({ round: { ...round, synthesis: { sections: [] } } }, written)).toBe(false)
  expect(shows({ round: { ...round, commentary: [] } }, written)).toBe(true)
  expect(shows({ round: { ...round, commentary: [{ __typename: "Commentary", id: "c2" }] } }, written)).toBe(
    true,
  )
  const locked = { source: "reporting", kind: "ReportingRound", subjectId: "r1" }
  expect(shows({ round: { ...round, synthesis: { sections: [] } } }, locked)).toBe(true)
})

test("the count in the bell is of what is in the inbox", () => {
  const inbox = { source: "notifications", kind: "InboxEntry", subjectId: "" }
  expect(shows({ unreadNotifications: 3 }, inbox)).toBe(true)
})
