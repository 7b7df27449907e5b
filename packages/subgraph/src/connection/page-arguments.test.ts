import { describe, expect, test } from "vitest"
import { type PageArguments, pageRequestOf } from "./page-arguments.ts"

function reasonOf(page: PageArguments): unknown {
  try {
    pageRequestOf(page)
  } catch (error) {
    return (error as { extensions: { reason: string } }).extensions.reason
  }
  return "none"
}

describe("a page", () => {
  test("has twenty rows from the beginning when nothing is asked", () => {
    expect(pageRequestOf({})).toEqual({ direction: "forward", size: 20, cursor: null })
  })

  test("goes forward from after and backward from before", () => {
    expect(pageRequestOf({ first: 3, after: "c" })).toEqual({ direction: "forward", size: 3, cursor: "c" })
    expect(pageRequestOf({ last: 3, before: "c" })).toEqual({ direction: "backward", size: 3, cursor: "c" })
    expect(pageRequestOf({ before: "c" })).toEqual({ direction: "backward", size: 20, cursor: "c" })
  })

  test("has at most a hundred rows, at least none", () => {
    expect(pageRequestOf({ first: 100 }).size).toBe(100)
    expect(pageRequestOf({ first: 0 }).size).toBe(0)
    expect(reasonOf({ first: 101 })).toBe("PAGE_TOO_LARGE")
    expect(reasonOf({ last: 1000 })).toBe("PAGE_TOO_LARGE")
    expect(reasonOf({ first: -1 })).toBe("PAGE_SIZE_NEGATIVE")
  })

  test.each<PageArguments>([
    { first: 1, last: 1 },
    { after: "a", before: "b" },
    { last: 1, after: "a" },
    { first: 1, before: "b" },
  ])("goes one way only, not %j", (page) => {
    expect(reasonOf(page)).toBe("PAGE_BOTH_WAYS")
  })

  test("says in Vietnamese what was too large, and the limit", () => {
    expect(() => pageRequestOf({ first: 500 })).toThrow(
      "“first” là 500, lớn hơn mức cho phép: nhiều nhất 100",
    )
  })
})
