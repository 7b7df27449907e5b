import { CombinedGraphQLErrors, type ErrorLike, ServerError } from "@apollo/client"
import { ROLES, type Role } from "@plan43/authorization/role"
import { services } from "./services.ts"

/** Why an answer, or a part of it, is missing. */
export interface Failure {
  /**
   * MISSING_PARTS: subgraphs gave no answer; REFUSED: the question was at fault, its message says how; SIGN_IN_NEEDED,
   * FORBIDDEN: not for whoever asks; UNREACHABLE: no answer came; UNEXPECTED: the system failed.
   */
  kind: "MISSING_PARTS" | "REFUSED" | "SIGN_IN_NEEDED" | "FORBIDDEN" | "UNREACHABLE" | "UNEXPECTED"
  /** The parts that gave no answer; empty for the other kinds. */
  missing: string[]
  /** Who may have what was refused; empty for the other kinds. */
  roles: Role[]
  /** What the system says to people, in Vietnamese; null where it said nothing of use. */
  message: string | null
  /** What to quote when asking for help; null where no answer came. */
  requestId: string | null
}

/** Codes whose message tells people what to do. */
const EXPLAINED = [
  "BAD_USER_INPUT",
  "RATE_LIMITED",
  "OPERATION_TOO_LARGE",
  "OPERATION_TIMEOUT",
  "DOCUMENT_UNKNOWN",
  "CROSS_SITE_REQUEST",
]

const NOTHING_SAID = { missing: [], roles: [], message: null, requestId: null }

interface ErrorOfGraph {
  message: string
  extensions?: Record<string, unknown> | undefined
}

/** Reads what Apollo Client reports about an operation. */
export function failureOf(error: ErrorLike): Failure {
  if (CombinedGraphQLErrors.is(error)) return failureOfErrors(error.errors)
  if (ServerError.is(error)) {
    const failure = failureOfErrors(errorsIn(error.bodyText))
    return { ...failure, requestId: failure.requestId ?? error.response.headers.get("x-request-id") }
  }
  return { ...NOTHING_SAID, kind: "UNREACHABLE" }
}

function failureOfErrors(errors: readonly ErrorOfGraph[]): Failure {
  const coded = (...codes: string[]) => errors.find(({ extensions }) => codes.includes(`${extensions?.code}`))
  const requestId = errors.map(({ extensions }) => extensions?.requestId).find((id) => typeof id === "string")
  const said = { ...NOTHING_SAID, requestId: requestId ?? null }
  if (coded("SUBGRAPH_UNAVAILABLE")) {
    const named = errors.map(({ extensions }) => extensions?.service)
    return { ...said, kind: "MISSING_PARTS", missing: services.filter((service) => named.includes(service)) }
  }
  const stranger = coded("UNAUTHENTICATED", "TOKEN_EXPIRED", "TOKEN_INVALID")
  if (stranger) return { ...said, kind: "SIGN_IN_NEEDED", roles: rolesIn(stranger) }
  const forbidden = coded("FORBIDDEN")
  if (forbidden) return { ...said, kind: "FORBIDDEN", roles: rolesIn(forbidden) }
  const refused = coded(...EXPLAINED)
  if (refused) return { ...said, kind: "REFUSED", message: refused.message }
  return { ...said, kind: "UNEXPECTED" }
}

function rolesIn({ extensions }: ErrorOfGraph): Role[] {
  const named: unknown = extensions?.roles
  return Array.isArray(named) ? ROLES.filter((role) => named.includes(role)) : []
}

/** The errors in a body that came with a status of failure; none where the body is something else, e.g. a proxy's page. */
function errorsIn(body: string): ErrorOfGraph[] {
  try {
    const { errors } = JSON.parse(body) as { errors?: ErrorOfGraph[] }
    return errors ?? []
  } catch {
    return []
  }
}
