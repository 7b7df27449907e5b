import { subgraphSchema } from "@plan43/subgraph"
import { agencyById } from "./agency/agency.loader.ts"
import { AgencyResolver, AgencySuccessionResolver } from "./agency/agency.resolver.ts"
import { ViewerResolver } from "./viewer/viewer.ts"

/** The graph of agencies, their groups and successions. */
export const agenciesSchema = subgraphSchema({
  resolvers: [AgencyResolver, AgencySuccessionResolver, ViewerResolver],
  references: { Agency: ({ id }, ctx) => agencyById(ctx, id) },
})
