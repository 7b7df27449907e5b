import type { GatewayPlugin } from "@graphql-hive/gateway-runtime"
import { GraphQLError } from "graphql"
import type { Logger } from "pino"
import type { GraphRequestContext } from "./graph-request-context.ts"

const UNEXPECTED = "Hệ thống gặp lỗi ngoài dự kiến; lỗi đã được ghi nhật ký"

/**
 * Lets through what was said on purpose and replaces everything else by one sentence; the cause goes to
 * the log and nowhere else.
 */
export function maskError(log: Logger): (error: unknown) => Error {
  return (error) => {
    if (error instanceof GraphQLError && !isUnexpected(error.originalError)) return error
    log.error({ err: error }, "unexpected error in the gateway")
    const path = error instanceof GraphQLError ? error.path : undefined
    return new GraphQLError(UNEXPECTED, { path, extensions: { code: "INTERNAL_SERVER_ERROR" } })
  }
}

function isUnexpected(error: Error | undefined): boolean {
  return error !== undefined && !(error instanceof GraphQLError && !isUnexpected(error.originalError))
}

/**
 * Every error that leaves names the request it belongs to, so that a person can quote it. What an error says about the
 * answer's status stays readable for the runtime and is not written.
 */
export function errorsNameTheirRequest(): GatewayPlugin<GraphRequestContext> {
  return {
    onResultProcess({ result, setResult, serverContext }) {
      if (Array.isArray(result) || !("errors" in result) || !result.errors?.length) return
      const { requestId } = serverContext as unknown as GraphRequestContext
      const errors = result.errors.map((error) => {
        const { message, locations, path, extensions = {} } = error.toJSON?.() ?? error
        const { http, ...said } = extensions
        const written = Object.defineProperty({ ...said, requestId }, "http", {
          value: http,
          enumerable: false,
        })
        return { message, locations, path, extensions: written }
      })
      setResult({ ...result, errors: errors as unknown as GraphQLError[], stringify: undefined })
    },
  }
}

/** What validation adds to help whoever mistyped: names out of the schema. */
const SUGGESTION = / Did you mean .+\?$/

/** Where only who is signed in may read the schema, strangers are not told names of it one by one. */
export function suggestNothingToStrangers(): GatewayPlugin<GraphRequestContext> {
  return {
    onResultProcess({ result, setResult, serverContext }) {
      if (Array.isArray(result) || !("errors" in result) || !result.errors?.length) return
      const { requester } = serverContext as unknown as GraphRequestContext
      if (requester.identity !== null) return
      const errors = result.errors.map((error) =>
        SUGGESTION.test(error.message)
          ? new GraphQLError(error.message.replace(SUGGESTION, ""), {
              nodes: error.nodes,
              extensions: error.extensions,
            })
          : error,
      )
      setResult({ ...result, errors })
    },
  }
}
