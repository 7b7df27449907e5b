import { type RawBuilder, type SqlBool, sql } from "kysely"
import { badInput } from "../errors/bad-input.ts"

/** The longest text that may be searched for, in characters. */
export const LONGEST_SEARCH = 200

/**
 * Rows whose search column has every word of the text, without regard to case and diacritics
 * ("chuyen doi so" finds "chuyển đổi số"). The column is generated with `public.search_text` and has a
 * trigram index.
 * @throws BAD_USER_INPUT with reason SEARCH_TOO_LONG
 */
export function matchesText(column: RawBuilder<unknown>, text: string): RawBuilder<SqlBool> {
  if (text.length > LONGEST_SEARCH)
    throw badInput({
      reason: "SEARCH_TOO_LONG",
      argument: "filter.text",
      message: `Nội dung tìm kiếm dài ${text.length} ký tự; nhiều nhất ${LONGEST_SEARCH} ký tự`,
      details: { limit: LONGEST_SEARCH, given: text.length },
    })
  const words = text
    .replaceAll("\u0000", " ")
    .split(/\s+/)
    .filter((word) => word !== "")
  if (words.length === 0) return sql<SqlBool>`true`
  return sql<SqlBool>`(${sql.join(
    words.map(
      (word) =>
        sql`${column} like '%' || replace(replace(replace(public.search_text(${word}), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`,
    ),
    sql` and `,
  )})`
}

/**
 * A column whose text is read row by row and not found by an index of words: where other conditions leave a few hundred rows,
 * such an index would first find the words in all others.
 */
export function readRowByRow(column: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`(${column} || '')`
}
