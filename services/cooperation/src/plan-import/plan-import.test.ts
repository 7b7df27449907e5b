import { agencyRegister } from "@plan43/agency-register"
import { publishedPlanText, readPlan } from "@plan43/plan"
import { planKeyOf, stableId } from "@plan43/published-rows"
import { describe, expect, test } from "vitest"
import { planImport } from "./index.ts"

const plan = readPlan(publishedPlanText())
const planKey = planKeyOf(plan)

function programmesOf(given: typeof plan) {
  const [table] = planImport.tablesOf({ plan: given, register: agencyRegister })
  if (table === undefined) throw new Error("the import has a table of programmes")
  return table
}

const programme = (code: string) => programmesOf(plan).rows.find((row) => row.code === code)
const tasks = (...codes: string[]) => codes.map((code) => stableId("task", planKey, code))
const indicators = (...codes: string[]) => codes.map((code) => stableId("indicator", planKey, code))

describe("the programmes of the plan", () => {
  test("stand in printed order", () => {
    expect(programmesOf(plan).rows.map(({ code }) => code)).toEqual([
      "measure-4.9",
      "measure-7.1",
      "measure-7.2",
      "measure-7.3",
      "measure-7.4",
      "measure-7.5",
      "task-93",
      "task-135",
      "task-136",
      "task-137",
      "task-138",
      "task-139",
      "task-140",
    ])
  })

  test.each([
    ["task-93", "vien-ncpt-ktxh"],
    ["task-136", "vp-ubnd-tp"],
    ["task-139", "so-khcn"],
  ])("%s is led by %s", (code, agency) => {
    expect(programme(code)?.lead_ids).toEqual([stableId("agency", agency)])
  })

  test.each([
    ["measure-4.9", tasks("93"), indicators("18", "19")],
    ["measure-7.2", tasks("31", "34", "139"), []],
    ["task-136", tasks("134"), indicators("24", "39")],
    ["task-138", tasks("36"), []],
    ["measure-7.5", [], []],
  ])("%s is linked with what shares its words", (code, relatedTasks, relatedIndicators) => {
    expect(programme(code)).toMatchObject({
      related_task_ids: relatedTasks,
      related_indicator_ids: relatedIndicators,
    })
  })

  test("lose the one whose task an amended text no longer has, and the links to it", () => {
    const amended = { ...plan, tasks: plan.tasks.filter(({ code }) => code !== "93") }
    const { rows } = programmesOf(amended)
    expect(rows.map(({ code }) => code)).not.toContain("task-93")
    expect(rows.find(({ code }) => code === "measure-4.9")?.related_task_ids).toEqual([])
  })

  test("are not touched by the import of another plan, which has none", () => {
    const another = programmesOf({ ...plan, number: "139/KH-UBND" })
    expect(another.rows).toEqual([])
    expect(another.scope).not.toBe(programmesOf(plan).scope)
  })
})
