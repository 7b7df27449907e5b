import { subgraphSchema } from "@plan43/subgraph"
import { agencyReference } from "./agency/agency.ts"
import { AgencyIndicatorsResolver } from "./agency/agency-indicators.resolver.ts"
import { ClosedPeriodResolver } from "./closing/closed-period.resolver.ts"
import {
  DirectedTargetRecordingResolver,
  DirectedTargetResolver,
} from "./directive/directed-target.resolver.ts"
import { DirectedTarget } from "./directive/directed-target.ts"
import { proofResolver } from "./fact/proof.resolver.ts"
import { recorderResolver } from "./fact/recorder.resolver.ts"
import { indicatorById } from "./indicator/indicator.loader.ts"
import { IndicatorResolver } from "./indicator/indicator.resolver.ts"
import { JudgementRecordingResolver, JudgementResolver } from "./judgement/judgement.resolver.ts"
import { Judgement } from "./judgement/judgement.ts"
import { observationById } from "./observation/observation.loader.ts"
import { ObservationResolver } from "./observation/observation.resolver.ts"
import { Observation } from "./observation/observation.ts"
import { IndicatorBaseline } from "./path/indicator-baseline.ts"
import { IndicatorMilestone } from "./path/indicator-milestone.ts"
import { BaselineRecordingResolver, MilestoneRecordingResolver, PathResolver } from "./path/path.resolver.ts"
import { planOf } from "./plan/plan.ts"
import { PlanIndicatorsResolver } from "./plan/plan-indicators.resolver.ts"
import { IndicatorSummaryResolver } from "./summary/indicator-summary.ts"

/** The graph of indicators, what was observed of them, and how they stand. */
export const indicatorsSchema = subgraphSchema({
  resolvers: [
    AgencyIndicatorsResolver,
    BaselineRecordingResolver,
    ClosedPeriodResolver,
    DirectedTargetRecordingResolver,
    DirectedTargetResolver,
    IndicatorResolver,
    IndicatorSummaryResolver,
    JudgementRecordingResolver,
    JudgementResolver,
    MilestoneRecordingResolver,
    ObservationResolver,
    PathResolver,
    PlanIndicatorsResolver,
    proofResolver(DirectedTarget),
    proofResolver(IndicatorBaseline),
    proofResolver(IndicatorMilestone),
    proofResolver(Judgement),
    proofResolver(Observation),
    recorderResolver(DirectedTarget),
    recorderResolver(IndicatorBaseline),
    recorderResolver(IndicatorMilestone),
    recorderResolver(Judgement),
    recorderResolver(Observation),
  ],
  references: {
    Agency: ({ id }) => agencyReference(id),
    Indicator: ({ id }, ctx) => indicatorById(ctx, id),
    Observation: ({ id }, ctx) => observationById(ctx, id),
    Plan: ({ id }) => planOf(id),
  },
})
