import { i18n } from "@lingui/core"
import { beforeAll, expect, test } from "vitest"
import { keyOf, returnForm } from "./return-form.ts"

beforeAll(() => i18n.loadAndActivate({ locale: "vi", messages: {} }))

test("each field that is returned has its reason", () => {
  const reasons = { [keyOf("l1", "PROGRESS")]: " Thiếu số liệu ", [keyOf("l2", "PERCENTAGE")]: "Sai" }
  expect(returnForm.parse({ reasons }).toCorrect).toEqual([
    { lineId: "l1", field: "PROGRESS", reason: "Thiếu số liệu" },
    { lineId: "l2", field: "PERCENTAGE", reason: "Sai" },
  ])
})

test.each([{}, { [keyOf("l1", "PROGRESS")]: " " }])("nothing is returned without words", (reasons) =>
  expect(returnForm.safeParse({ reasons }).success).toBe(false),
)
