import { GraphQLError } from "graphql"

/** What was wrong with an input, for people and for programs. */
export interface BadInput {
  /** Stable code of the fault, e.g. "PAGE_TOO_LARGE". */
  reason: string
  /** In Vietnamese: names the input and what would be right. */
  message: string
  /** The argument or input field at fault, e.g. "filter.section". */
  argument?: string
  /** Further facts for programs, e.g. the limit. */
  details?: Record<string, unknown>
}

/** An error for whoever asked: `extensions.code` is BAD_USER_INPUT, `extensions.reason` says which fault. */
export function badInput({ reason, message, argument, details }: BadInput): GraphQLError {
  return new GraphQLError(message, {
    extensions: {
      code: "BAD_USER_INPUT",
      reason,
      ...(argument === undefined ? {} : { argument }),
      ...details,
    },
  })
}
