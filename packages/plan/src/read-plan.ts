import { createHash } from "node:crypto"
import { readHeader } from "./header/read-header.ts"
import { INDICATOR_COLUMNS, readIndicators } from "./indicator/read-indicators.ts"
import { readMeasures } from "./measure/read-measures.ts"
import { readObligations } from "./obligation/read-obligations.ts"
import type { PublishedPlan } from "./published-plan.ts"
import { checkPurposes } from "./purpose/check-purposes.ts"
import { tableCellsOf } from "./table/table-cells.ts"
import { readTasks } from "./task/read-tasks.ts"
import { TASK_COLUMNS } from "./task/task-rows.ts"
import { planPartsOf } from "./text/plan-parts.ts"
import { IssueList } from "./text/plan-text-invalid.ts"
import { linesOf } from "./text/text-line.ts"

/**
 * Reads the plan, or a later wording of it: rows and words may change, the layout may not. Either everything is read
 * or nothing is: a text that would have to be guessed at is refused with the list of its faults.
 * @param text the whole text as published, tables flattened to one cell a line
 * @throws PlanTextInvalid with every fault found, line by line
 */
export function readPlan(text: string): PublishedPlan {
  const issues = new IssueList()
  const lines = linesOf(text, issues)
  issues.throwIfAny()
  const parts = planPartsOf(lines, issues)
  if (parts === null) return refuse(issues)
  const header = readHeader(parts.properties, parts.letterhead, issues)
  checkPurposes(parts.purposes, issues)
  const measures = readMeasures(parts.measures, issues)
  const obligations = readObligations(parts.obligations, issues)
  const indicatorCells = tableCellsOf("Phụ lục I", parts.indicators, INDICATOR_COLUMNS, issues)
  const indicators = indicatorCells && readIndicators(indicatorCells, issues)
  const taskCells = tableCellsOf("Phụ lục II", parts.tasks, TASK_COLUMNS, issues)
  const annex = taskCells && readTasks(taskCells, issues)
  issues.throwIfAny()
  if (header === null || indicators === null || annex === null) return refuse(issues)
  return {
    ...header,
    textSha256: createHash("sha256").update(text).digest("hex"),
    ...annex,
    indicators,
    measures,
    obligations,
  }
}

/** A part could not be read: there is at least one issue that says so. */
function refuse(issues: IssueList): never {
  issues.throwIfAny()
  throw new Error("a part of the plan was refused without saying why")
}
