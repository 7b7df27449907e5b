import { readFileSync } from "node:fs"
import { composeServices } from "@apollo/composition"
import { composeSupergraph } from "@plan43/gateway/supergraph"
import { subgraphs as listed } from "@plan43/subgraph-list"
import {
  buildSchema,
  findBreakingChanges,
  type GraphQLSchema,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  visit,
} from "graphql"
import { describe, expect, it } from "vitest"

const subgraphs = listed.map(({ name }) => ({
  name,
  url: `http://${name}/graphql`,
  sdl: readFileSync(new URL(`../../services/${name}/schema.graphql`, import.meta.url), "utf8"),
}))

/** What a client can ask for, in alphabetical order and without the descriptions. */
function offered(schema: GraphQLSchema): string {
  return print(
    visit(parse(printSchema(lexicographicSortSchema(schema))), {
      enter: (node) =>
        "description" in node && node.description ? { ...node, description: undefined } : undefined,
    }),
  )
}

describe("the subgraphs as one graph", () => {
  const { publicSdl } = composeSupergraph(subgraphs)

  it("Apollo's composition, which the gateway does not use, makes the same graph of them", () => {
    const { errors, schema } = composeServices(
      subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
    )
    expect(errors).toBeUndefined()
    const theirs = schema?.toAPISchema().toGraphQLJSSchema()
    expect(theirs && offered(theirs)).toBe(offered(buildSchema(publicSdl)))
  })

  it("offers everything the contract names, with the types, nullability and arguments it promises", () => {
    const contract = buildSchema(readFileSync(new URL("contract.graphql", import.meta.url), "utf8"))
    expect(findBreakingChanges(contract, buildSchema(publicSdl))).toEqual([])
  })
})
