import { hasScope, subgraphSchema } from "@plan43/subgraph"
import { ApiClientResolver } from "./client/api-client.resolver.ts"
import { apiClientById } from "./client/find-clients.ts"
import { AuditResolver } from "./history/audit.resolver.ts"
import { ApiClientStandingResolver } from "./standing/api-client-standing.resolver.ts"
import { ApiClientUseResolver } from "./use/api-client-use.resolver.ts"

/** The graph of systems' credentials and of the history. */
export const accessSchema = subgraphSchema({
  resolvers: [ApiClientResolver, ApiClientStandingResolver, ApiClientUseResolver, AuditResolver],
  references: {
    ApiClient: ({ id }, ctx) => (hasScope(ctx.viewer, "clients:read") ? apiClientById(ctx, id) : null),
  },
})
