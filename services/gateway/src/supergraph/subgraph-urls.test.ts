import { expect, it } from "vitest"
import { composeSupergraph } from "./compose.ts"
import { subgraphUrlsOf, withSubgraphUrls } from "./subgraph-urls.ts"

const { supergraphSdl } = composeSupergraph([
  { name: "tasks", url: "http://127.0.0.1:4002/graphql", sdl: "type Query { tasks: Int }" },
  { name: "agencies", url: "http://127.0.0.1:4001/graphql", sdl: "type Query { agencies: Int }" },
])

it("a supergraph names the address of every subgraph", () => {
  expect(Object.fromEntries(subgraphUrlsOf(supergraphSdl))).toEqual({
    agencies: "http://127.0.0.1:4001/graphql",
    tasks: "http://127.0.0.1:4002/graphql",
  })
})

it("the environment's addresses replace those of the build, subgraph by subgraph", () => {
  const pointed = withSubgraphUrls(supergraphSdl, {
    tasks: "http://tasks.plan43.svc/graphql",
    agencies: undefined,
  })
  expect(Object.fromEntries(subgraphUrlsOf(pointed))).toEqual({
    agencies: "http://127.0.0.1:4001/graphql",
    tasks: "http://tasks.plan43.svc/graphql",
  })
})
