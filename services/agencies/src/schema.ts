import { subgraphSchema } from "@plan43/subgraph"
import { agencyById } from "./agency/agency.loader.ts"
import { AgencyResolver, AgencySuccessionResolver } from "./agency/agency.resolver.ts"
import { AssignmentResolver } from "./assignment/assignment.resolver.ts"
import { assignmentById } from "./assignment/find-assignments.ts"
import { PersonStandingResolver } from "./assignment/person-standing.ts"
import {
  AgencyAllocationResolver,
  AgencyChangeResolver,
  ChangeOfSuccessionResolver,
  ChangesOfAgencyResolver,
} from "./change/agency-change.resolver.ts"
import { changeById } from "./change/find-changes.ts"
import { ViewerResolver } from "./viewer/viewer.ts"

/** The graph of agencies, their groups and successions. */
export const agenciesSchema = subgraphSchema({
  resolvers: [
    AgencyAllocationResolver,
    AgencyChangeResolver,
    AgencyResolver,
    AgencySuccessionResolver,
    AssignmentResolver,
    ChangeOfSuccessionResolver,
    ChangesOfAgencyResolver,
    PersonStandingResolver,
    ViewerResolver,
  ],
  references: {
    Agency: ({ id }, ctx) => agencyById(ctx, id),
    AgencyChange: ({ id }, ctx) => changeById(ctx, id),
    PersonAssignment: ({ id }, ctx) => assignmentById(ctx, id),
  },
})
