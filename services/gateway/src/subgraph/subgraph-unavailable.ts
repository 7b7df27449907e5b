import { GraphQLError } from "graphql"
import { dataHeldBy } from "../supergraph/data-held-by.ts"

/** Why a subgraph gave no answer. */
export type UnavailableReason =
  /** Nobody listens there, or the connection broke. */
  | "NO_CONNECTION"
  /** No answer in time. */
  | "TIMEOUT"
  /** Something answered that is not a GraphQL response. */
  | "BAD_RESPONSE"

/**
 * A part of the graph gave no answer: the fields it holds are missing from the data. Clients recognise it
 * by `extensions.code` SUBGRAPH_UNAVAILABLE and learn the part from `extensions.service`.
 */
export class SubgraphUnavailable extends GraphQLError {
  readonly reason: UnavailableReason

  constructor(service: string, reason: UnavailableReason, options: { cause?: unknown } = {}) {
    super(`Phần dữ liệu “${dataHeldBy(service)}” tạm thời không truy cập được`, {
      extensions: { code: "SUBGRAPH_UNAVAILABLE", service, reason },
    })
    this.name = "SubgraphUnavailable"
    this.reason = reason
    this.cause = options.cause
  }
}
