import "reflect-metadata"
import { subgraphSchema } from "@plan43/subgraph"
import { DeliveryResolver } from "./delivery/delivery.resolver.ts"
import { InboxResolver } from "./inbox/inbox.resolver.ts"
import { ChangeResolver } from "./live/change.resolver.ts"
import { PreferenceResolver } from "./preference/preference.resolver.ts"

/** The graph of notices, of messages that carry them, and of what changes now. */
export const notificationsSchema = subgraphSchema({
  resolvers: [ChangeResolver, DeliveryResolver, InboxResolver, PreferenceResolver],
  references: {},
})
