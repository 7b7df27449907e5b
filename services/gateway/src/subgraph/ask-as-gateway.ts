import { randomUUID } from "node:crypto"
import type { Identity, Requester } from "@plan43/authorization"
import type { SubgraphClients } from "./subgraph-clients.ts"

const GATEWAY: Identity = {
  kind: "GATEWAY",
  id: "gateway",
  name: "Cổng dịch vụ",
  role: null,
  agencyId: null,
  scopes: ["gateway"],
}

const REQUESTER: Requester = { identity: GATEWAY, address: null }

/**
 * Asks a subgraph for what it tells the gateway alone.
 * @param subgraph its name, e.g. "access"
 * @param document one operation; a mutation begins with the word and is never sent twice
 * @param requestId the client's request that this is asked for; a new id where it is asked for none
 * @throws SubgraphUnavailable when there is no answer, GraphQLError when the answer has an error
 */
export type AskAsGateway = <Data>(
  subgraph: string,
  document: string,
  variables: Readonly<Record<string, unknown>>,
  requestId?: string,
) => Promise<Data>

/** @param subgraphs those of the current supergraph */
export function askingAsGateway(subgraphs: Pick<SubgraphClients, "named">): AskAsGateway {
  return async <Data>(
    subgraph: string,
    document: string,
    variables: Readonly<Record<string, unknown>>,
    requestId: string = randomUUID(),
  ) => {
    const { data, errors } = await subgraphs.named(subgraph).ask({
      query: document,
      variables,
      repeatable: !document.trimStart().startsWith("mutation"),
      verbatim: false,
      requestId,
      requester: REQUESTER,
    })
    if (errors?.[0]) throw errors[0]
    return data as Data
  }
}
