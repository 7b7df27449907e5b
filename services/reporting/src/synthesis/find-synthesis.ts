import { batched, hasScope, type RequestContext } from "@plan43/subgraph"
import { sql } from "kysely"
import type { PublishedPart } from "../publication/published-part.ts"
import { CITY_FIGURES } from "../reading/readable.ts"
import type { ReportingRound } from "../round/round.ts"
import { stageOf } from "../round/round-stage.ts"
import { reportedTasks } from "../tally/reported-tasks.ts"
import { talliesOf } from "../tally/tallies.ts"
import { gatherSyntheses } from "./gather-synthesis.ts"
import { RoundFigures } from "./round-figures.ts"
import type { SynthesisContent } from "./synthesis-content.ts"

/** What a report is written from: as it is now, or as it was frozen. */
export interface FoundSynthesis {
  content: SynthesisContent
  /** Of the frozen content, in hexadecimals; null while the round is open. */
  sha256: string | null
  frozenAt: Date | null
}

interface Frozen {
  round_id: string
  content: string
  sha256: string
  frozen_at: string
}

const frozenOf = batched(async ({ em }, roundIds: readonly string[]): Promise<(Frozen | null)[]> => {
  const { rows } = await sql<Frozen>`select round_id, content, sha256, frozen_at from round_synthesis
    where round_id = any(${roundIds}::uuid[])`.execute(em.getKysely<unknown>())
  const found = new Map(rows.map((row) => [row.round_id, row]))
  return roundIds.map((id) => found.get(id) ?? null)
})

const gatheredOf = batched((ctx, roundIds: readonly string[]) => gatherSyntheses(ctx.em, roundIds, ctx.today))

/** What the report of a round is written from; null while it is not open. */
export async function synthesisOf(
  ctx: RequestContext,
  round: ReportingRound,
): Promise<FoundSynthesis | null> {
  if (stageOf(round) === "PREPARED") return null
  const frozen = await frozenOf(ctx, round.id)
  if (frozen !== null)
    return {
      content: JSON.parse(frozen.content) as SynthesisContent,
      sha256: frozen.sha256,
      frozenAt: new Date(frozen.frozen_at),
    }
  return { content: await gatheredOf(ctx, round.id), sha256: null, frozenAt: null }
}

const FIGURES_PARTS = ["TALLIES", "SECTIONS", "AGENCIES"] as const satisfies readonly PublishedPart[]

const openTasksOf = batched((ctx, roundIds: readonly string[]) => reportedTasks(ctx.em, roundIds, ctx.today))

/**
 * The official tallies of a round at the end of its cut-off, from what was frozen where it is locked; null while it is not
 * open, and for whoever reads only what was published of it until all three kinds of tallies are.
 */
export async function figuresOf(ctx: RequestContext, round: ReportingRound): Promise<RoundFigures | null> {
  if (stageOf(round) === "PREPARED") return null
  if (
    !hasScope(ctx.viewer, CITY_FIGURES.all) &&
    !FIGURES_PARTS.every((part) => round.publishedParts?.includes(part))
  )
    return null
  const frozen = await frozenOf(ctx, round.id)
  const content = frozen && (JSON.parse(frozen.content) as SynthesisContent)
  const passed = round.cutOffOn <= ctx.today
  const asOf = content?.asOf ?? (passed ? round.cutOffOn : ctx.today)
  return Object.assign(new RoundFigures(), {
    asOf,
    ...talliesOf(content?.tasks ?? (await openTasksOf(ctx, round.id))),
  })
}
