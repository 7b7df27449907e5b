import { execFile } from "node:child_process"
import { randomUUID } from "node:crypto"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type RunningSystem, startSystem } from "../running-system.ts"
import { type SignedIn, signedInAs } from "../signed-in.ts"

const client = fileURLToPath(new URL("../../docs/guides/example-client.mjs", import.meta.url))

let system: RunningSystem
let coordinator: SignedIn
beforeAll(async () => {
  system = await startSystem()
  coordinator = await signedInAs("dieu-phoi", system)
})
afterAll(() => system?.stop())

interface Credentials {
  id: string
  clientId: string
  secret: string
}

async function register(quotaPerMinute: number): Promise<Credentials> {
  const { registerApiClient } = await coordinator.askWell<{
    registerApiClient: {
      client: { id: string; clientId: string } | null
      secret: string
      userErrors: object[]
    }
  }>(
    `mutation ($input: RegisterApiClientInput!) {
      registerApiClient(input: $input) { client { id clientId } secret userErrors { reason field } }
    }`,
    {
      input: {
        ...{ name: "Hệ thống mẫu", owner: "Sở Tài chính", contact: "a@example.vn", purpose: "Đọc nhiệm vụ" },
        ...{ scopes: ["progress:read"], quotaPerMinute, idempotencyKey: randomUUID() },
        expiresOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
      },
    },
  )
  const { client: registered, secret, userErrors } = registerApiClient
  if (registered === null) throw new Error(JSON.stringify(userErrors))
  return { ...registered, secret }
}

/** Runs the example as its first lines say. */
function run({ clientId, secret }: Credentials, settings: Record<string, string> = {}) {
  return promisify(execFile)(process.execPath, [client], {
    env: { PLAN43_URL: system.url, CLIENT_ID: clientId, CLIENT_SECRET: secret, ...settings },
  })
}

describe("the example client", () => {
  test("reads every task, page by page", async () => {
    const { stdout, stderr } = await run(await register(600))
    const lines = stdout.trim().split("\n")
    expect(lines).toHaveLength(144)
    expect(new Set(lines.map((line) => line.split("\t")[0])).size).toBe(144)
    expect(stderr).toBe("")
  })

  test("waits as long as it is told when it asks too often, and still reads everything", async () => {
    const credentials = await register(3)
    const began = Date.now()
    const { stdout, stderr } = await run(credentials, { PAGE_SIZE: "40" })
    expect(stdout.trim().split("\n")).toHaveLength(144)
    const seconds = Number(/told to wait \(429\): (\d+) s/.exec(stderr)?.[1])
    expect(seconds).toBeGreaterThan(0)
    expect(Date.now() - began).toBeGreaterThan(seconds * 900)
    await expect
      .poll(
        async () => {
          const { apiClient } = await coordinator.askWell<{ apiClient: { use: object[] } }>(
            "query ($id: ID!) { apiClient(id: $id) { use(days: 1) { requests refused } } }",
            { id: credentials.id },
          )
          return apiClient.use
        },
        { timeout: 15_000 },
      )
      .toEqual([{ requests: 5, refused: 1 }])
  }, 120_000)

  test("is told when its access was revoked", async () => {
    const credentials = await register(600)
    await coordinator.askWell(
      "mutation ($input: RevokeApiClientInput!) { revokeApiClient(input: $input) { userErrors { reason } } }",
      { input: { id: credentials.id, version: 1, reason: "thử thu hồi", idempotencyKey: randomUUID() } },
    )
    await expect(run(credentials)).rejects.toThrow("invalid_client")
  })
})

test("the auditor finds who was given tokens, who not, and who registered whom", async () => {
  const credentials = await register(600)
  await run(credentials)
  await expect(run({ ...credentials, secret: "p43_wrong" })).rejects.toThrow("invalid_client")
  const auditor = await signedInAs("thanh-tra", system)
  const { auditEntries } = await auditor.askWell<{
    auditEntries: { edges: { node: { action: string; service: string; actorName: string | null } }[] }
  }>(
    "query ($text: String) { auditEntries(filter: { text: $text }) { edges { node { action service actorName } } } }",
    {
      text: credentials.clientId,
    },
  )
  expect(auditEntries.edges.map(({ node }) => [node.service, node.action])).toEqual([
    ["gateway", "token.refused"],
    ["gateway", "token.issued"],
    ["access", "api_client.registered"],
  ])
})
