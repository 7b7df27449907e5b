import { hasScope, type RequestContext } from "@plan43/subgraph"
import type { ClassType } from "type-graphql"
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql"
import { Agency, agencyReference } from "../agency/agency.ts"
import { OBSERVATIONS } from "../reading/readable-data.ts"
import type { RecordedFact } from "./recorded-fact.ts"

/** What every type of recorded fact has besides its columns: who recorded it, and in whose name. */
export function recorderResolver<T extends RecordedFact>(type: ClassType<T>): ClassType<object> {
  @Resolver(() => type)
  class RecorderResolver {
    @FieldResolver(() => String, {
      nullable: true,
      description: "The name of who recorded it; null for the public",
    })
    recordedBy(@Root() { recordedBy }: RecordedFact, @Ctx() { viewer }: RequestContext): string | null {
      const { all, own } = OBSERVATIONS
      return hasScope(viewer, all, ...(own === null ? [] : [own])) ? recordedBy : null
    }

    @FieldResolver(() => Agency, { nullable: true, description: "In whose name it was recorded" })
    agency(@Root() { agencyId }: RecordedFact): Agency | null {
      return agencyId === null ? null : agencyReference(agencyId)
    }
  }
  return RecorderResolver
}
