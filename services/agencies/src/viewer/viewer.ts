import type { Identity } from "@plan43/authorization"
import { type RequestContext, Role } from "@plan43/subgraph"
import {
  Ctx,
  Field,
  FieldResolver,
  ID,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql"
import { agencyById } from "../agency/agency.loader.ts"
import { Agency } from "../agency/agency.ts"

/** What whoever is asking is. */
export const ViewerKind = { PERSON: "PERSON", SYSTEM: "SYSTEM", GATEWAY: "GATEWAY" } as const satisfies {
  [Kind in Identity["kind"]]: Kind
}

registerEnumType(ViewerKind, {
  name: "ViewerKind",
  description: "What whoever is asking is",
  valuesConfig: {
    PERSON: { description: "A person who signed in" },
    SYSTEM: { description: "Another team's system, by its credentials" },
    GATEWAY: { description: "The gateway itself, which asks for nobody" },
  },
})

@ObjectType({ simpleResolvers: true, description: "Whoever is asking" })
export class Viewer {
  @Field(() => ViewerKind)
  kind!: Identity["kind"]

  @Field(() => ID)
  id!: string

  @Field(() => String)
  name!: string

  @Field(() => Role, { nullable: true, description: "null for a system, and where no role is assigned" })
  role!: Role | null

  @Field(() => [String], { description: "What whoever is asking may do beyond reading the published plan" })
  scopes!: readonly string[]

  agencyId!: string | null
}

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { nullable: true, description: "null when anonymous" })
  viewer(@Ctx() ctx: RequestContext): Viewer | null {
    return ctx.viewer
  }

  @FieldResolver(() => Agency, { nullable: true })
  async agency(@Root() viewer: Viewer, @Ctx() ctx: RequestContext): Promise<Agency | null> {
    return viewer.agencyId === null ? null : agencyById(ctx, viewer.agencyId)
  }
}
