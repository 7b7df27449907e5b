import { resolveAgencyCell } from "@plan43/agency-register"
import { agencyTables } from "@plan43/agency-scope/plan-import"
import {
  type PublishedSource,
  type PublishedTable,
  planKeyOf,
  type Row,
  type SubgraphImport,
  stableId,
} from "@plan43/published-rows"
import { NUMBER_OF_PLAN, PROGRAMMES_OF_PLAN, type ProgrammeOfPlan } from "./programmes-of-plan.ts"

/**
 * What an import writes into the tables of this subgraph: the plan's programmes, which agencies there are, and nothing that
 * people record.
 */
export const planImport: SubgraphImport = {
  schema: "cooperation",
  tablesOf: (source: PublishedSource): PublishedTable[] => [
    {
      table: "programme",
      key: ["id"],
      whenGone: "withdraw",
      scope: `plan_id = '${stableId("plan", planKeyOf(source.plan))}'`,
      label: (row) => `chương trình hợp tác ${row.code}`,
      rows: programmeRows(source),
    },
    ...agencyTables(source.register),
  ],
}

/** Another plan counts its tasks and measures differently: nothing is known of its programmes. */
function programmeRows(source: PublishedSource): Row[] {
  if (source.plan.number !== NUMBER_OF_PLAN) return []
  return PROGRAMMES_OF_PLAN.map((programme, index) => programmeRow(source, programme, index + 1)).filter(
    (row) => row !== null,
  )
}

function programmeRow(source: PublishedSource, programme: ProgrammeOfPlan, position: number): Row | null {
  const printed =
    programme.task === undefined ? ofMeasure(source, programme.measure) : ofTask(source, programme.task)
  if (printed === null) return null
  const { plan } = source
  const planKey = planKeyOf(plan)
  const taskCodes = new Set(plan.tasks.map((task) => task.code))
  const indicatorCodes = new Set(plan.indicators.map((indicator) => indicator.code))
  return {
    ...printed,
    id: stableId("cooperation-programme", planKey, String(printed.code)),
    plan_id: stableId("plan", planKey),
    theme: programme.theme,
    related_task_ids: programme.relatedTasks
      .filter((code) => taskCodes.has(code))
      .map((code) => stableId("task", planKey, code)),
    related_indicator_ids: programme.relatedIndicators
      .filter((code) => indicatorCodes.has(code))
      .map((code) => stableId("indicator", planKey, code)),
    document: plan.number,
    position,
  }
}

function ofTask({ plan, register }: PublishedSource, code: string): Row | null {
  const task = plan.tasks.find((row) => row.code === code)
  if (task === undefined) return null
  const leads = resolveAgencyCell(task.leadText, register).flatMap(({ agencyCode }) => agencyCode ?? [])
  return {
    code: `task-${code}`,
    title: task.title,
    kind: "TASK",
    task_id: stableId("task", planKeyOf(plan), code),
    measure_id: null,
    lead_ids: leads.map((agencyCode) => stableId("agency", agencyCode)),
    source_row: code,
    line: task.lines.first,
    last_line: task.lines.last,
  }
}

function ofMeasure({ plan }: PublishedSource, number: string | undefined): Row | null {
  const measure = plan.measures.find((row) => row.number === number)
  if (measure === undefined) return null
  return {
    code: `measure-${measure.number}`,
    title: measure.text,
    kind: "MEASURE",
    task_id: null,
    measure_id: stableId("measure", planKeyOf(plan), measure.number),
    lead_ids: [],
    source_row: measure.number,
    line: measure.lines.first,
    last_line: measure.lines.last,
  }
}
