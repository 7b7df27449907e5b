import {
  authored,
  type Connection,
  PageArguments,
  payloadOf,
  type RequestContext,
  RequiresScopes,
} from "@plan43/subgraph"
import { Arg, Args, Ctx, Int, Mutation, Query, Resolver } from "type-graphql"
import { countUnread, findInbox, InboxEntryConnection, InboxFilter } from "./find-inbox.ts"
import { MarkNoticesReadInput, MarkNoticesReadPayload } from "./inbox.input.ts"
import type { InboxEntry } from "./inbox-entry.ts"
import { markRead } from "./mark-read.ts"

@Resolver()
export class InboxResolver {
  @RequiresScopes("notifications:own")
  @Query(() => InboxEntryConnection, {
    nullable: true,
    description: "The viewer's notices, the newest first",
  })
  notifications(
    @Arg("filter", () => InboxFilter, { nullable: true }) filter: InboxFilter | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<InboxEntry>> {
    return findInbox(ctx, filter ?? {}, page)
  }

  @RequiresScopes("notifications:own")
  @Query(() => Int, { nullable: true, description: "How many notices the viewer has not read" })
  unreadNotifications(@Ctx() ctx: RequestContext): Promise<number> {
    return countUnread(ctx)
  }

  @RequiresScopes("notifications:own")
  @Mutation(() => MarkNoticesReadPayload)
  async markNoticesRead(
    @Arg("input", () => MarkNoticesReadInput) input: MarkNoticesReadInput,
    @Ctx() ctx: RequestContext,
  ): Promise<MarkNoticesReadPayload> {
    return payloadOf("unread", await markRead(authored(ctx), input, input.ids ?? null))
  }
}
