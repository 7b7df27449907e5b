import { readsAsDeadline } from "../deadline/read-deadline.ts"
import { isNumeral } from "../section/published-section.ts"
import { namesABody, namesATask, namesATaskOrResult } from "../table/names-a-body.ts"
import type { TableCell } from "../table/table-cells.ts"
import { type IssueList, quoted } from "../text/plan-text-invalid.ts"
import { TASK_COLUMNS, type TaskRow } from "./task-rows.ts"

const [, TITLE, LEAD, COORDINATOR, RESULT] = TASK_COLUMNS

/** A number, a numeral or a deadline: never a name or a result. */
function isOfAnotherColumn({ text }: TableCell): boolean {
  return /^[\d./-]+$/.test(text) || isNumeral(text) || readsAsDeadline(text)
}

/**
 * Holds every cell of a row against its column, because a line too many or too few shifts all that follow. Only what
 * surely belongs elsewhere is refused: words may change, and new bodies appear.
 */
export function checkTaskCells({ title, lead, coordinator, result }: TaskRow, issues: IssueList): void {
  if (title.text === "") issues.add("CELL_EMPTY", title.line, "Phụ lục II: thiếu tên nhiệm vụ.", TITLE)
  else if (isOfAnotherColumn(title) || namesABody(title.text)) refuse(title, TITLE, issues)
  if (lead.text === "")
    issues.add("CELL_EMPTY", lead.line, "Phụ lục II: nhiệm vụ thiếu cơ quan chủ trì.", LEAD)
  else if (isOfAnotherColumn(lead) || namesATaskOrResult(lead.text)) refuse(lead, LEAD, issues)
  if (isOfAnotherColumn(coordinator) || namesATaskOrResult(coordinator.text))
    refuse(coordinator, COORDINATOR, issues)
  if (namesATask(result.text)) refuse(result, RESULT, issues)
  else checkResult(result, issues)
}

/** Holds the result of a task or a phase against its column; a phase may be named like a task ("Duy trì …"). */
export function checkResult(result: TableCell, issues: IssueList): void {
  if (isOfAnotherColumn(result) || namesABody(result.text)) refuse(result, RESULT, issues)
}

function refuse({ line, text }: TableCell, column: string, issues: IssueList): void {
  issues.add(
    "CELL_IMPLAUSIBLE",
    line,
    `Phụ lục II: ${quoted(text)} không thể nằm ở cột này; các ô có thể bị lệch.`,
    column,
  )
}
