import { beforeEach, expect, test } from "vitest"
import { draftOf, forgetDraft, forgetDrafts, keepDraft } from "./draft.ts"

beforeEach(() => sessionStorage.clear())

test("what one person types is not shown to the next", () => {
  keepDraft("dieu-phoi", "partner/new", { name: "Thành phố Toulouse" })
  expect(draftOf("dieu-phoi", "partner/new")).toEqual({ name: "Thành phố Toulouse" })
  expect(draftOf("thanh-tra", "partner/new")).toBeNull()
})

test("signing out forgets all of one's drafts and nobody else's", () => {
  keepDraft("dieu-phoi", "partner/new", { name: "a" })
  keepDraft("dieu-phoi", "client/new", { name: "b" })
  keepDraft("dieu-phoi-2", "client/new", { name: "c" })
  forgetDrafts("dieu-phoi")
  expect(draftOf("dieu-phoi", "partner/new")).toBeNull()
  expect(draftOf("dieu-phoi", "client/new")).toBeNull()
  expect(draftOf("dieu-phoi-2", "client/new")).toEqual({ name: "c" })
})

test("what was sent is no draft any more", () => {
  keepDraft("dieu-phoi", "partner/new", { name: "a" })
  forgetDraft("dieu-phoi", "partner/new")
  expect(draftOf("dieu-phoi", "partner/new")).toBeNull()
})

test("what cannot be read is no draft", () => {
  sessionStorage.setItem("plan43.draft:dieu-phoi:partner/new", "{")
  expect(draftOf("dieu-phoi", "partner/new")).toBeNull()
})
