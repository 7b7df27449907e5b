import { beforeEach, expect, test } from "vitest"
import { type Draft, draftOf, forgetDraft, forgetDrafts, keepDraft } from "./draft.ts"

beforeEach(() => localStorage.clear())

const draftWith = (name: string): Draft => ({ values: { name }, base: { name: "" }, request: null })

test("what one person types is not shown to the next", () => {
  keepDraft("dieu-phoi", "partner/new", draftWith("Thành phố Toulouse"))
  expect(draftOf("dieu-phoi", "partner/new")?.values).toEqual({ name: "Thành phố Toulouse" })
  expect(draftOf("thanh-tra", "partner/new")).toBeNull()
})

test("signing out forgets all of one's drafts and nobody else's", () => {
  keepDraft("dieu-phoi", "partner/new", draftWith("a"))
  keepDraft("dieu-phoi", "client/new", draftWith("b"))
  keepDraft("dieu-phoi-2", "client/new", draftWith("c"))
  forgetDrafts("dieu-phoi")
  expect(draftOf("dieu-phoi", "partner/new")).toBeNull()
  expect(draftOf("dieu-phoi", "client/new")).toBeNull()
  expect(draftOf("dieu-phoi-2", "client/new")?.values).toEqual({ name: "c" })
})

test("what was sent is no draft any more", () => {
  keepDraft("dieu-phoi", "partner/new", draftWith("a"))
  forgetDraft("dieu-phoi", "partner/new")
  expect(draftOf("dieu-phoi", "partner/new")).toBeNull()
})

test.each(["{", "null", "{}", '{"values":{}}'])("what cannot be read is no draft: %s", (kept) => {
  localStorage.setItem("plan43.draft:dieu-phoi:partner/new", kept)
  expect(draftOf("dieu-phoi", "partner/new")).toBeNull()
})

test("a draft is kept for thirty days and not longer", () => {
  const kept = Date.parse("2026-06-01T08:00:00+07:00")
  keepDraft("dieu-phoi", "partner/new", draftWith("a"), kept)
  expect(draftOf("dieu-phoi", "partner/new", Date.parse("2026-07-01T07:59:00+07:00"))).not.toBeNull()
  expect(draftOf("dieu-phoi", "partner/new", Date.parse("2026-07-01T08:00:00+07:00"))).toBeNull()
  expect(localStorage).toHaveLength(0)
})
