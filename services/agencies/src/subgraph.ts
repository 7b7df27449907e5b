import "reflect-metadata"
import { forgettingTaken } from "@plan43/outbox"
import type { SubgraphDefinition } from "@plan43/subgraph"
import { Agency } from "./agency/agency.ts"
import { PersonAssignment } from "./assignment/person-assignment.ts"
import { AgencyChange, AgencyChangeDocument } from "./change/agency-change.ts"
import { Migration20261124000000 } from "./migrations/20261124000000-agencies.ts"
import { Migration20261124170000 } from "./migrations/20261124170000-kind-order.ts"
import { Migration20261125000000 } from "./migrations/20261125000000-audit-author.ts"
import { Migration20261126110000 } from "./migrations/20261126110000-person-assignments.ts"
import { Migration20261126120000 } from "./migrations/20261126120000-audit-search.ts"
import { Migration20261127000000 } from "./migrations/20261127000000-outbox.ts"
import { Migration20261127060000 } from "./migrations/20261127060000-change-signals.ts"
import { Migration20261127071000 } from "./migrations/20261127071000-agency-changes.ts"
import { Migration20261127073000 } from "./migrations/20261127073000-audit-chain.ts"
import { Migration20261128040000 } from "./migrations/20261128040000-divided-changes.ts"
import { Migration20261128040100 } from "./migrations/20261128040100-appointable-people.ts"
import { Migration20261128060000 } from "./migrations/20261128060000-outbox-readers.ts"
import { Migration20261129040000 } from "./migrations/20261129040000-shown-to-scorecards.ts"
import { agenciesSchema } from "./schema.ts"
import { AgencySuccession } from "./succession/agency-succession.ts"

/** The agencies subgraph: bodies, groups with their members, successions; which people act for them. */
export const agencies: SubgraphDefinition = {
  name: "agencies",
  schema: agenciesSchema,
  entities: [Agency, AgencyChange, AgencyChangeDocument, AgencySuccession, PersonAssignment],
  migrations: [
    Migration20261124000000,
    Migration20261124170000,
    Migration20261125000000,
    Migration20261126110000,
    Migration20261126120000,
    Migration20261127000000,
    Migration20261127060000,
    Migration20261127071000,
    Migration20261127073000,
    Migration20261128040000,
    Migration20261128040100,
    Migration20261128060000,
    Migration20261129040000,
  ],
  // Copies of agencies and of assignments are made of these, by whoever begins to follow
  workers: [forgettingTaken(["agency.changed", "assignment.changed"])],
}
