import "reflect-metadata"
import type { SubgraphDefinition } from "@plan43/subgraph"
import { Delivery } from "./delivery/delivery.ts"
import { deliveryJobs } from "./delivery/delivery-jobs.ts"
import { following } from "./following.ts"
import { InboxEntry } from "./inbox/inbox-entry.ts"
import { LiveSignals } from "./live/live-signals.ts"
import { Migration20261127060000 } from "./migrations/20261127060000-notifications.ts"
import { Migration20261127073000 } from "./migrations/20261127073000-audit-chain.ts"
import { Migration20261128010300 } from "./migrations/20261128010300-outbox-place-seen.ts"
import { Migration20261128040000 } from "./migrations/20261128040000-notices-to-one.ts"
import { NoticePreference } from "./preference/notice-preference.ts"
import { notificationsSchema } from "./schema.ts"
import type { NotificationsSettings } from "./settings.ts"

/** The notifications subgraph: who is told what, in the console and by e-mail, and what changes now. */
export function notificationsSubgraph({ mail, jobsDatabaseUrl }: NotificationsSettings): SubgraphDefinition {
  const sending = mail !== null && jobsDatabaseUrl !== null
  return {
    name: "notifications",
    schema: notificationsSchema,
    entities: [Delivery, InboxEntry, NoticePreference],
    migrations: [
      Migration20261127060000,
      Migration20261127073000,
      Migration20261128010300,
      Migration20261128040000,
    ],
    subscriptions: (parts) => {
      const live = new LiveSignals(parts)
      return { context: { live }, stop: () => live.stop() }
    },
    workers: [
      following(sending ? "EMAIL" : "CONSOLE"),
      ...(sending ? [deliveryJobs({ databaseUrl: jobsDatabaseUrl, mail })] : []),
    ],
  }
}
