import fc from "fast-check"
import { expect, test } from "vitest"
import { type Difference, differencesOf } from "./text-differences.ts"

const without = (kind: Difference["kind"], pieces: readonly Difference[]) =>
  pieces
    .filter((piece) => piece.kind !== kind)
    .map(({ text }) => text)
    .join("")

test("a word that was changed is told, the rest stands", () => {
  expect(differencesOf("Các sở triển khai chậm.", "Các sở triển khai nhanh.")).toEqual([
    { kind: "SAME", text: "Các sở triển khai " },
    { kind: "REMOVED", text: "chậm." },
    { kind: "ADDED", text: "nhanh." },
  ])
})

test("both texts can be read out of their differences, whatever they are", () => {
  const text = fc
    .array(fc.constantFrom("sở", "xã", "chậm", " ", "\n"), { maxLength: 60 })
    .map((words) => words.join(""))
  fc.assert(
    fc.property(text, text, (from, to) => {
      const pieces = differencesOf(from, to)
      expect(without("ADDED", pieces)).toBe(from)
      expect(without("REMOVED", pieces)).toBe(to)
      if (from === to) expect(pieces.every(({ kind }) => kind === "SAME")).toBe(true)
    }),
  )
})
