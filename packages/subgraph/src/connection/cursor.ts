import { badInput } from "../errors/bad-input.ts"
import type { Ordering } from "./ordering.ts"

/** An opaque cursor that holds the sort keys of a row in an order. */
export function encodeCursor(ordering: Ordering, keys: readonly string[]): string {
  return Buffer.from(JSON.stringify([ordering.name, ...keys])).toString("base64url")
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const WELL_FORMED = {
  date: /^(-?infinity|\d{4}-\d{2}-\d{2})$/,
  integer: /^-?\d{1,9}$/,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: PostgreSQL's text holds every character but NUL
  text: /^[^\u0000]*$/,
  timestamptz: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:\d{2})?$/,
  uuid: UUID,
} as const

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"))
  } catch {
    return undefined
  }
}

/**
 * The sort keys that a cursor holds.
 * @throws BAD_USER_INPUT with reason CURSOR_MALFORMED when it is not a cursor of this order
 */
export function decodeCursor(ordering: Ordering, cursor: string, argument: "after" | "before"): string[] {
  const parts = decoded(cursor)
  if (
    Array.isArray(parts) &&
    parts.length === ordering.keys.length + 1 &&
    parts[0] === ordering.name &&
    ordering.keys.every((key, index) => {
      const part: unknown = parts[index + 1]
      return typeof part === "string" && WELL_FORMED[key.type].test(part)
    })
  )
    return parts.slice(1)
  throw badInput({
    reason: "CURSOR_MALFORMED",
    argument,
    message: `“${argument}” không phải con trỏ của danh sách này; hãy dùng “cursor”, “startCursor” hoặc “endCursor” nhận từ chính danh sách và thứ tự này`,
  })
}
