import type { ApolloServerPlugin } from "@apollo/server"
import { type DocumentNode, Kind, visit } from "graphql"
import { badInput } from "./bad-input.ts"

/** The one sign that PostgreSQL's text cannot hold. */
const NUL = "\u0000"

/** How a query may write it: only then are its literals looked at one by one. */
const WRITTEN_NUL = /\\u(0000|\{0+\})/

/**
 * Refuses operations with text that no column can hold, before a statement is made of it.
 * @throws BAD_USER_INPUT with reason CHARACTER_NOT_ALLOWED
 */
export function refuseUnstorableText(): ApolloServerPlugin {
  return {
    async requestDidStart({ request }) {
      return {
        async didResolveOperation({ document }) {
          const inLiteral = WRITTEN_NUL.test(request.query ?? "") && hasLiteralWithNul(document)
          if (!inLiteral && !holdsNul(request.variables)) return
          throw badInput({
            reason: "CHARACTER_NOT_ALLOWED",
            message: "Một tham số có ký tự U+0000, không văn bản nào chứa được; hãy bỏ ký tự này",
          })
        },
      }
    },
  }
}

function hasLiteralWithNul(document: DocumentNode): boolean {
  let found = false
  visit(document, {
    [Kind.STRING]({ value }) {
      found ||= value.includes(NUL)
    },
  })
  return found
}

function holdsNul(value: unknown): boolean {
  if (typeof value === "string") return value.includes(NUL)
  return typeof value === "object" && value !== null && Object.values(value).some(holdsNul)
}
