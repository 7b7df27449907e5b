import { anyCooperation, cooperationTable } from "./cooperation-table.ts"
import type { SynthesisContent } from "./synthesis-content.ts"
import {
  agencyTable,
  indicatorTable,
  obstacleTable,
  questionTable,
  reportTable,
  type SynthesisTable,
  sayingTable,
  saysAnything,
} from "./tables.ts"
import { hasResultsApart, resultTable, taskTable } from "./task-tables.ts"

const TABLES = {
  TASKS: tasksWithNames,
  INDICATORS: indicatorTable,
  AGENCIES: agencyTable,
  REPORTS: reportTable,
  SAYINGS: sayingTable,
  OBSTACLES: obstacleTable,
  COOPERATION: cooperationTable,
  QUESTIONS: questionTable,
  RESULTS: resultTable,
} as const satisfies Record<string, (content: SynthesisContent) => SynthesisTable>

export type AnnexKey = keyof typeof TABLES

/** Those that every report has, also where nothing stands in them. */
const ALWAYS: readonly AnnexKey[] = ["TASKS", "INDICATORS", "AGENCIES", "REPORTS"]

const NUMERALS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]

/** A table that follows the report, under its name, e.g. "Phụ lục I". */
export interface SynthesisAnnex {
  key: AnnexKey
  name: string
  table: SynthesisTable
}

/** The annexes in their order. */
export function annexesOf(content: SynthesisContent): SynthesisAnnex[] {
  return keysOf(content).map((key, place) => ({ key, name: nameOf(place), table: TABLES[key](content) }))
}

/** The name of an annex, for a sentence that leads there. */
export function annexOf(content: SynthesisContent, key: AnnexKey): string {
  return nameOf(keysOf(content).indexOf(key))
}

function keysOf(content: SynthesisContent): AnnexKey[] {
  return [
    ...ALWAYS,
    ...(content.lines.some(saysAnything) ? (["SAYINGS"] as const) : []),
    ...((content.obstacles ?? []).length > 0 ? (["OBSTACLES"] as const) : []),
    ...(anyCooperation(content) ? (["COOPERATION"] as const) : []),
    ...((content.questions ?? []).length > 0 ? (["QUESTIONS"] as const) : []),
    ...(hasResultsApart(content) ? (["RESULTS"] as const) : []),
  ]
}

function tasksWithNames(content: SynthesisContent): SynthesisTable {
  return taskTable(content, { results: annexOf(content, "RESULTS"), sayings: annexOf(content, "SAYINGS") })
}

function nameOf(place: number): string {
  return `Phụ lục ${NUMERALS[place]}`
}
