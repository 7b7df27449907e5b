import type { ApolloServerPlugin } from "@apollo/server"
import { type DocumentNode, Kind, visit } from "graphql"
import { badInput } from "./bad-input.ts"

/** What PostgreSQL's text cannot hold: U+0000, and one half of a sign that takes two. */
const UNSTORABLE = /[\0\p{Cs}]/u

/** How a query may write the one of them that its grammar allows: only then are its literals looked at one by one. */
const WRITTEN_NUL = /\\u(0000|\{0+\})|\0/

/**
 * Refuses operations with text that no column can hold, before a statement is made of it.
 * @throws BAD_USER_INPUT with reason CHARACTER_NOT_ALLOWED
 */
export function refuseUnstorableText(): ApolloServerPlugin {
  return {
    async requestDidStart({ request }) {
      return {
        async didResolveOperation({ document }) {
          const inLiteral = WRITTEN_NUL.test(request.query ?? "") ? unstorableInLiterals(document) : null
          const found = inLiteral ?? unstorableIn(request.variables)
          if (found === null) return
          throw badInput({
            reason: "CHARACTER_NOT_ALLOWED",
            message: `Một tham số có ký tự ${nameOf(found)}, không văn bản nào chứa được; hãy bỏ ký tự này`,
          })
        },
      }
    },
  }
}

function unstorableInLiterals(document: DocumentNode): string | null {
  let found: string | null = null
  visit(document, {
    [Kind.STRING]({ value }) {
      found ??= unstorableIn(value)
    },
  })
  return found
}

function unstorableIn(value: unknown): string | null {
  if (typeof value === "string") return UNSTORABLE.exec(value)?.[0] ?? null
  if (typeof value !== "object" || value === null) return null
  for (const inner of Object.values(value)) {
    const found = unstorableIn(inner)
    if (found !== null) return found
  }
  return null
}

/** A sign that nobody sees by its number, e.g. "U+0000". */
function nameOf(sign: string): string {
  return `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`
}
