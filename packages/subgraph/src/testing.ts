import { randomUUID } from "node:crypto"
import {
  type Identity,
  REQUESTER_HEADER,
  RequestSigner,
  type Role,
  SIGNATURE_HEADER,
  scopesOf,
  writeRequester,
} from "@plan43/authorization"
import type { Clock } from "@plan43/calendar"
import { type RunningSubgraph, type SubgraphDefinition, startSubgraph } from "./server/subgraph.ts"

/** An answer as a client sees it. */
export interface Answer<Data> {
  data: Data | null
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[]
}

/** What subgraphs under test take for the gateway's. */
export const TEST_SECRET = "the secret of subgraphs that are under test"
const signer = new RequestSigner(TEST_SECRET)

/** A person of a role, as the gateway would vouch for. */
export function personOf(role: Role, agencyId: string | null = null): Identity {
  const id = agencyId === null ? role.toLowerCase() : `${role.toLowerCase()}-${agencyId}`
  return { kind: "PERSON", id, name: id, role, agencyId, scopes: [...scopesOf(role)] }
}

/** Starts a subgraph on a free port of this machine, migrated forward, logging nothing. */
export function startForTest(
  definition: SubgraphDefinition,
  databaseUrl: string,
  clock?: Clock,
): Promise<RunningSubgraph> {
  const configuration = {
    host: "127.0.0.1",
    port: 0,
    databaseUrl,
    gatewaySecrets: [TEST_SECRET],
    logLevel: "silent",
  } as const
  return startSubgraph(definition, configuration, clock)
}

/** Asks a running subgraph as the gateway would: over HTTP, signed, for an anonymous client unless told for whom. */
export async function ask<Data>(
  subgraph: Pick<RunningSubgraph, "url" | "name">,
  query: string,
  variables: Record<string, unknown> = {},
  identity: Identity | null = null,
): Promise<Answer<Data>> {
  const response = await send(subgraph, "/graphql", { query, variables }, identity)
  return (await response.json()) as Answer<Data>
}

/** What a subscription tells first, or why it was refused; it is left then. */
export async function firstEvent<Data>(
  subgraph: Pick<RunningSubgraph, "url" | "name">,
  query: string,
  variables: Record<string, unknown> = {},
  identity: Identity | null = null,
): Promise<Answer<Data>> {
  const left = new AbortController()
  try {
    const response = await send(subgraph, "/graphql/stream", { query, variables }, identity, left.signal)
    if (response.headers.get("content-type")?.includes("json"))
      return { data: null, ...((await response.json()) as Partial<Answer<Data>>) }
    const decoder = new TextDecoder()
    let text = ""
    for await (const bytes of response.body ?? []) {
      text += decoder.decode(bytes, { stream: true })
      const told = /^data: (.+)\n/m.exec(text)?.[1]
      if (told !== undefined) return JSON.parse(told) as Answer<Data>
    }
    throw new Error(`the subscription ended before it told anything: ${text}`)
  } finally {
    left.abort()
  }
}

/** Sends an operation as the gateway does, for somebody. */
function send(
  subgraph: Pick<RunningSubgraph, "url" | "name">,
  path: string,
  operation: { query: string; variables: Record<string, unknown> },
  identity: Identity | null,
  signal?: AbortSignal,
): Promise<Response> {
  const body = JSON.stringify(operation)
  const requestId = randomUUID()
  const requester = writeRequester({ identity, address: "203.0.113.7" })
  return fetch(`${subgraph.url}${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-request-id": requestId,
      [REQUESTER_HEADER]: requester,
      [SIGNATURE_HEADER]: signer.sign({ subgraph: subgraph.name, requestId, requester, body }),
    },
    body,
    ...(signal === undefined ? {} : { signal }),
  })
}

/** The data of an answer that must be free of errors. */
export async function askWell<Data>(
  subgraph: Pick<RunningSubgraph, "url" | "name">,
  query: string,
  variables?: Record<string, unknown>,
  identity?: Identity,
): Promise<Data> {
  const { data, errors } = await ask<Data>(subgraph, query, variables, identity)
  if (data === null || errors !== undefined) throw new Error(JSON.stringify(errors))
  return data
}

/** Kinds of rows that the walk through every field tells apart: published, of the asker's agency, of another. */
export type WalkedRowKind = "published" | "own" | "another"

/**
 * Writes a row of each kind of every type that people record in a subgraph, for `test/access`.
 * @param agencyIds the agency that a row of a kind is of
 * @returns the rows' identifiers, by type and kind
 */
export type RecordWalkedRows = (
  execute: (statement: string, parameters?: unknown[]) => Promise<unknown>,
  agencyIds: Readonly<Record<WalkedRowKind, string>>,
) => Promise<Readonly<Record<string, Readonly<Record<WalkedRowKind, string>>>>>
