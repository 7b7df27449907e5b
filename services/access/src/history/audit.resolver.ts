import { type Connection, PageArguments, type RequestContext, RequiresScopes } from "@plan43/subgraph"
import { Arg, Args, Ctx, Query, Resolver } from "type-graphql"
import type { AuditEntry } from "./audit-entry.ts"
import { AuditEntryConnection, AuditFilter, findAuditEntries } from "./find-audit-entries.ts"

@Resolver()
export class AuditResolver {
  @RequiresScopes("audit:read")
  @Query(() => AuditEntryConnection, { description: "The history of all services, the newest first" })
  auditEntries(
    @Arg("filter", () => AuditFilter, { nullable: true }) filter: AuditFilter | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<AuditEntry>> {
    return findAuditEntries(ctx, filter ?? {}, page)
  }
}
