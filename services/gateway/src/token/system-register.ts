import { GraphQLError } from "graphql"
import { RequestRefused } from "../http/request-refused.ts"
import type { AskAsGateway } from "../subgraph/ask-as-gateway.ts"
import type { ClientCredentials } from "./client-credentials.ts"

/** How a system stands, as the access subgraph says. */
export interface SystemStanding {
  clientId: string
  name: string
  scopes: string[]
  quotaPerMinute: number
  state: "ACTIVE" | "EXPIRED" | "REVOKED"
}

/** The system that a secret proves, or why it proves none, e.g. "WRONG_SECRET". */
export type SecretCheck = { standing: SystemStanding; fault: null } | { standing: null; fault: string }

/** What systems asked since it was last told. */
export interface UseBatch {
  /** A uuid: the same batch counts once. */
  id: string
  uses: readonly { clientId: string; requests: number; refused: number; lastAt: string }[]
}

/** Whether a client id is of the form that the register gives. */
export function isOfRegister(clientId: string): boolean {
  return /^sys-[\da-f]{12}$/.test(clientId)
}

const STANDING = "clientId name scopes quotaPerMinute state"

const CHECK_SECRET = `query CheckSecret($clientId: String!, $secret: String!) {
  apiClientBySecret(clientId: $clientId, secret: $secret) { standing { ${STANDING} } fault }
}`

const STANDINGS = `query Standings($clientIds: [String!]!) {
  apiClientStandings(clientIds: $clientIds) { ${STANDING} }
}`

const RECORD_USE = `mutation RecordUse($batch: ID!, $uses: [ApiClientUseInput!]!) {
  recordApiClientUse(batch: $batch, uses: $uses)
}`

/** What the access subgraph tells the gateway alone about systems. */
export class SystemRegister {
  readonly #askAsGateway: AskAsGateway

  constructor(askAsGateway: AskAsGateway) {
    this.#askAsGateway = askAsGateway
  }

  /** @throws RegisterUnreachable */
  async check({ clientId, secret }: ClientCredentials, requestId: string): Promise<SecretCheck> {
    const { apiClientBySecret } = await this.#ask<{ apiClientBySecret: SecretCheck }>(
      CHECK_SECRET,
      { clientId, secret },
      requestId,
    )
    return apiClientBySecret
  }

  /**
   * @returns null for a system that is not registered
   * @throws RegisterUnreachable
   */
  async standingOf(clientId: string): Promise<SystemStanding | null> {
    const { apiClientStandings } = await this.#ask<{ apiClientStandings: SystemStanding[] }>(STANDINGS, {
      clientIds: [clientId],
    })
    return apiClientStandings[0] ?? null
  }

  /** @throws RegisterUnreachable */
  async recordUse({ id, uses }: UseBatch): Promise<void> {
    await this.#ask(RECORD_USE, { batch: id, uses })
  }

  async #ask<Data>(
    document: string,
    variables: Readonly<Record<string, unknown>>,
    requestId?: string,
  ): Promise<Data> {
    try {
      return await this.#askAsGateway<Data>("access", document, variables, requestId)
    } catch (error) {
      if (error instanceof GraphQLError) throw new RegisterUnreachable(error)
      throw error
    }
  }
}

/** It cannot be found out at the moment who a system is. */
export class RegisterUnreachable extends RequestRefused {
  constructor(cause: GraphQLError) {
    super(
      503,
      "SUBGRAPH_UNAVAILABLE",
      "Tạm thời không kiểm tra được thông tin truy cập của hệ thống; hãy gửi lại sau ít giây",
      { "retry-after": "5" },
    )
    this.name = "RegisterUnreachable"
    this.cause = cause
  }
}
