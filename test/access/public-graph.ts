import { composeSupergraph } from "@plan43/gateway/supergraph"
import { buildSchema, type GraphQLSchema } from "graphql"
import type { PrintedSubgraph } from "./subgraph-schemas.ts"

/** What clients see of the subgraphs together. */
export function publicGraphOf(subgraphs: readonly PrintedSubgraph[]): GraphQLSchema {
  const { publicSdl } = composeSupergraph(
    subgraphs.map(({ name, sdl }) => ({ name, sdl, url: `http://${name}/graphql` })),
  )
  return buildSchema(publicSdl)
}
