import { parse, print } from "graphql"
import { describe, expect, it } from "vitest"
import { LIMITS, parseWithinLimits } from "./operation-limits.ts"

const nested = (levels: number) => `${"{ a ".repeat(levels)}${"}".repeat(levels)}`
const aliases = (count: number) => `{ ${Array.from({ length: count }, (_, i) => `a${i}: a`).join(" ")} }`

/** Each fragment spreads the next one twice: 2^n fields. */
const doubling = (n: number) =>
  [
    "{ ...F0 }",
    ...Array.from({ length: n }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`),
    `fragment F${n} on Query { a }`,
  ].join(" ")

const chain = (n: number) =>
  [
    "{ ...F0 }",
    ...Array.from({ length: n }, (_, i) => `fragment F${i} on Query { a { ...F${i + 1} } }`),
    `fragment F${n} on Query { a }`,
  ].join(" ")

describe("an operation within the limits", () => {
  it.each([
    ["as deep as may be", nested(LIMITS.depth)],
    ["as wide as may be", aliases(LIMITS.fields)],
    ["with a fragment used twice", doubling(1)],
  ])("%s is parsed as ever", (_what, query) => {
    expect(print(parseWithinLimits(query))).toBe(print(parse(query)))
  })

  it("may refer to fragments that are missing or turn in circles: validation says so", () => {
    const query = "{ ...A ...Missing } fragment A on Query { ...B } fragment B on Query { a ...A }"
    expect(print(parseWithinLimits(query))).toBe(print(parse(query)))
  })

  it("that is no GraphQL is told where", () => {
    expect(() => parseWithinLimits("{ a ")).toThrow(/Syntax Error.*<EOF>/)
  })
})

describe("an operation beyond the limits", () => {
  it.each([
    ["TOO_DEEP", nested(LIMITS.depth + 1)],
    ["TOO_DEEP", nested(100_000)],
    ["TOO_DEEP", `{ a(b: ${"[".repeat(500)}${"]".repeat(500)}) }`],
    ["TOO_DEEP", chain(LIMITS.depth)],
    ["TOO_MANY_FIELDS", aliases(LIMITS.fields + 1)],
    ["TOO_MANY_FIELDS", doubling(30)],
    ["TOO_LONG", aliases(10_000)],
    ["TOO_LONG", `{ a ${"@include(if: true) ".repeat(5_000)} }`],
  ])("is refused as %s before anything is made of it", (reason, query) => {
    const started = performance.now()
    expect(() => parseWithinLimits(query)).toThrow(
      expect.objectContaining({
        extensions: expect.objectContaining({
          code: "OPERATION_TOO_LARGE",
          reason,
          limit: expect.any(Number),
        }),
      }),
    )
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})
