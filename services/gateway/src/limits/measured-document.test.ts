import { GraphQLError, parse, print } from "graphql"
import { describe, expect, it } from "vitest"
import { parseMeasured } from "./measured-document.ts"
import { DEFAULT_LIMITS, type OperationLimits } from "./operation-limits.ts"

const LIMITS = { ...DEFAULT_LIMITS.person, aliases: 1_000 }
const parseWithinLimits = (query: string) => parseMeasured(query, LIMITS).document

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

function refusalOf(query: string, limits: OperationLimits): GraphQLError {
  try {
    parseMeasured(query, limits)
  } catch (error) {
    if (error instanceof GraphQLError) return error
    throw error
  }
  throw new Error("nothing was refused")
}

it("says how far over the limit it is", () => {
  expect(refusalOf(nested(30), LIMITS)).toMatchObject({
    message: expect.stringContaining("lồng nhau 30 tầng, nhiều nhất là 24"),
    extensions: { limit: 24, actual: 30 },
  })
})

it("of several operations the largest counts, and fragments wherever they are spread", () => {
  const query = "query A { a } query B { b: a ...F ...F } fragment F on Query { c: a @skip(if: false) }"
  expect(parseMeasured(query, LIMITS).size).toEqual({
    fields: 3,
    aliases: 3,
    directives: 2,
    depth: 2,
    tokens: 32,
  })
})

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
    ["TOO_MANY_ALIASES", aliases(DEFAULT_LIMITS.person.aliases + 1), DEFAULT_LIMITS.person],
    ["TOO_MANY_ALIASES", aliases(DEFAULT_LIMITS.anonymous.aliases + 1), DEFAULT_LIMITS.anonymous],
    ["TOO_MANY_DIRECTIVES", `{ ${"a @include(if: true) ".repeat(101)} }`],
    ["TOO_DEEP", nested(LIMITS.depth + 1)],
    ["TOO_LONG", nested(100_000)],
    ["TOO_DEEP", `{ a(b: ${"[".repeat(500)}${"]".repeat(500)}) }`],
    ["TOO_DEEP", chain(LIMITS.depth)],
    ["TOO_MANY_FIELDS", aliases(LIMITS.fields + 1)],
    ["TOO_MANY_FIELDS", doubling(15)],
    ["TOO_LONG", aliases(10_000)],
    ["TOO_LONG", `{ a ${"@include(if: true) ".repeat(5_000)} }`],
  ])("is refused as %s before anything is made of it", (reason, query, limits = LIMITS) => {
    const started = performance.now()
    const { extensions } = refusalOf(query, limits)
    expect(extensions).toMatchObject({ code: "OPERATION_TOO_LARGE", reason })
    expect(extensions.actual).toBeGreaterThan(extensions.limit as number)
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})
