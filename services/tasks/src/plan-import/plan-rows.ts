import type { PublishedPlan } from "@plan43/plan"
import { type PublishedTable, planKeyOf, stableId } from "@plan43/published-rows"

/** The plan itself, its sections, measures and obligations, and which indicators it has. */
export function planTables(plan: PublishedPlan): PublishedTable[] {
  const planKey = planKeyOf(plan)
  const planId = stableId("plan", planKey)
  const ofPlan = `plan_id = '${planId}'`
  return [
    {
      table: "plan",
      key: ["id"],
      scope: `id = '${planId}'`,
      whenGone: "withdraw",
      label: (row) => `kế hoạch ${row.number}`,
      rows: [
        {
          id: planId,
          number: plan.number,
          title: plan.title,
          issued_on: plan.issuedOn,
          effective_on: plan.effectiveOn,
          issuer: plan.issuer,
          signer: plan.signer,
        },
      ],
    },
    {
      table: "plan_section",
      key: ["id"],
      scope: ofPlan,
      whenGone: "withdraw",
      label: (row) => `nhóm nhiệm vụ ${row.numeral}`,
      rows: plan.sections.map((section) => ({
        id: stableId("section", planKey, section.numeral),
        plan_id: planId,
        numeral: section.numeral,
        title: section.title,
        position: section.position,
        line: section.lines.first,
        last_line: section.lines.last,
      })),
    },
    {
      table: "plan_measure",
      key: ["id"],
      scope: ofPlan,
      whenGone: "withdraw",
      label: (row) => `giải pháp ${row.number}`,
      rows: plan.measures.map((measure, index) => ({
        id: stableId("measure", planKey, measure.number),
        plan_id: planId,
        number: measure.number,
        heading: measure.heading,
        text: measure.text,
        position: index + 1,
        line: measure.lines.first,
        last_line: measure.lines.last,
      })),
    },
    {
      table: "plan_obligation",
      key: ["id"],
      scope: ofPlan,
      whenGone: "withdraw",
      label: (row) => `mục tổ chức thực hiện ${row.number}`,
      rows: plan.obligations.map((obligation, index) => ({
        id: stableId("obligation", planKey, obligation.number),
        plan_id: planId,
        number: obligation.number,
        text: obligation.text,
        position: index + 1,
        line: obligation.lines.first,
        last_line: obligation.lines.last,
      })),
    },
    {
      table: "indicator_reference",
      key: ["id"],
      scope: ofPlan,
      whenGone: "withdraw",
      label: (row) => `chỉ tiêu ${row.code}`,
      rows: plan.indicators.map(({ code }) => ({
        id: stableId("indicator", planKey, code),
        plan_id: planId,
        code,
      })),
    },
  ]
}
