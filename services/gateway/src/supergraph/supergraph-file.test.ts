import { rename, writeFile } from "node:fs/promises"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { ask, type SmallGateway, startSmallGateway } from "../testing/small-gateway.ts"
import { startAgencies, startTasks } from "../testing/small-graph.ts"
import { type SmallSubgraph, startSmallSubgraph } from "../testing/small-subgraph.ts"
import { composeSupergraph } from "./compose.ts"

describe("a supergraph that changes while the gateway runs", () => {
  let subgraphs: SmallSubgraph[]
  let gateway: SmallGateway

  beforeEach(async () => {
    subgraphs = [await startTasks(), await startAgencies()]
    gateway = await startSmallGateway(subgraphs)
  })
  afterEach(async () => {
    await gateway.stop()
    await Promise.all(subgraphs.map((subgraph) => subgraph.stop()))
  })

  async function addIndicators(): Promise<string> {
    subgraphs.push(
      await startSmallSubgraph("indicators", "type Query { indicators: [String!]! }", {
        Query: { indicators: () => ["Tỷ lệ R&D"] },
      }),
    )
    return composeSupergraph(subgraphs).supergraphSdl
  }

  const indicators = () => ask(gateway.url, "{ indicators }")

  it("is taken over in place, and what is running finishes on the old one", async () => {
    const running = ask(gateway.url, "{ patience(milliseconds: 800) tasks { leads { name } } }")
    const between = Array.from({ length: 20 }, async (_, index) => {
      await new Promise((resolve) => setTimeout(resolve, index * 20))
      return ask(gateway.url, `{ tasks { code a${index}: title } }`)
    })
    await writeFile(gateway.supergraph.path, await addIndicators())
    await vi.waitFor(
      async () => expect((await indicators()).data).toEqual({ indicators: ["Tỷ lệ R&D"] }),
      5_000,
    )
    for (const answer of [running, ...between]) expect((await answer).errors).toBeUndefined()
  })

  it("is taken over when it is replaced by a rename, more than once", async () => {
    const before = composeSupergraph(subgraphs).supergraphSdl
    const after = await addIndicators()
    for (const [sdl, status] of [
      [after, 200],
      [before, 400],
      [after, 200],
    ] as const) {
      await writeFile(`${gateway.supergraph.path}.new`, sdl)
      await rename(`${gateway.supergraph.path}.new`, gateway.supergraph.path)
      await vi.waitFor(
        async () => {
          const { data } = await indicators()
          expect(data === undefined ? 400 : 200).toBe(status)
        },
        { timeout: 5_000 },
      )
    }
  })

  it("stays as it was when the new one is no supergraph", async () => {
    await writeFile(gateway.supergraph.path, "type Query { half")
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect((await ask(gateway.url, "{ tasks { code } }")).errors).toBeUndefined()
    await writeFile(gateway.supergraph.path, await addIndicators())
    await vi.waitFor(async () => expect((await indicators()).errors).toBeUndefined(), 5_000)
  })

  it("names other addresses: the part is asked there from then on", async () => {
    const elsewhere = await startAgencies()
    const [tasks] = subgraphs
    await writeFile(
      gateway.supergraph.path,
      composeSupergraph([tasks as SmallSubgraph, elsewhere]).supergraphSdl,
    )
    await vi.waitFor(async () => {
      await ask(gateway.url, "{ agencies { name } }")
      expect(elsewhere.asked.length).toBeGreaterThan(0)
    }, 5_000)
    subgraphs.push(elsewhere)
  })
})
