import { expect, test } from "vitest"
import { overviewSearch } from "../overview/overview-search.ts"
import { taskQuestion, taskSearch } from "./task-search.ts"

function questionOf(search: Record<string, string>) {
  return taskQuestion(taskSearch.read(taskSearch.known(search)).values)
}

test("a link from the overview asks the graph for exactly the rows that were counted", () => {
  expect(questionOf({ section: "II", status: "OVERDUE", asOf: "2026-11-24" })).toEqual({
    filter: {
      section: ["II"],
      status: ["OVERDUE"],
      asOf: "2026-11-24",
      text: undefined,
      deadlineKind: undefined,
    },
    orderBy: null,
    asOf: "2026-11-24",
    deadlines: null,
  })
})

test("a figure by the original deadlines leads to rows that are chosen and shown by them", () => {
  const { values } = overviewSearch.read(overviewSearch.known({ deadlines: "ORIGINAL", asOf: "2026-11-24" }))
  const address = taskSearch.write({ status: ["OVERDUE"], ...values })
  expect(address).toEqual({ status: "OVERDUE", asOf: "2026-11-24", deadlines: "ORIGINAL" })
  expect(questionOf(address)).toMatchObject({
    filter: { status: ["OVERDUE"], asOf: "2026-11-24", deadlines: "ORIGINAL" },
    asOf: "2026-11-24",
    deadlines: "ORIGINAL",
  })
})

test("words, form of deadline and order reach the graph under its own names", () => {
  expect(questionOf({ q: "chuyen doi so", deadline: "MONTH,QUARTER", sort: "-DUE_ON" })).toEqual({
    filter: { text: "chuyen doi so", deadlineKind: ["MONTH", "QUARTER"] },
    orderBy: { field: "DUE_ON", direction: "DESC" },
    asOf: null,
    deadlines: null,
  })
})

test("a status that does not exist narrows nothing", () => {
  expect(questionOf({ status: "LATE" }).filter.status).toBeUndefined()
})
