import "reflect-metadata"
import { followAgencies } from "@plan43/agency-scope"
import { forgettingTaken } from "@plan43/outbox"
import type { SubgraphDefinition } from "@plan43/subgraph"
import { CooperationActivity } from "./activity/cooperation-activity.ts"
import { Agreement } from "./agreement/agreement.ts"
import { Expert } from "./expert/expert.ts"
import { Migration20261124000000 } from "./migrations/20261124000000-cooperation.ts"
import { Migration20261125000000 } from "./migrations/20261125000000-audit-author.ts"
import { Migration20261126110000 } from "./migrations/20261126110000-publication.ts"
import { Migration20261126120000 } from "./migrations/20261126120000-audit-search.ts"
import { Migration20261127000000 } from "./migrations/20261127000000-outbox.ts"
import { Migration20261127060000 } from "./migrations/20261127060000-change-signals.ts"
import { Migration20261127070000 } from "./migrations/20261127070000-dated-agencies.ts"
import { Migration20261127072000 } from "./migrations/20261127072000-outbox-place.ts"
import { Migration20261127073000 } from "./migrations/20261127073000-audit-chain.ts"
import { Migration20261128010300 } from "./migrations/20261128010300-outbox-place-seen.ts"
import { Migration20261128040000 } from "./migrations/20261128040000-divided-agencies.ts"
import { Migration20261128060000 } from "./migrations/20261128060000-outbox-readers.ts"
import { Migration20261201080000 } from "./migrations/20261201080000-shown-to-reporting.ts"
import { Partner } from "./partner/partner.ts"
import { CooperationProgramme } from "./programme/cooperation-programme.ts"
import { cooperationSchema } from "./schema.ts"

/** The cooperation subgraph: programmes of the plan, partners, agreements, activities, experts. */
export const cooperation: SubgraphDefinition = {
  name: "cooperation",
  schema: cooperationSchema,
  entities: [Agreement, CooperationActivity, CooperationProgramme, Expert, Partner],
  migrations: [
    Migration20261124000000,
    Migration20261125000000,
    Migration20261126110000,
    Migration20261126120000,
    Migration20261127000000,
    Migration20261127060000,
    Migration20261127070000,
    Migration20261127072000,
    Migration20261127073000,
    Migration20261128010300,
    Migration20261128040000,
    Migration20261128060000,
    Migration20261201080000,
  ],
  workers: [followAgencies, forgettingTaken()],
}
