import { subgraphSchema } from "@plan43/subgraph"
import { agencyById } from "./agency/agency.loader.ts"
import { AgencyResolver, AgencySuccessionResolver } from "./agency/agency.resolver.ts"
import { AssignmentResolver } from "./assignment/assignment.resolver.ts"
import { assignmentById } from "./assignment/find-assignments.ts"
import { PersonStandingResolver } from "./assignment/person-standing.ts"
import { ViewerResolver } from "./viewer/viewer.ts"

/** The graph of agencies, their groups and successions. */
export const agenciesSchema = subgraphSchema({
  resolvers: [
    AgencyResolver,
    AgencySuccessionResolver,
    AssignmentResolver,
    PersonStandingResolver,
    ViewerResolver,
  ],
  references: {
    Agency: ({ id }, ctx) => agencyById(ctx, id),
    PersonAssignment: ({ id }, ctx) => assignmentById(ctx, id),
  },
})
