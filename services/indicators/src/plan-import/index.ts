import { resolveAgencyCell } from "@plan43/agency-register"
import { agencyTables } from "@plan43/agency-scope/plan-import"
import {
  type PublishedSource,
  type PublishedTable,
  planKeyOf,
  type SubgraphImport,
  stableId,
} from "@plan43/published-rows"

/** What an import writes into the tables of this subgraph. */
export const planImport: SubgraphImport = {
  schema: "indicators",
  tablesOf: (source: PublishedSource): PublishedTable[] => [
    ...indicatorTables(source),
    ...agencyTables(source.register),
  ],
}

function indicatorTables({ plan, register }: PublishedSource): PublishedTable[] {
  const planKey = planKeyOf(plan)
  const planId = stableId("plan", planKey)
  const ofPlan = `plan_id = '${planId}'`
  const idOf = (code: string) => stableId("indicator", planKey, code)
  const codes = new Map(plan.indicators.map(({ code }) => [idOf(code), code]))
  return [
    {
      table: "plan_reference",
      key: ["id"],
      scope: `id = '${planId}'`,
      whenGone: "withdraw",
      label: (row) => `kế hoạch ${row.number}`,
      rows: [{ id: planId, number: plan.number, issued_on: plan.issuedOn }],
    },
    {
      table: "indicator",
      key: ["id"],
      scope: ofPlan,
      whenGone: "withdraw",
      label: (row) => `chỉ tiêu ${row.code}`,
      rows: plan.indicators.map((indicator) => ({
        id: idOf(indicator.code),
        plan_id: planId,
        parent_id: indicator.parentCode === null ? null : idOf(indicator.parentCode),
        counterpart_id: indicator.counterpartCode === null ? null : idOf(indicator.counterpartCode),
        code: indicator.code,
        position: indicator.position,
        name: indicator.name,
        unit: indicator.unit,
        target_text: indicator.targetText,
        target_kind: indicator.target.kind,
        target_minimum: indicator.target.minimum,
        target_maximum: indicator.target.maximum,
        target_note: indicator.target.note,
        horizon_year: indicator.horizonYear,
        yearly: indicator.yearly,
        lead_text: indicator.leadText,
        line: indicator.lines.first,
        last_line: indicator.lines.last,
      })),
    },
    {
      table: "indicator_agency",
      key: ["id"],
      scope: `indicator_id in (select id from indicators.indicator where ${ofPlan})`,
      whenGone: "delete",
      label: (row) =>
        `cơ quan “${row.text}” của chỉ tiêu ${codes.get(String(row.indicator_id)) ?? row.indicator_id}`,
      rows: plan.indicators.flatMap((indicator) =>
        resolveAgencyCell(indicator.leadText, register).map((mention, index) => ({
          id: stableId("indicator-agency", planKey, indicator.code, String(index + 1)),
          indicator_id: idOf(indicator.code),
          position: index + 1,
          text: mention.text,
          agency_id: mention.agencyCode === null ? null : stableId("agency", mention.agencyCode),
        })),
      ),
    },
  ]
}
