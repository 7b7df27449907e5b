import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { ask, GATEWAY_SECRET } from "./testing/small-gateway.ts"
import { type SupergraphOnDisk, startAgencies, startTasks, writeSupergraph } from "./testing/small-graph.ts"
import type { SmallSubgraph } from "./testing/small-subgraph.ts"

describe("the gateway as a process", () => {
  let tasks: SmallSubgraph
  let agencies: SmallSubgraph
  let supergraph: SupergraphOnDisk
  let child: ChildProcess

  beforeEach(async () => {
    tasks = await startTasks()
    agencies = await startAgencies()
    supergraph = await writeSupergraph([tasks, agencies])
  })
  afterEach(async () => {
    child.kill("SIGKILL")
    await supergraph.remove()
    await Promise.all([tasks.stop(), agencies.stop()])
  })

  function run(env: Record<string, string>): void {
    const source = ["--conditions=plan43-source", "--import", "@oxc-node/core/register"]
    child = spawn(process.execPath, [...source, new URL("./main.ts", import.meta.url).pathname], {
      env: {
        PATH: process.env.PATH,
        PORT: "0",
        LOG_LEVEL: "silent",
        SUPERGRAPH: supergraph.path,
        GATEWAY_SECRET,
        ANONYMOUS_OPERATIONS: "any",
        ...env,
      },
      stdio: ["ignore", "inherit", "pipe", "ipc"],
    })
  }

  /** Starts it; resolves with its address once it says that it is ready. */
  async function start(env: Record<string, string> = {}): Promise<string> {
    run(env)
    const [message] = await Promise.race([once(child, "message"), failure()])
    expect(message).toMatchObject({ ready: true })
    return message.url
  }

  for (const [what, end] of [
    ["SIGTERM", () => child.kill("SIGTERM")],
    ["SIGINT", () => child.kill("SIGINT")],
    ["a parent that is gone", () => child.disconnect()],
  ] as const) {
    it(`${what}: finishes the running request, takes no other and exits with 0`, async () => {
      const url = await start()
      const running = ask(url, `{ patience(milliseconds: 600) tasks { leads { name } } }`)
      while (tasks.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
      end()
      await new Promise((resolve) => setTimeout(resolve, 100))
      await expect(fetch(`${url}/health`)).rejects.toThrow()
      const { data, errors } = await running
      expect(errors).toBeUndefined()
      expect(data).toMatchObject({
        patience: "xong",
        tasks: [{ leads: [{ name: "Sở Khoa học và Công nghệ" }] }, {}],
      })
      expect(await exitCode()).toBe(0)
    })
  }

  it("does not wait for ever for a running request", async () => {
    const url = await start({ SHUTDOWN_TIMEOUT_MS: "200" })
    const running = ask(url, `{ patience(milliseconds: 5000) }`)
    while (tasks.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
    const stopped = performance.now()
    child.kill("SIGTERM")
    await expect(running).rejects.toThrow()
    expect(await exitCode()).toBe(0)
    expect(performance.now() - stopped).toBeLessThan(2_000)
  })

  it("a wrong environment is one clear line and an exit code", async () => {
    run({ PORT: "many", TASKS_URL: "tasks:4002" })
    expect(await lastWords()).toMatch(/^gateway: PORT: .+; TASKS_URL: .+$/)
    expect(await exitCode()).toBe(1)
  })

  it("so is a missing supergraph, and a port in use", async () => {
    run({ SUPERGRAPH: "/nowhere/supergraph.graphql" })
    expect(await lastWords()).toMatch(
      /^gateway: \/nowhere\/supergraph.graphql is no usable supergraph: ENOENT/,
    )
    run({ PORT: String(tasks.port) })
    expect(await lastWords()).toMatch(/^gateway: listen EADDRINUSE/)
    expect(await exitCode()).toBe(1)
  })

  async function failure(): Promise<never> {
    throw new Error(await lastWords())
  }

  async function lastWords(): Promise<string> {
    let text = ""
    for await (const chunk of child.stderr ?? []) text += chunk
    return text.trim()
  }

  async function exitCode(): Promise<number | null> {
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit")
    return child.exitCode
  }
})
