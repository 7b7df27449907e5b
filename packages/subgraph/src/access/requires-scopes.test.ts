import "reflect-metadata"
import { type Identity, rolesWith } from "@plan43/authorization"
import { graphql } from "graphql"
import { Field, ObjectType, Query, Resolver } from "type-graphql"
import { describe, expect, test } from "vitest"
import { subgraphSchema } from "../schema/subgraph-schema.ts"
import { personOf } from "../testing.ts"
import { ForGatewayOnly, RequiresScopes } from "./requires-scopes.ts"

@ObjectType()
class Dossier {
  @Field(() => String)
  title!: string

  @RequiresScopes("experts:read")
  @Field(() => String, { nullable: true })
  name!: string
}

@Resolver()
class DossierResolver {
  @Query(() => Dossier)
  dossier(): Dossier {
    return { title: "Hồ sơ", name: "Nguyễn Văn An" }
  }

  @RequiresScopes("clients:read", "clients:write")
  @Query(() => String, { nullable: true })
  secret(): string {
    return "bí mật"
  }

  @ForGatewayOnly()
  @Query(() => String, { nullable: true })
  forGateway(): string {
    return "cổng"
  }
}

const { schema, sdl } = subgraphSchema({ resolvers: [DossierResolver], references: {} })

const ask = (source: string, viewer: Identity | null) => graphql({ schema, source, contextValue: { viewer } })

describe("a field with scopes", () => {
  test("says so in the schema", () => {
    expect(sdl).toContain('name: String @requiresScopes(scopes: [["experts:read"]])')
    expect(sdl).toContain('secret: String @requiresScopes(scopes: [["clients:read"], ["clients:write"]])')
    expect(sdl).toMatch(
      /forGateway: String (?=.*@inaccessible)(?=.*@requiresScopes\(scopes: \[\["gateway"\]\]\))/,
    )
  })

  test("is answered to whoever has one of them", async () => {
    for (const role of rolesWith("clients:read"))
      expect(await ask("{ secret }", personOf(role))).toEqual({ data: { secret: "bí mật" } })
  })

  test("is refused to strangers with the way to sign in, the rest is answered", async () => {
    const { data, errors } = await ask("{ dossier { title name } }", null)
    expect(data).toEqual({ dossier: { title: "Hồ sơ", name: null } })
    expect(errors?.[0]?.extensions).toEqual({
      code: "UNAUTHENTICATED",
      requiredScopes: ["experts:read"],
      roles: ["COORDINATOR", "CITY_LEADER", "AUDITOR"],
    })
  })

  test("is refused to others with who may", async () => {
    const { errors } = await ask("{ dossier { name } }", personOf("FINANCE"))
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN")
    expect(errors?.[0]?.message).toContain("thanh tra")
  })

  test("that only the gateway asks for is refused to everybody else", async () => {
    const gateway: Identity = { ...personOf("AUDITOR"), kind: "GATEWAY", role: null, scopes: ["gateway"] }
    expect(await ask("{ forGateway }", gateway)).toEqual({ data: { forGateway: "cổng" } })
    expect((await ask("{ forGateway }", personOf("ADMINISTRATOR"))).errors?.[0]?.extensions.code).toBe(
      "FORBIDDEN",
    )
  })
})
