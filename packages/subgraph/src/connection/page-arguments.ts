import { ArgsType, Field, Int } from "type-graphql"
import { badInput } from "../errors/bad-input.ts"

/** Rows of a page when the client does not say. */
export const DEFAULT_PAGE_SIZE = 20
/** The most rows of a page. */
export const LARGEST_PAGE_SIZE = 100

/** The arguments of every list: `first`/`after` forward, `last`/`before` backward. */
@ArgsType()
export class PageArguments {
  @Field(() => Int, { nullable: true })
  first?: number | null

  @Field(() => String, { nullable: true })
  after?: string | null

  @Field(() => Int, { nullable: true })
  last?: number | null

  @Field(() => String, { nullable: true })
  before?: string | null
}

/** Which rows a page has: `size` of them after or before a cursor, or from the respective end. */
export interface PageRequest {
  direction: "forward" | "backward"
  size: number
  cursor: string | null
}

/**
 * Reads the arguments of a list.
 * @throws BAD_USER_INPUT with reason PAGE_TOO_LARGE, PAGE_SIZE_NEGATIVE or PAGE_BOTH_WAYS
 */
export function pageRequestOf({ first, after, last, before }: PageArguments): PageRequest {
  if ((first != null && last != null) || (after != null && before != null) || (after != null && last != null))
    throw badInput({
      reason: "PAGE_BOTH_WAYS",
      argument: last != null ? "last" : "before",
      message: "Chỉ dùng một chiều: “first” với “after”, hoặc “last” với “before”",
    })
  const backward = last != null || before != null
  const size = (backward ? last : first) ?? DEFAULT_PAGE_SIZE
  const argument = backward ? "last" : "first"
  if (size > LARGEST_PAGE_SIZE)
    throw badInput({
      reason: "PAGE_TOO_LARGE",
      argument,
      message: `“${argument}” là ${size}, lớn hơn mức cho phép: nhiều nhất ${LARGEST_PAGE_SIZE} dòng một trang`,
      details: { limit: LARGEST_PAGE_SIZE, given: size },
    })
  if (size < 0)
    throw badInput({
      reason: "PAGE_SIZE_NEGATIVE",
      argument,
      message: `“${argument}” là ${size}; cần một số từ 0 đến ${LARGEST_PAGE_SIZE}`,
      details: { limit: LARGEST_PAGE_SIZE, given: size },
    })
  if (backward && first != null)
    throw badInput({
      reason: "PAGE_BOTH_WAYS",
      argument: "first",
      message: "“before” đi với “last”, không đi với “first”",
    })
  return { direction: backward ? "backward" : "forward", size, cursor: (backward ? before : after) ?? null }
}
