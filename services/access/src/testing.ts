import { randomUUID } from "node:crypto"
import type { Identity } from "@plan43/authorization"
import { addDays, systemClock, todayInHanoi } from "@plan43/calendar"
import type { RunningSubgraph } from "@plan43/subgraph"
import { askWell, personOf } from "@plan43/subgraph/testing"

/** The gateway itself, as it asks for what it is told alone. */
export const gateway: Identity = {
  ...personOf("AUDITOR"),
  kind: "GATEWAY",
  id: "gateway",
  role: null,
  scopes: ["gateway"],
}

export const coordinator = personOf("COORDINATOR")

export const today = todayInHanoi(systemClock)

/** What a coordinator fills in. */
export const details = {
  name: "Hệ thống chỉ tiêu quốc gia",
  owner: "Bộ Khoa học và Công nghệ",
  contact: "lien-he@example.vn",
  purpose: "Tổng hợp tiến độ",
  scopes: ["progress:read"],
  quotaPerMinute: 60,
  expiresOn: addDays(today, 90),
}

export interface Registered {
  id: string
  clientId: string
  version: number
  secret: string
}

const FIELDS = "client { id clientId version } secret userErrors { reason field message }"

/** Registers a system as a coordinator does. */
export async function register(
  subgraph: RunningSubgraph,
  changed: Partial<typeof details> = {},
): Promise<Registered> {
  const input = { ...details, ...changed, idempotencyKey: randomUUID() }
  const { registerApiClient } = await askWell<{
    registerApiClient: { client: Omit<Registered, "secret">; secret: string }
  }>(
    subgraph,
    `mutation ($input: RegisterApiClientInput!) { registerApiClient(input: $input) { ${FIELDS} } }`,
    { input },
    coordinator,
  )
  return { ...registerApiClient.client, secret: registerApiClient.secret }
}

export interface Check {
  standing: { clientId: string; scopes: string[]; quotaPerMinute: number; state: string } | null
  fault: string | null
}

/** Holds a secret against the register as the gateway does. */
export async function check(subgraph: RunningSubgraph, clientId: string, secret: string): Promise<Check> {
  const { apiClientBySecret } = await askWell<{ apiClientBySecret: Check }>(
    subgraph,
    `query ($clientId: String!, $secret: String!) {
      apiClientBySecret(clientId: $clientId, secret: $secret) { standing { clientId scopes quotaPerMinute state } fault }
    }`,
    { clientId, secret },
    gateway,
  )
  return apiClientBySecret
}
