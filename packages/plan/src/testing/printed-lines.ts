import type { PublishedPlan } from "../published-plan.ts"
import type { PublishedTask } from "../task/published-task.ts"
import type { Lines } from "../text/text-line.ts"

/** A piece of a plan as the text must print it, and where. */
export interface PrintedPiece {
  lines: Lines
  printed: string[]
}

/** A cell of a table: its text and the bar that closes it. */
function cell(text: string | null): string {
  return text === null || text === "" ? "|" : `${text} |`
}

function printedTask(task: PublishedTask): string[] {
  const numberCell = task.number === null ? [] : [cell(task.number)]
  const closingCell = task.number === null ? [cell(null)] : []
  return [
    ...numberCell,
    ...[task.title, task.leadText, task.coordinatorText, task.expectedResult, task.deadline.text].map(cell),
    ...closingCell,
    ...task.phases.flatMap((phase) =>
      [phase.name, null, null, phase.expectedResult, phase.deadline.text, null].map(cell),
    ),
  ]
}

/**
 * Prints a plan back: reading is right when every piece equals the lines that it names. Nothing here is shared with the
 * reader.
 */
export function printedPieces(
  plan: PublishedPlan,
): Record<"tasks" | "indicators" | "paragraphs", PrintedPiece[]> {
  return {
    tasks: [
      ...plan.sections.map(({ numeral, title, lines }) => ({
        lines,
        printed: [cell(numeral), cell(title), "||||"],
      })),
      ...plan.tasks.map((task) => ({ lines: task.lines, printed: printedTask(task) })),
    ].toSorted((one, other) => one.lines.first - other.lines.first),
    indicators: plan.indicators.map((row) => ({
      lines: row.lines,
      printed: [row.code, row.name, row.unit, row.targetText, row.leadText].map(cell),
    })),
    paragraphs: [
      ...plan.measures.map(({ number, text, lines }) => ({ lines, printed: [`${number} ${text}`] })),
      ...plan.obligations.map(({ number, text, lines }) => ({ lines, printed: [`${number}. ${text}`] })),
    ],
  }
}
