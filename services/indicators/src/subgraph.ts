import "reflect-metadata"
import type { SubgraphDefinition } from "@plan43/subgraph"
import { IndicatorAgencyMention } from "./agency/agency-mention.ts"
import { Indicator } from "./indicator/indicator.ts"
import { Judgement } from "./judgement/judgement.ts"
import { Migration20261124000000 } from "./migrations/20261124000000-indicators.ts"
import { Migration20261125000000 } from "./migrations/20261125000000-audit-author.ts"
import { Migration20261126110000 } from "./migrations/20261126110000-published-data.ts"
import { Migration20261126120000 } from "./migrations/20261126120000-audit-search.ts"
import { Migration20261127000000 } from "./migrations/20261127000000-outbox.ts"
import { Migration20261127060000 } from "./migrations/20261127060000-change-signals.ts"
import { Migration20261127070000 } from "./migrations/20261127070000-dated-agencies.ts"
import { Observation } from "./observation/observation.ts"
import { IndicatorBaseline } from "./path/indicator-baseline.ts"
import { IndicatorMilestone } from "./path/indicator-milestone.ts"
import { PlanReference } from "./plan/plan-reference.ts"
import { indicatorsSchema } from "./schema.ts"
import { IndicatorTarget } from "./target/indicator-target.ts"

/** The indicators subgraph: Annex I, observations, baselines, milestones, judgements, assessments. */
export const indicators: SubgraphDefinition = {
  name: "indicators",
  schema: indicatorsSchema,
  entities: [
    Indicator,
    IndicatorAgencyMention,
    IndicatorBaseline,
    IndicatorMilestone,
    IndicatorTarget,
    Judgement,
    Observation,
    PlanReference,
  ],
  migrations: [
    Migration20261124000000,
    Migration20261125000000,
    Migration20261126110000,
    Migration20261126120000,
    Migration20261127000000,
    Migration20261127060000,
    Migration20261127070000,
  ],
}
