import { randomUUID } from "node:crypto"
import { access } from "@plan43/access/subgraph"
import type { RunningSubgraph } from "@plan43/subgraph"
import { askWell, personOf, startForTest } from "@plan43/subgraph/testing"
import type { NamedSubgraph } from "../supergraph/compose.ts"

/** The real access subgraph, as a part of a small graph. */
export interface SmallAccess extends NamedSubgraph {
  running: RunningSubgraph
}

/** @param databaseUrl the connection of its role */
export async function startAccess(databaseUrl: string): Promise<SmallAccess> {
  const running = await startForTest(access, databaseUrl)
  return { name: access.name, url: `${running.url}/graphql`, sdl: access.schema.sdl, running }
}

/** A system as a coordinator registered it. */
export interface RegisteredSystem {
  id: string
  clientId: string
  secret: string
}

const COORDINATOR = personOf("COORDINATOR")

export async function registerSystem(
  { running }: SmallAccess,
  { scopes = ["progress:read", "observations:read"], quotaPerMinute = 600 } = {},
): Promise<RegisteredSystem> {
  const { registerApiClient } = await askWell<{
    registerApiClient: { client: Omit<RegisteredSystem, "secret">; secret: string }
  }>(
    running,
    `mutation ($input: RegisterApiClientInput!) {
      registerApiClient(input: $input) { client { id clientId } secret }
    }`,
    {
      input: {
        ...{ name: "Hệ thống quốc gia", owner: "Bộ KH&CN", contact: "a@example.vn", purpose: "Tổng hợp" },
        ...{ scopes, quotaPerMinute, idempotencyKey: randomUUID() },
        expiresOn: new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10),
      },
    },
    COORDINATOR,
  )
  return { ...registerApiClient.client, secret: registerApiClient.secret }
}

export async function revokeSystem({ running }: SmallAccess, { id }: RegisteredSystem): Promise<void> {
  await askWell(
    running,
    `mutation ($input: RevokeApiClientInput!) { revokeApiClient(input: $input) { userErrors { reason } } }`,
    { input: { id, version: 1, reason: "lộ mã", idempotencyKey: randomUUID() } },
    COORDINATOR,
  )
}

/** What a system asked today, as a coordinator sees it. */
export async function useOfToday(
  { running }: SmallAccess,
  { id }: RegisteredSystem,
): Promise<{ requests: number; refused: number } | undefined> {
  const { apiClient } = await askWell<{ apiClient: { use: { requests: number; refused: number }[] } }>(
    running,
    "query ($id: ID!) { apiClient(id: $id) { use(days: 1) { requests refused } } }",
    { id },
    COORDINATOR,
  )
  return apiClient.use[0]
}
