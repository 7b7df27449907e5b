import { CombinedGraphQLErrors, type ErrorLike, ServerError } from "@apollo/client"

/** The parts of the graph, as `extensions.service` names them. */
export const services = ["agencies", "tasks", "indicators", "cooperation"] as const
export type Service = (typeof services)[number]

/** Why an answer, or a part of it, is missing. */
export interface Failure {
  /**
   * MISSING_PARTS: subgraphs gave no answer; REFUSED: the question was at fault, its message says how;
   * UNREACHABLE: no answer came; UNEXPECTED: the system failed.
   */
  kind: "MISSING_PARTS" | "REFUSED" | "UNREACHABLE" | "UNEXPECTED"
  /** The parts that gave no answer; empty for the other kinds. */
  missing: Service[]
  /** What the system says to people, in Vietnamese; null where it said nothing of use. */
  message: string | null
  /** What to quote when asking for help; null where no answer came. */
  requestId: string | null
}

/** Reads what Apollo Client reports about an operation. */
export function failureOf(error: ErrorLike): Failure {
  if (CombinedGraphQLErrors.is(error)) return failureOfErrors(error)
  if (ServerError.is(error)) {
    const requestId = error.response.headers.get("x-request-id")
    return { kind: "UNEXPECTED", missing: [], message: null, requestId }
  }
  return { kind: "UNREACHABLE", missing: [], message: null, requestId: null }
}

/** What the system refused with a sentence for people. */
const REFUSALS: ReadonlySet<unknown> = new Set([
  "BAD_USER_INPUT",
  "OPERATION_TOO_LARGE",
  "OPERATION_TIMEOUT",
  "RATE_LIMITED",
  "DOCUMENT_UNKNOWN",
])

function failureOfErrors({ errors }: CombinedGraphQLErrors): Failure {
  const codes = errors.map(({ extensions }) => extensions?.code)
  const named = errors.map(({ extensions }) => extensions?.service)
  const missing = services.filter((service) => named.includes(service))
  const requestId = errors.map(({ extensions }) => extensions?.requestId).find((id) => typeof id === "string")
  if (codes.includes("SUBGRAPH_UNAVAILABLE"))
    return { kind: "MISSING_PARTS", missing, message: null, requestId: requestId ?? null }
  const refused = errors.find(({ extensions }) => REFUSALS.has(extensions?.code))
  return {
    kind: refused ? "REFUSED" : "UNEXPECTED",
    missing: [],
    message: refused?.message ?? null,
    requestId: requestId ?? null,
  }
}
