import {
  batched,
  entityById,
  grouped,
  inOrder,
  type RequestContext,
  SourceReference,
  uuidOf,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { Plan } from "./plan.ts"
import { PlanMeasure } from "./plan-measure.ts"
import { PlanObligation } from "./plan-obligation.ts"
import { PlanSection } from "./plan-section.ts"

/** The plan that is meant when nobody names one. */
export const DEFAULT_PLAN_NUMBER = "43/KH-UBND"

export const planById = entityById(Plan)

export const sectionById = entityById(PlanSection)

export const measureById = entityById(PlanMeasure)

export const obligationById = entityById(PlanObligation)

const inPrintedOrder = { orderBy: { position: "ASC" } } as const

export const sectionsOfPlan = batched(async (ctx, planIds: readonly string[]) => {
  const sections = await ctx.em.find(
    PlanSection,
    { planId: { $in: [...planIds] }, withdrawnAt: null },
    inPrintedOrder,
  )
  return grouped(planIds, sections, (section) => section.planId)
})

export const measuresOfPlan = batched(async (ctx, planIds: readonly string[]) => {
  const measures = await ctx.em.find(
    PlanMeasure,
    { planId: { $in: [...planIds] }, withdrawnAt: null },
    inPrintedOrder,
  )
  return grouped(planIds, measures, (measure) => measure.planId)
})

export const obligationsOfPlan = batched(async (ctx, planIds: readonly string[]) => {
  const obligations = await ctx.em.find(
    PlanObligation,
    { planId: { $in: [...planIds] }, withdrawnAt: null },
    inPrintedOrder,
  )
  return grouped(planIds, obligations, (obligation) => obligation.planId)
})

/** When, and from which text, a plan's rows were last taken. */
export interface PlanImport {
  textSha256: string
  importedAt: Date
}

export const lastImportOfPlan = batched(async (ctx, planIds: readonly string[]) => {
  const { rows } = await sql<{ planId: string; textSha256: string; importedMs: number }>`
    select distinct on (plan_id) plan_id as "planId", text_sha256 as "textSha256",
      (extract(epoch from imported_at) * 1000)::double precision as "importedMs"
    from plan_import where plan_id = any(${planIds}::uuid[]) order by plan_id, id desc
  `.execute(ctx.em.getKysely<unknown>())
  return inOrder(planIds, rows, (row) => row.planId).map(
    (row): PlanImport | null => row && { textSha256: row.textSha256, importedAt: new Date(row.importedMs) },
  )
})

/** A row that stands in the published text. */
export interface PublishedLines {
  planId: string
  line: number
  lastLine: number
}

/** Where a row of a plan stands in its published text. */
export async function sourceOf(
  ctx: RequestContext,
  { planId, line, lastLine }: PublishedLines,
  place: Pick<SourceReference, "annex" | "part" | "row">,
): Promise<SourceReference> {
  const plan = await planById(ctx, planId)
  if (plan === null) throw new Error(`Plan ${planId} of a published row does not exist`)
  return Object.assign(new SourceReference(), { document: plan.number, line, lastLine, ...place })
}

/**
 * The plan with that number or identifier: with a number, the latest that bears it.
 * @returns null where there is none
 */
export async function findPlan(ctx: RequestContext, numberOrId: string): Promise<Plan | null> {
  const { rows } = await sql<{ id: string }>`select id from plan
    where (number = ${numberOrId} or id = ${uuidOf(numberOrId)}::uuid) and withdrawn_at is null
    order by issued_on desc limit 1`.execute(ctx.em.getKysely<unknown>())
  return rows[0] === undefined ? null : planById(ctx, rows[0].id)
}
