import { unwrapResolverError } from "@apollo/server/errors"
import { GraphQLError, type GraphQLFormattedError } from "graphql"
import type { Logger } from "pino"

/**
 * Lets through what was said on purpose (a GraphQLError that does not wrap another error) and replaces
 * everything else by one sentence; the cause goes to the log and nowhere else.
 */
export function maskErrors(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error)
    if (cause instanceof GraphQLError && formatted.extensions?.code !== "INTERNAL_SERVER_ERROR") {
      const { stacktrace: _stacktrace, ...extensions } = formatted.extensions ?? {}
      return { ...formatted, extensions }
    }
    log.error({ err: cause, path: formatted.path }, "unexpected error in a resolver")
    return {
      message: "Hệ thống gặp lỗi ngoài dự kiến; lỗi đã được ghi nhật ký",
      ...(formatted.path === undefined ? {} : { path: formatted.path }),
      ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
      extensions: { code: "INTERNAL_SERVER_ERROR" },
    }
  }
}
