import { subgraphSchema } from "@plan43/subgraph"
import { agencyReference } from "./agency/agency.ts"
import { AgencyIndicatorsResolver } from "./agency/agency-indicators.resolver.ts"
import { indicatorById } from "./indicator/indicator.loader.ts"
import { IndicatorResolver } from "./indicator/indicator.resolver.ts"
import { observationById } from "./observation/observation.loader.ts"
import { ObservationResolver } from "./observation/observation.resolver.ts"
import { planOf } from "./plan/plan.ts"
import { PlanIndicatorsResolver } from "./plan/plan-indicators.resolver.ts"
import { IndicatorSummaryResolver } from "./summary/indicator-summary.ts"

/** The graph of indicators, what was observed of them, and how they stand. */
export const indicatorsSchema = subgraphSchema({
  resolvers: [
    AgencyIndicatorsResolver,
    IndicatorResolver,
    IndicatorSummaryResolver,
    ObservationResolver,
    PlanIndicatorsResolver,
  ],
  references: {
    Agency: ({ id }) => agencyReference(id),
    Indicator: ({ id }, ctx) => indicatorById(ctx, id),
    Observation: ({ id }, ctx) => observationById(ctx, id),
    Plan: ({ id }) => planOf(id),
  },
})
