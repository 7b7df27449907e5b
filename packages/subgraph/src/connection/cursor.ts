import { calendarDateOf } from "@plan43/calendar"
import { badInput } from "../errors/bad-input.ts"
import type { Ordering, SortKeyType } from "./ordering.ts"

/** An opaque cursor that holds the sort keys of a row in an order. */
export function encodeCursor(ordering: Ordering, keys: readonly string[]): string {
  return Buffer.from(JSON.stringify([ordering.name, ...keys])).toString("base64url")
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const INSTANT = /^(\d{4}-\d{2}-\d{2}) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-](0\d|1[0-5])(:[0-5]\d)?$/

/** Whether PostgreSQL reads the text as a value of the type: a cursor may be anybody's invention. */
const IS_VALUE: Record<SortKeyType, (text: string) => boolean> = {
  bigint: (text) => /^-?\d{1,18}$/.test(text),
  date: (text) => /^-?infinity$/.test(text) || isCalendarDate(text),
  integer: (text) => /^-?\d{1,9}$/.test(text),
  text: (text) => !text.includes("\u0000"),
  timestamptz: (text) => isCalendarDate(INSTANT.exec(text)?.[1] ?? ""),
  uuid: (text) => UUID.test(text),
}

function isCalendarDate(text: string): boolean {
  try {
    calendarDateOf(text)
    return true
  } catch {
    return false
  }
}

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
      return typeof part === "string" && IS_VALUE[key.type](part)
    })
  )
    return parts.slice(1)
  throw cursorMalformed(argument)
}

/** BAD_USER_INPUT with reason CURSOR_MALFORMED, for a cursor that is none of a list. */
export function cursorMalformed(argument: "after" | "before"): Error {
  return badInput({
    reason: "CURSOR_MALFORMED",
    argument,
    message: `“${argument}” không phải con trỏ của danh sách này; hãy dùng “cursor”, “startCursor” hoặc “endCursor” nhận từ chính danh sách và thứ tự này`,
  })
}
