import fc from "fast-check"
import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import { decodeCursor, encodeCursor } from "./cursor.ts"
import type { Ordering } from "./ordering.ts"

const byTitle: Ordering = {
  name: "TITLE",
  direction: "ASC",
  keys: [
    { expression: sql`title`, type: "text" },
    { expression: sql`id`, type: "uuid" },
  ],
}
const byDate: Ordering = {
  name: "DUE_ON",
  direction: "ASC",
  keys: [{ expression: sql`due_on`, type: "date" }],
}
const id = "018f6d7e-1c1a-8a7b-9c3d-2e4f5a6b7c8d"

const byCreation: Ordering = {
  name: "CREATED_AT",
  direction: "ASC",
  keys: [{ expression: sql`created_at`, type: "timestamptz" }],
}

describe("a cursor", () => {
  test.each([
    [byDate, "2025-02-30"],
    [byDate, "2025-99-99"],
    [byDate, "0000-01-01"],
    [byCreation, "2025-02-30 00:00:00+00"],
    [byCreation, "2025-01-01 25:00:00+00"],
    [byCreation, "2025-01-01 00:60:00+00"],
    [byCreation, "2025-01-01 00:00:00+99"],
  ])("of a day or an hour that does not exist is refused: %#", (ordering, key) => {
    expect(() => decodeCursor(ordering, encodeCursor(ordering, [key]), "after")).toThrow(
      "“after” không phải con trỏ",
    )
  })

  test("of an instant keeps its fractions and its zone", () => {
    const key = "2026-11-25 10:29:44.15896+07"
    expect(decodeCursor(byCreation, encodeCursor(byCreation, [key]), "after")).toEqual([key])
  })

  test("gives back the sort keys it was made of, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }).filter((title) => !title.includes("\u0000")),
        (title) => {
          expect(decodeCursor(byTitle, encodeCursor(byTitle, [title, id]), "after")).toEqual([title, id])
        },
      ),
    )
  })

  test("of a date may be infinity", () => {
    expect(decodeCursor(byDate, encodeCursor(byDate, ["infinity"]), "after")).toEqual(["infinity"])
  })

  test.each([
    ["nothing", ""],
    ["no base64", "💥"],
    ["no JSON", Buffer.from("]").toString("base64url")],
    ["another order's", encodeCursor(byDate, ["2025-01-01"])],
    ["too few keys", Buffer.from(JSON.stringify(["TITLE", "a"])).toString("base64url")],
    [
      "a key of another type",
      Buffer.from(JSON.stringify(["TITLE", "a", "1; drop table task"])).toString("base64url"),
    ],
    ["a number for a key", Buffer.from(JSON.stringify(["TITLE", 1, id])).toString("base64url")],
  ])("that is %s is refused, and the argument named", (_what, cursor) => {
    expect(() => decodeCursor(byTitle, cursor, "before")).toThrow("“before” không phải con trỏ")
  })

  test("never crashes on any text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          decodeCursor(byTitle, text, "after")
        } catch (error) {
          expect((error as { extensions?: { reason: string } }).extensions?.reason).toBe("CURSOR_MALFORMED")
        }
      }),
    )
  })
})
