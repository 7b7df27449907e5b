import type { CalendarDate } from "@plan43/calendar"
import { type Assessed, type AssessmentFacts, assess, measureOf } from "@plan43/indicator-assessment"
import type { RequestContext } from "@plan43/subgraph"
import { directedTargetKnown } from "../directive/directed-target.loader.ts"
import type { Indicator } from "../indicator/indicator.ts"
import { judgementsKnown } from "../judgement/judgement.loader.ts"
import { latestObservation } from "../observation/observation.loader.ts"
import type { Observation } from "../observation/observation.ts"
import { baselineKnown } from "../path/indicator-baseline.ts"
import { milestonesKnown } from "../path/indicator-milestone.ts"

/** All that was recorded of an indicator by the end of a day and that the viewer may read. */
export async function factsOf(
  ctx: RequestContext,
  indicator: Indicator,
  asOf: CalendarDate,
): Promise<AssessmentFacts<Observation>> {
  const key = { indicatorId: indicator.id, asOf }
  const [observation, [judgement = null], baseline, milestones, directed] = await Promise.all([
    latestObservation(ctx, key),
    judgementsKnown(ctx, key),
    baselineKnown(ctx, key),
    milestonesKnown(ctx, key),
    directedTargetKnown(ctx, key),
  ])
  const { unit, horizonYear, yearly } = indicator
  return {
    target: directed ?? indicator.target,
    unit,
    horizonYear,
    yearly,
    doneOrNot: measureOf(indicator) === "DONE_OR_NOT",
    baseline,
    milestones,
    observation,
    judgement,
  }
}

/** Where an indicator stands at the end of a day; what is recorded later changes nothing about it. */
export async function assessmentOf(
  ctx: RequestContext,
  indicator: Indicator,
  asOf: CalendarDate,
): Promise<Assessed<Observation>> {
  return assess(await factsOf(ctx, indicator, asOf), asOf)
}
