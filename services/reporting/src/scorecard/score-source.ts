import { batched, type RequestContext } from "@plan43/subgraph"
import { gatherFacts } from "./gather-facts.ts"
import { methodsOf } from "./recorded-method.ts"
import { gatherFrame, type ScoreFrame } from "./score-content.ts"
import type { ScoreFacts } from "./score-facts.ts"
import { methodInForce, type ScoreMethod } from "./score-method.ts"
import { keyOfPeriod, periodBefore, requireScorable, type ScorePeriod } from "./score-period.ts"
import { daysInOffice, type ScoreSubject, subjectsOf } from "./score-subject.ts"
import { keptContentOf, type ScorecardFreeze } from "./scorecard-freeze.ts"

/** What scorecards are made of: what is there now, or what was kept. */
export interface ScoreSource {
  period: ScorePeriod
  before: ScorePeriod
  frame: ScoreFrame
  method: ScoreMethod
  /** null: nothing was kept, it is as it is now. */
  kept: { freeze: ScorecardFreeze; sha256: string } | null
  factsNow(): Promise<ScoreFacts>
  factsBefore(): Promise<ScoreFacts>
}

const liveFacts = batched(async ({ em, today }, periods: readonly ScorePeriod[]): Promise<ScoreFacts[]> => {
  const facts: ScoreFacts[] = []
  // One after another: a request has one connection
  for (const period of periods) facts.push(await gatherFacts(em, period, today))
  return facts
}, keyOfPeriod)

/**
 * What is there of a period now.
 * @throws BAD_USER_INPUT as `requireScorable` does
 */
export async function liveSource(ctx: RequestContext, period: ScorePeriod): Promise<ScoreSource> {
  requireScorable(period, ctx.today)
  const before = periodBefore(period)
  return {
    period,
    before,
    frame: await gatherFrame(ctx.em, period),
    method: methodInForce(await methodsOf(ctx), period.to),
    kept: null,
    factsNow: () => liveFacts(ctx, period),
    factsBefore: () => liveFacts(ctx, before),
  }
}

/** What was kept. */
export async function keptSource(ctx: RequestContext, freeze: ScorecardFreeze): Promise<ScoreSource> {
  const { content, sha256 } = await keptContentOf(ctx, freeze.id)
  const { method, now, before, ...frame } = content
  return {
    period: now.period,
    before: before.period,
    frame,
    method,
    kept: { freeze, sha256 },
    factsNow: () => Promise.resolve(now),
    factsBefore: () => Promise.resolve(before),
  }
}

/** Whose scorecards there are: agencies and people by name. */
export async function subjectsIn({ frame, period, factsNow }: ScoreSource): Promise<ScoreSubject[]> {
  const acting = frame.people.filter((person) => daysInOffice(person, period) !== null)
  const rank = new Map(frame.agencies.map(({ id }, place) => [id, place]))
  const rankOf = ({ agencyId }: ScoreSubject) => rank.get(agencyId) ?? rank.size
  const subjects = subjectsOf(await factsNow(), acting)
  return [
    ...subjects.filter(({ kind }) => kind === "AGENCY").sort((one, other) => rankOf(one) - rankOf(other)),
    ...subjects.filter(({ kind }) => kind !== "AGENCY"),
  ]
}
