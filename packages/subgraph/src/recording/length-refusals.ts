import type { Refusal } from "./outcome.ts"

/** The most items of a list that is recorded with a row. */
export const LONGEST_LIST = 100

/** Characters that fit where a text is ordered by or looked up, and where it is only read. */
export const LONGEST_LINE = 500
export const LONGEST_TEXT = 10_000

/**
 * Refuses texts, and lists of them, that are too long: TEXT_TOO_LONG, LIST_TOO_LONG.
 * @param longest the most characters of each field
 */
export function lengthRefusals<T extends object>(
  details: T,
  longest: Readonly<Partial<Record<keyof T & string, number>>>,
): Refusal[] {
  return Object.entries<number | undefined>(longest).flatMap(([field, limit = LONGEST_TEXT]) => {
    const value: unknown = details[field as keyof T]
    const items: readonly unknown[] = Array.isArray(value) ? value : [value]
    const length = Math.max(0, ...items.map((item) => (typeof item === "string" ? item.length : 0)))
    return [
      ...(items.length > LONGEST_LIST ? [listTooLong(field, items.length)] : []),
      ...(length > limit ? [textTooLong(field, length, limit)] : []),
    ]
  })
}

function textTooLong(field: string, length: number, limit: number): Refusal {
  return {
    reason: "TEXT_TOO_LONG",
    field,
    message: `Nội dung dài ${length} ký tự; nhiều nhất ${limit} ký tự`,
  }
}

function listTooLong(field: string, length: number): Refusal {
  return {
    reason: "LIST_TOO_LONG",
    field,
    message: `Danh sách có ${length} mục; nhiều nhất ${LONGEST_LIST} mục`,
  }
}
