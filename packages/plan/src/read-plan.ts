import { createHash } from "node:crypto"
import { readIndicators } from "./annex/read-indicators.ts"
import { readTasks } from "./annex/read-tasks.ts"
import { readMeasures, readObligations } from "./measure/read-paragraphs.ts"
import type { PublishedPlan } from "./published-plan.ts"
import { divideText } from "./text/divide-text.ts"
import { invalid } from "./text/plan-text-invalid.ts"
import { readHeader } from "./text/read-header.ts"
import { TextLines } from "./text/text-lines.ts"

/**
 * Reads a published plan: all of it, or nothing.
 * @param text as published: tables flattened to one cell a line, “|” closes a cell
 * @throws PlanTextInvalid naming line and cell; never anything else
 */
export function readPlan(text: string): PublishedPlan {
  if (text.trim() === "") invalid("TEXT_EMPTY", "văn bản trống")
  const lines = TextLines.of(text)
  const parts = divideText(lines)
  const { sections, tasks } = readTasks(parts.tasks)
  return {
    ...readHeader(parts.header, lines),
    textSha256: createHash("sha256").update(text).digest("hex"),
    sections,
    tasks,
    indicators: readIndicators(parts.indicators),
    measures: readMeasures(parts.measures),
    obligations: readObligations(parts.obligations),
  }
}
