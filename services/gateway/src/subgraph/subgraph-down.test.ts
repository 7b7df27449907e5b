import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { ask, type SmallGateway, startSmallGateway } from "../testing/small-gateway.ts"
import { startAgencies, startTasks } from "../testing/small-graph.ts"
import type { SmallSubgraph } from "../testing/small-subgraph.ts"

describe("when a part of the graph does not answer", () => {
  let tasks: SmallSubgraph
  let agencies: SmallSubgraph
  let gateway: SmallGateway

  beforeEach(async () => {
    tasks = await startTasks()
    agencies = await startAgencies()
    gateway = await startSmallGateway([tasks, agencies], { subgraphTimeout: 300 })
  })
  afterEach(async () => {
    await gateway.stop()
    await Promise.allSettled([tasks.stop(), agencies.stop()])
  })

  it("the rest is answered, with null where the schema allows it and an error that names the part", async () => {
    await agencies.stop()
    const { data, errors, status } = await ask(
      gateway.url,
      `{ task(code: "1") { title lead { shortName } } agency(id: "so-khcn") { name } }`,
    )
    expect(status).toBe(200)
    expect(data).toEqual({
      task: { title: "Triển khai Nghị quyết", lead: { shortName: null } },
      agency: null,
    })
    expect(errors).toContainEqual({
      message: "Phần dữ liệu “cơ quan, đơn vị” tạm thời không truy cập được",
      path: ["agency"],
      extensions: {
        code: "SUBGRAPH_UNAVAILABLE",
        service: "agencies",
        reason: "NO_CONNECTION",
        requestId: expect.any(String),
      },
    })
  })

  it("a field that may not be null takes its parent along", async () => {
    await agencies.stop()
    const { data, errors } = await ask(gateway.url, `{ task(code: "1") { title lead { name } } }`)
    expect(data).toEqual({ task: { title: "Triển khai Nghị quyết", lead: null } })
    expect(errors?.map(({ path }) => path)).toEqual([["task", "lead"]])
  })

  it("asks again once the part is back, without being told", async () => {
    await agencies.stop()
    expect((await ask(gateway.url, `{ agency(id: "so-khcn") { name } }`)).data).toEqual({ agency: null })
    agencies = await startAgencies(agencies.port)
    const { data, errors } = await ask(gateway.url, `{ agency(id: "so-khcn") { name } }`)
    expect(errors).toBeUndefined()
    expect(data).toEqual({ agency: { name: "Sở Khoa học và Công nghệ" } })
  })

  it("a part that is too slow is left out", async () => {
    const { data, errors } = await ask(
      gateway.url,
      `{ patience(milliseconds: 5000) agency(id: "cong-an-tp") { name } }`,
    )
    expect(data).toEqual({ patience: null, agency: { name: "Công an Thành phố" } })
    expect(errors).toMatchObject([
      { path: ["patience"], extensions: { service: "tasks", reason: "TIMEOUT" } },
    ])
    expect(tasks.asked).toHaveLength(1)
  })

  it("a query is asked again where the connection breaks or the part says that it is busy", async () => {
    agencies.interruptions.push(
      (request) => request.socket.destroy(),
      (_request, response) => response.writeHead(503).end("starting"),
    )
    const { data, errors } = await ask(gateway.url, `{ agency(id: "so-khcn") { name } }`)
    expect(errors).toBeUndefined()
    expect(data).toEqual({ agency: { name: "Sở Khoa học và Công nghệ" } })
    expect(agencies.asked).toHaveLength(3)
  })

  it("a mutation is asked once: it may have been done", async () => {
    tasks.interruptions.push((request) => request.socket.destroy())
    const { data, errors } = await ask(gateway.url, `mutation { complete(code: "1") { title } }`)
    expect(data).toEqual({ complete: null })
    expect(errors).toMatchObject([{ extensions: { code: "SUBGRAPH_UNAVAILABLE", service: "tasks" } }])
    expect(tasks.asked).toHaveLength(1)
  })

  it("what is no GraphQL answer counts as none", async () => {
    agencies.interruptions.push((_request, response) => response.writeHead(200).end("<h1>It works</h1>"))
    const { data, errors } = await ask(gateway.url, `{ agency(id: "so-khcn") { name } }`)
    expect(data).toEqual({ agency: null })
    expect(errors).toMatchObject([{ extensions: { code: "SUBGRAPH_UNAVAILABLE", reason: "BAD_RESPONSE" } }])
  })
})
