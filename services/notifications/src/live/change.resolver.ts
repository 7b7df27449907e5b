import { refusal, type SubscriptionContext } from "@plan43/subgraph"
import { Arg, Resolver, Root, Subscription } from "type-graphql"
import { notePerson } from "../recipient/note-person.ts"
import { Change } from "./change.ts"
import type { LiveSignals } from "./live-signals.ts"

/** What the subscription has besides what every one has. */
export interface ChangeContext extends SubscriptionContext {
  live: LiveSignals
}

@Resolver()
export class ChangeResolver {
  @Subscription(() => Change, {
    description:
      "What changes, of what the viewer may know of; for people who are signed in. The first says where the stream stands",
    subscribe: async ({ args, context }) => {
      const { viewer, em, today, live, gone } = context as ChangeContext
      if (viewer === null || viewer.kind !== "PERSON") throw refusal(viewer, "Subscription.changed", [])
      await notePerson(em.fork(), viewer, today)
      return live.changes(viewer, (args.after as string | null | undefined) ?? null, gone)
    },
  })
  changed(
    @Root() change: Change,
    @Arg("after", () => String, {
      nullable: true,
      description: "The last position that was told: what changed since comes first",
    })
    _after?: string | null,
  ): Change {
    return change
  }
}
