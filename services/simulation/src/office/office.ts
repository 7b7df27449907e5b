import { createHash, randomBytes, randomUUID } from "node:crypto"
import {
  type Identity,
  REQUESTER_HEADER,
  RequestSigner,
  type Role,
  SIGNATURE_HEADER,
  scopesOf,
  writeRequester,
} from "@plan43/authorization"
import type { RunningSubgraph } from "@plan43/subgraph"

/** What a mutation answers besides the row. */
interface Payload {
  userErrors: readonly { reason: string; field: string; message: string }[]
}

/** Something that the graph of a subgraph does. */
export interface Deed {
  subgraph: Pick<RunningSubgraph, "name" | "url">
  /** e.g. "reportProgress" */
  mutation: string
  /** e.g. "ReportProgressInput!" */
  type: string
  input: Readonly<Record<string, unknown>>
  /** What is read of the answer besides the errors, e.g. "report { id version }" */
  read: string
}

/** What only this process and the subgraphs in it know. */
export const OFFICE_SECRET = randomBytes(32).toString("base64url")

/**
 * The people of the simulated year and what they do: each deed is a request of the graph, for somebody of a role, with
 * the rules and the history that all requests have.
 */
export class Office {
  readonly #signer = new RequestSigner(OFFICE_SECRET)
  readonly #digest = createHash("sha256")
  readonly #done = new Map<string, number>()
  readonly #refused = new Map<string, number>()
  readonly #seed: number
  readonly #beforeEach: (subgraph: string) => Promise<void>
  #count = 0

  /** @param beforeEach called before each deed with the name of the subgraph that it is done in: time passes */
  constructor(seed: number, beforeEach: (subgraph: string) => Promise<void>) {
    this.#seed = seed
    this.#beforeEach = beforeEach
  }

  readonly coordinator = person("COORDINATOR", "Điều phối viên")
  readonly leader = person("CITY_LEADER", "Lãnh đạo Thành phố")

  officerOf(agencyId: string): Identity {
    return person("AGENCY_OFFICER", "Đầu mối", agencyId)
  }

  /** How often each deed was done. */
  get done(): ReadonlyMap<string, number> {
    return this.#done
  }

  /** How often each deed was refused, and why, e.g. "reportProgress: DATE_IN_FUTURE completedOn". */
  get refused(): ReadonlyMap<string, number> {
    return this.#refused
  }

  /** The same for the same year: who did what about what, in order. */
  digest(): string {
    return this.#digest.copy().digest("hex")
  }

  /** @throws Error with what the subgraph answered in place of data */
  async ask<Data>(
    { name, url }: Pick<RunningSubgraph, "name" | "url">,
    who: Identity,
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
  ): Promise<Data> {
    const body = JSON.stringify({ query, variables })
    const requestId = randomUUID()
    const requester = writeRequester({ identity: who, address: null })
    const answer = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-request-id": requestId,
        [REQUESTER_HEADER]: requester,
        [SIGNATURE_HEADER]: this.#signer.sign({ subgraph: name, requestId, requester, body }),
      },
      body,
    })
    const { data, errors } = (await answer.json()) as { data: Data | null; errors?: unknown }
    if (data === null || data === undefined || errors !== undefined)
      throw new Error(
        `${name} answered ${JSON.stringify(errors)} to ${query} with ${JSON.stringify(variables)}`,
      )
    return data
  }

  /**
   * @param about what it is done to, in words that are the same in every run, e.g. "18 so-tai-chinh"
   * @returns the answer; null where it was refused
   */
  async carryOut<Answer extends object>(
    who: Identity,
    { subgraph, mutation, type, input, read }: Deed,
    about: string,
  ): Promise<Answer | null> {
    this.#count += 1
    await this.#beforeEach(subgraph.name)
    const { answer } = await this.ask<{ answer: Answer & Payload }>(
      subgraph,
      who,
      `mutation ($input: ${type}) { answer: ${mutation}(input: $input) { ${read} userErrors { reason field message } } }`,
      { input: { idempotencyKey: `simulation-${this.#seed}-${this.#count}`, ...input } },
    )
    const [refusal] = answer.userErrors
    const outcome = refusal === undefined ? "done" : `${refusal.reason} ${refusal.field}`
    this.#digest.update(`${who.role} ${mutation} ${about} ${outcome}\n`)
    if (refusal === undefined) increase(this.#done, mutation)
    else increase(this.#refused, `${mutation}: ${outcome}`)
    return refusal === undefined ? answer : null
  }
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** Nobody who exists: the name says so in every list and in the history. */
function person(role: Role, name: string, agencyId: string | null = null): Identity {
  return {
    kind: "PERSON",
    id: ["simulated", role.toLowerCase(), ...(agencyId === null ? [] : [agencyId])].join("-"),
    name: `${name} (mô phỏng)`,
    role,
    agencyId,
    scopes: [...scopesOf(role)],
  }
}
