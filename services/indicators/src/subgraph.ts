import "reflect-metadata"
import { followAgencies } from "@plan43/agency-scope"
import { forgettingTaken } from "@plan43/outbox"
import type { SubgraphDefinition } from "@plan43/subgraph"
import { IndicatorAgencyMention } from "./agency/agency-mention.ts"
import { ClosedPeriod } from "./closing/closed-period.ts"
import { DirectedTarget } from "./directive/directed-target.ts"
import { files } from "./evidence/files-of-indicators.ts"
import { Indicator } from "./indicator/indicator.ts"
import { Judgement } from "./judgement/judgement.ts"
import { Migration20261124000000 } from "./migrations/20261124000000-indicators.ts"
import { Migration20261125000000 } from "./migrations/20261125000000-audit-author.ts"
import { Migration20261126110000 } from "./migrations/20261126110000-published-data.ts"
import { Migration20261126120000 } from "./migrations/20261126120000-audit-search.ts"
import { Migration20261127000000 } from "./migrations/20261127000000-outbox.ts"
import { Migration20261127040000 } from "./migrations/20261127040000-following-indicators.ts"
import { Migration20261127060000 } from "./migrations/20261127060000-change-signals.ts"
import { Migration20261127070000 } from "./migrations/20261127070000-dated-agencies.ts"
import { Migration20261127072000 } from "./migrations/20261127072000-outbox-place.ts"
import { Migration20261127073000 } from "./migrations/20261127073000-audit-chain.ts"
import { Migration20261127080000 } from "./migrations/20261127080000-evidence-files.ts"
import { Migration20261127080100 } from "./migrations/20261127080100-observation-files.ts"
import { Migration20261128010300 } from "./migrations/20261128010300-outbox-place-seen.ts"
import { Migration20261128010400 } from "./migrations/20261128010400-plan-number.ts"
import { Migration20261128020100 } from "./migrations/20261128020100-files-of-facts.ts"
import { Migration20261128040000 } from "./migrations/20261128040000-divided-agencies.ts"
import { Migration20261128060000 } from "./migrations/20261128060000-outbox-readers.ts"
import { Migration20261128070000 } from "./migrations/20261128070000-files-of-milestones.ts"
import { Migration20261128080000 } from "./migrations/20261128080000-shown-to-reporting.ts"
import { Migration20261129020000 } from "./migrations/20261129020000-assessment-facts-shown.ts"
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
    ClosedPeriod,
    DirectedTarget,
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
    Migration20261127040000,
    Migration20261127060000,
    Migration20261127070000,
    Migration20261127072000,
    Migration20261127073000,
    Migration20261127080000,
    Migration20261127080100,
    Migration20261128010300,
    Migration20261128010400,
    Migration20261128020100,
    Migration20261128040000,
    Migration20261128060000,
    Migration20261128070000,
    Migration20261128080000,
    Migration20261129020000,
  ],
  routes: [...files.routes],
  workers: [followAgencies, forgettingTaken(), ...files.workers],
}
