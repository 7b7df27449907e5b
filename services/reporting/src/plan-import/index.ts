import { resolveAgencyCell } from "@plan43/agency-register"
import { agencyTables } from "@plan43/agency-scope/plan-import"
import {
  type PublishedSource,
  type PublishedTable,
  planKeyOf,
  type SubgraphImport,
  stableId,
} from "@plan43/published-rows"

/**
 * What an import writes into the tables of this subgraph: what the plan asks to be reported on and of whom, which agencies
 * there are, and nothing that people record.
 */
export const planImport: SubgraphImport = {
  schema: "reporting",
  tablesOf: (source: PublishedSource): PublishedTable[] => [
    ...itemTables(source),
    ...agencyTables(source.register),
  ],
}

/** The tasks, then the indicators, each with the bodies of its cell of leads; a heading of indicators is not reported on. */
function itemTables({ plan, register }: PublishedSource): PublishedTable[] {
  const planKey = planKeyOf(plan)
  const planId = stableId("plan", planKey)
  const headings = new Set(plan.indicators.flatMap(({ parentCode }) => parentCode ?? []))
  const items = [
    ...plan.tasks.map(({ code, title, leadText, position, sectionNumeral }) => ({
      id: stableId("task", planKey, code),
      row: { kind: "TASK", code, name: title, position, section: sectionNumeral },
      leadText,
    })),
    ...plan.indicators
      .filter(({ code }) => !headings.has(code))
      .map(({ code, name, leadText, position }) => ({
        id: stableId("indicator", planKey, code),
        row: { kind: "INDICATOR", code, name, position, section: null },
        leadText,
      })),
  ]
  const nameOf = new Map(
    items.map(({ id, row }) => [id, `${row.kind === "TASK" ? "nhiệm vụ" : "chỉ tiêu"} ${row.code}`]),
  )
  return [
    {
      table: "report_item",
      key: ["id"],
      scope: `plan_id = '${planId}'`,
      whenGone: "withdraw",
      label: ({ id }) => `nội dung báo cáo ${nameOf.get(String(id)) ?? id}`,
      rows: items.map(({ id, row }) => ({ id, plan_id: planId, ...row })),
    },
    {
      table: "report_item_agency",
      key: ["id"],
      scope: `item_id in (select id from reporting.report_item where plan_id = '${planId}')`,
      whenGone: "delete",
      label: (row) => `cơ quan báo cáo ${nameOf.get(String(row.item_id)) ?? row.item_id}`,
      rows: items.flatMap(({ id, leadText }) =>
        resolveAgencyCell(leadText, register).flatMap(({ agencyCode }, index) =>
          agencyCode === null
            ? []
            : [
                {
                  id: stableId("report-item-agency", id, String(index + 1)),
                  item_id: id,
                  position: index + 1,
                  agency_id: stableId("agency", agencyCode),
                },
              ],
        ),
      ),
    },
  ]
}
