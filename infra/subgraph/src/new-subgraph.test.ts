import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import { createTestDatabase, type TestDatabase, whileNobodyProvisions } from "@plan43/database/testing"
import { OTHER_PORTS, subgraphs } from "@plan43/subgraph-list"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { freeNeighbouringPorts } from "../../local/src/testing/free-ports.ts"
import { copyRepository, type Ran, type RepositoryCopy } from "./testing/copy-of-repository.ts"

/** Builds and processes on a machine that does other things besides, in milliseconds. */
const PATIENCE_MS = 900_000
const SECRET = "what the gateway and the subgraph of this test know"

let copy: RepositoryCopy
let made: Ran

beforeAll(() => {
  copy = copyRepository()
  made = copy.run("npm", [
    "run",
    "--silent",
    "new:subgraph",
    "specimens",
    "--",
    "--entity=specimen",
    "--thing=mẫu vật",
    "--holds=bộ mẫu",
  ])
}, PATIENCE_MS)

afterAll(() => copy?.remove())

const written = (path: string) => readFileSync(join(copy.root, path), "utf8")

describe("a subgraph that was made by npm run new:subgraph", () => {
  test("is built, and is part of the graph that the gateway runs on", () => {
    expect(made).toMatchObject({ code: 0 })
    expect(written("services/gateway/dist/supergraph.graphql")).toContain('name: "specimens"')
    expect(written("services/gateway/dist/api.graphql")).toContain("specimen(id: ID!): Specimen")
  })

  test("has a port that nobody had", () => {
    const { port } = JSON.parse(written("services/specimens/subgraph.json"))
    expect([...subgraphs.map((known) => known.port), ...Object.values(OTHER_PORTS)]).not.toContain(port)
  })

  test("says to people in Vietnamese what was asked for", () => {
    expect(written("services/specimens/src/specimen/record-specimen.ts")).toContain("Hãy ghi tên của mẫu vật")
  })

  test(
    "leaves nothing to linter and compiler",
    () => {
      expect(
        copy.run("biome", ["check", "services/specimens", "services/gateway/package.json"]),
      ).toMatchObject({
        code: 0,
      })
      const settings = { extends: "./tsconfig.json", include: ["services/specimens"] }
      writeFileSync(join(copy.root, "tsconfig.specimens.json"), JSON.stringify(settings))
      expect(copy.run("tsc", ["-p", "tsconfig.specimens.json"])).toEqual({ code: 0, printed: "" })
    },
    PATIENCE_MS,
  )

  test(
    "passes its own tests",
    () => expect(copy.run("vitest", ["run", "services/specimens"])).toMatchObject({ code: 0 }),
    PATIENCE_MS,
  )

  test("is not made twice", () => {
    const again = copy.run("npm", ["run", "--silent", "new:subgraph", "specimens"])
    expect(again).toMatchObject({ code: 1, printed: "there is a subgraph specimens already\n" })
  })
})

describe("started behind the gateway", () => {
  let database: TestDatabase
  let client: pg.Client
  let port: number
  const started: ChildProcess[] = []

  function start(service: string, env: Record<string, string>): void {
    started.push(
      spawn(process.execPath, ["dist/main.js"], {
        cwd: join(copy.root, "services", service),
        env: { ...process.env, HOST: "127.0.0.1", GATEWAY_SECRET: SECRET, LOG_LEVEL: "silent", ...env },
        stdio: "ignore",
      }),
    )
  }

  beforeAll(async () => {
    database = await createTestDatabase()
    const provisioned = await whileNobodyProvisions(() =>
      copy.run(
        process.execPath,
        [
          "--conditions=plan43-source",
          "--import=@oxc-node/core/register",
          "--input-type=module",
          "--eval",
          `import { provision } from "@plan43/database/provision"
           console.log((await provision(process.env.ADMIN_URL)).specimens)`,
        ],
        { ADMIN_URL: database.adminUrl },
      ),
    )
    expect(provisioned).toMatchObject({ code: 0 })
    const url = provisioned.printed.trim()
    port = await freeNeighbouringPorts(2)
    start("specimens", { PORT: String(port + 1), DATABASE_URL: url })
    start("gateway", {
      PORT: String(port),
      SPECIMENS_URL: `http://127.0.0.1:${port + 1}/graphql`,
      ANONYMOUS_OPERATIONS: "any",
    })
    client = new pg.Client({ connectionString: url })
    await client.connect()
  }, PATIENCE_MS)

  afterAll(async () => {
    for (const child of started) {
      if (child.exitCode !== null) continue
      child.kill("SIGTERM")
      await once(child, "exit")
    }
    await client?.end()
    await database?.drop()
  })

  async function answer(): Promise<unknown> {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ specimens { edges { node { name } } } }" }),
    })
    return response.json()
  }

  test(
    "it answers for its entity",
    async () => {
      // It migrates its schema first.
      for (;;) {
        const { rows } = await client.query("select to_regclass('specimens.specimen') is not null as made")
        if (rows[0].made) break
        await setTimeout(200)
      }
      await client.query(
        "insert into specimen (id, name, published_at) values (gen_random_uuid(), 'Mẫu thứ nhất', now())",
      )
      await expect
        .poll(() => answer().catch(() => null), { timeout: 120_000, interval: 500 })
        .toEqual({ data: { specimens: { edges: [{ node: { name: "Mẫu thứ nhất" } }] } } })
    },
    PATIENCE_MS,
  )
})

test("every subgraph is built before the gateway composes what it printed", () => {
  const manifest = JSON.parse(
    readFileSync(new URL("../../../services/gateway/package.json", import.meta.url), "utf8"),
  )
  expect(Object.keys(manifest.devDependencies)).toEqual(
    expect.arrayContaining(subgraphs.map(({ name }) => `@plan43/${name}`)),
  )
})
