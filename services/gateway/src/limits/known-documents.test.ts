import { expect, test } from "vitest"
import { KnownDocuments } from "./known-documents.ts"
import { DEFAULT_LIMITS } from "./operation-limits.ts"

const queryOf = (n: number) => `{ a${n} ${"b ".repeat(50)} }`

test("a document is parsed once, and its size is known", () => {
  const known = new KnownDocuments(DEFAULT_LIMITS.person)
  const document = known.parse("{ a { b } }")
  expect(known.parse("{ a { b } }")).toBe(document)
  expect(known.sizeOf(document)).toMatchObject({ fields: 2, depth: 2 })
})

test("however many come, no more is kept than there is room for; what was used last stays", () => {
  const known = new KnownDocuments(DEFAULT_LIMITS.person, 1_000)
  const favourite = known.parse(queryOf(0))
  for (let n = 1; n <= 500; n++) {
    known.parse(queryOf(n))
    expect(known.parse(queryOf(0))).toBe(favourite)
  }
  expect(known.weight).toBeLessThanOrEqual(1_000)
  expect(known.weight).toBeGreaterThan(900)
})

test("a long comment takes room, too", () => {
  const known = new KnownDocuments(DEFAULT_LIMITS.person, 1_000)
  known.parse(`{ a } #${"x".repeat(100_000)}`)
  expect(known.weight).toBe(204)
})

test("what is refused is not kept", () => {
  const known = new KnownDocuments(DEFAULT_LIMITS.anonymous)
  expect(() => known.parse("{ a")).toThrow("Syntax Error")
  expect(() => known.parse(`{ ${"a ".repeat(3_000)} }`)).toThrow("Thao tác quá lớn")
  expect(known.weight).toBe(0)
})
