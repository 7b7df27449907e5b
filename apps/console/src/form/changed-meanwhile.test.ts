import { expect, test } from "vitest"
import { changesMeanwhile, isTyped, valueInWords } from "./changed-meanwhile.ts"

const base = { title: "a", partner: { id: "1", name: "Toulouse" }, number: "" }

test("a field that nobody typed in follows what another person recorded", () => {
  const standing = { ...base, title: "b" }
  expect(changesMeanwhile(base, standing, base)).toEqual({
    title: { was: "a", now: "b", outcome: "FOLLOWED" },
  })
})

test("a field in which two people wrote different things waits for a decision", () => {
  const standing = { ...base, partner: { id: "2", name: "Fukuoka" } }
  const typed = { ...base, partner: { id: "3", name: "Île-de-France" }, number: "7" }
  expect(changesMeanwhile(base, standing, typed)).toEqual({
    partner: { was: base.partner, now: standing.partner, outcome: "CONTESTED" },
  })
})

test("what two people wrote alike is nobody's quarrel", () => {
  expect(changesMeanwhile(base, { ...base, title: "b" }, { ...base, title: "b" })).toEqual({})
})

test("a form is typed in when it differs from what it began with", () => {
  expect(isTyped(base, { ...base })).toBe(false)
  expect(isTyped(base, { ...base, number: "1" })).toBe(true)
})

test("a value is told by its name", () => {
  const nameOf = (value: string) => ({ SIGNED: "Đã ký" })[value] ?? value
  expect(valueInWords("SIGNED", nameOf)).toBe("Đã ký")
  expect(valueInWords([{ id: "1", name: "Toulouse" }, "SIGNED"], nameOf)).toBe("Toulouse; Đã ký")
  expect(valueInWords("", nameOf)).toBe("—")
  expect(valueInWords([], nameOf)).toBe("—")
})
