import { describe, expect, test } from "vitest"
import { post, type Target } from "./target.ts"

/** How long a refusal may take, in milliseconds, on a machine that does other things, too. */
const SOON = 2_000

const range = (count: number, each: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => each(i)).join(" ")

const TOO_LARGE: [reason: string, what: string, query: string][] = [
  ["TOO_LONG", "10,000 aliases", `{ ${range(10_000, (i) => `a${i}: __typename`)} }`],
  ["TOO_MANY_ALIASES", "31 aliases", `{ ${range(31, (i) => `a${i}: __typename`)} }`],
  [
    "TOO_LONG",
    "500 fields deep, ten times",
    `{ ${range(10, () => `${"a { ".repeat(500)} b ${"}".repeat(500)}`)} }`,
  ],
  ["TOO_DEEP", "500 deep", `${"{ a ".repeat(500)}${"}".repeat(500)}`],
  [
    "TOO_DEEP",
    "500 lists within lists",
    `{ tasks(filter: ${"[".repeat(500)}${"]".repeat(500)}) { totalCount } }`,
  ],
  [
    "TOO_MANY_FIELDS",
    "fragments that double",
    `{ ...F0 } ${range(14, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F14 on Query { __typename }`,
  ],
  ["TOO_MANY_DIRECTIVES", "directives again and again", `{ ${"__typename @skip(if: false) ".repeat(31)} }`],
  ["TOO_MANY_FIELDS", "one field 500 times", `{ ${"__typename ".repeat(500)} }`],
  [
    "TOO_COSTLY",
    "pages within pages within pages",
    "{ tasks(first: 100) { edges { node { leads { ledTasks(first: 100) { edges { node { leads { ledTasks(first: 100) { totalCount } } } } } } } } } }",
  ],
]

/** Operations and requests that are too much. */
export function sizeAttacks(target: () => Target): void {
  describe("what is too large is refused soon, with the limit and how far over it is", () => {
    test.each(TOO_LARGE)("%s: %s", async (reason, what, query) => {
      const { status, code, extensions, milliseconds } = await post(target(), what, { query })
      expect({ status, code, reason: extensions.reason }).toEqual({
        status: 400,
        code: "OPERATION_TOO_LARGE",
        reason,
      })
      expect(extensions.actual).toBeGreaterThan(extensions.limit as number)
      expect(milliseconds).toBeLessThan(SOON)
    })

    test("5 MB, whether the length is said or not", async () => {
      const query = `{ __typename } # ${"x".repeat(5_000_000)}`
      expect(await post(target(), "5 MB", { query })).toMatchObject({
        status: 413,
        code: "PAYLOAD_TOO_LARGE",
        extensions: { limit: 1_000_000, actual: 5_000_029 },
      })
      const streamed = await target().ledger.ask("5 MB, streamed", `${target().system.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: new Blob([JSON.stringify({ query })]).stream(),
        duplex: "half",
      } as RequestInit)
      expect(streamed.status).toBe(413)
    })
  })

  describe("what is not well formed is refused as that", () => {
    test.each([
      ["a fragment that spreads itself", "{ ...A } fragment A on Query { __typename ...A }"],
      [
        "fragments in a circle",
        "{ ...A } fragment A on Query { ...B } fragment B on Query { ...C } fragment C on Query { ...A }",
      ],
      ["a field that is not there", "{ secrets }"],
      ["half an operation", "{ tasks { "],
    ])("%s", async (what, query) => {
      const { status, code, milliseconds } = await post(target(), what, { query })
      expect(status).toBe(400)
      expect(code).toMatch(/^GRAPHQL_(VALIDATION|PARSE)_FAILED$/)
      expect(milliseconds).toBeLessThan(SOON)
    })

    test("a list of operations", async () => {
      const batch = Array.from({ length: 100 }, () => ({ query: "{ __typename }" }))
      expect(await post(target(), "batches", batch)).toMatchObject({ status: 400, code: "BAD_REQUEST" })
    })

    test("JSON within JSON, 200,000 deep", async () => {
      const variables = `${"[".repeat(200_000)}${"]".repeat(200_000)}`
      const body = `{"query":"query ($n: Int) { tasks(first: $n) { totalCount } }","variables":{"n":${variables}}}`
      expect(await post(target(), "deep variables", body)).toMatchObject({
        status: 400,
        code: "OPERATION_TOO_LARGE",
        extensions: { reason: "VARIABLES_TOO_DEEP", limit: 20 },
      })
    })

    test("a filter with 100,000 values neither breaks nor delays", async () => {
      const query = "query ($code: [String!]) { tasks(filter: { code: $code }) { totalCount } }"
      const code = Array.from({ length: 100_000 }, (_, i) => `x${i}`)
      const answer = await post(target(), "wide variables", { query, variables: { code } })
      expect(answer.milliseconds).toBeLessThan(2 * SOON)
    })
  })

  test("thousands of documents, each another and as large as may be, do not fill the memory", async () => {
    const { ledger } = target()
    const before = ledger.memory()
    for (let count = 0; count < 1_500; count++) {
      const arguments_ = range(60, (i) => `"v${count}-${i}"`)
      const query = `{ tasks(filter: { code: [${arguments_}] }) { totalCount ${range(350, () => "__typename")} } }`
      const { status } = await post(target(), "distinct large documents", { query })
      expect(status).toBe(200)
    }
    const after = ledger.memory()
    console.log(`Gateway's memory: ${before} MB before 1,500 large documents, ${after} MB after.`)
    expect(after).toBeLessThan(450)
  }, 180_000)

  test("who asks too often is refused, and others are not", async () => {
    const loud = { "x-forwarded-for": "203.0.113.99" }
    const body = { query: "{ __typename }" }
    const statuses = new Map<number, number>()
    let retryAfter = ""
    for (let count = 0; count < 700; count++) {
      const { status, headers } = await post(target(), "one address, 700 times", body, loud)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      retryAfter = headers.get("retry-after") ?? retryAfter
    }
    expect([...statuses.keys()].sort()).toEqual([200, 429])
    expect(statuses.get(200)).toBeLessThanOrEqual(1_200)
    expect(Number(retryAfter)).toBeGreaterThan(0)
    expect(await post(target(), "another address meanwhile", body)).toMatchObject({ status: 200 })
  })
}
