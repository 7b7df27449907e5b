import { i18n } from "@lingui/core"
import { beforeAll, beforeEach, expect, test } from "vitest"
import { keepDraft } from "../form/draft.ts"
import { keptReasons, returnDraftName, returnReasons } from "./return-reasons.ts"

beforeAll(() => i18n.loadAndActivate({ locale: "vi", messages: {} }))
beforeEach(() => localStorage.clear())

test("a field is returned with its reason; one with blanks only is not returned", () => {
  expect(returnReasons.parse({ reasons: { DONE: " Trình ai? ", STATE: " " } })).toEqual({
    fields: [{ field: "DONE", reason: "Trình ai?" }],
  })
})

test.each([{}, { DONE: " " }])("nothing is returned without a reason", (reasons) =>
  expect(returnReasons.safeParse({ reasons }).success).toBe(false),
)

test("reasons are kept by person and report", () => {
  keepDraft("dieu-phoi", returnDraftName("r1"), {
    values: { reasons: { DONE: "Trình ai?" } },
    base: { reasons: {} },
    request: null,
  })
  expect(keptReasons("dieu-phoi", "r1")).toEqual([{ field: "DONE", reason: "Trình ai?" }])
  expect(keptReasons("dieu-phoi", "r2")).toEqual([])
  expect(keptReasons("dieu-phoi-2", "r1")).toEqual([])
})
