import { expect, test } from "vitest"
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
  })
})

test("words, form of deadline and order reach the graph under its own names", () => {
  expect(questionOf({ q: "chuyen doi so", deadline: "MONTH,QUARTER", sort: "-DUE_ON" })).toEqual({
    filter: { text: "chuyen doi so", deadlineKind: ["MONTH", "QUARTER"] },
    orderBy: { field: "DUE_ON", direction: "DESC" },
    asOf: null,
  })
})

test("a status that does not exist narrows nothing", () => {
  expect(questionOf({ status: "LATE" }).filter.status).toBeUndefined()
})
