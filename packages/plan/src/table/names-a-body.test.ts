import { describe, expect, test } from "vitest"
import { publishedPlanText, readPlan } from "../index.ts"
import { namesABody, namesATask, namesATaskOrResult } from "./names-a-body.ts"

const { tasks, indicators } = readPlan(publishedPlanText())
const titles = tasks.map(({ title }) => title)
const results = tasks.flatMap(({ expectedResult }) => expectedResult ?? [])
const bodies = [
  ...tasks.flatMap(({ leadText, coordinatorText }) => [leadText, coordinatorText]),
  ...indicators.map(({ leadText }) => leadText),
].filter((cell) => cell !== "")

describe("a cell of the published plan", () => {
  test("in a column of bodies is known by how it begins", () => {
    expect(bodies.filter((cell) => !namesABody(cell))).toEqual([])
    expect(bodies.filter(namesATaskOrResult)).toEqual([])
  })

  test("that names a task or a result is no body", () => {
    expect([...titles, ...results].filter(namesABody)).toEqual([])
    expect([...titles, ...results].filter((cell) => !namesATaskOrResult(cell))).toEqual([])
  })

  test("that names a task is no result, but for two that begin as results may", () => {
    expect(results.filter(namesATask)).toEqual([])
    expect(tasks.filter(({ title }) => !namesATask(title)).map(({ code }) => code)).toEqual(["51", "114"])
  })
})
