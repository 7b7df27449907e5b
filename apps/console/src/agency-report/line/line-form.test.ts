import { i18n } from "@lingui/core"
import { beforeAll, expect, test } from "vitest"
import { type LineTyped, lineForm, typedOf } from "./line-form.ts"

beforeAll(() => i18n.loadAndActivate({ locale: "vi", messages: {} }))

const NOTHING: LineTyped = {
  answer: "",
  progress: "",
  resultDocument: "",
  percentage: "",
  difficulties: "",
  proposal: "",
  nextPlan: "",
}

test("an empty field is sent as nothing, what is written as it is", () => {
  const read = lineForm.parse({ ...NOTHING, answer: "REPORTED", progress: "Đã trình ", percentage: "40" })
  expect(read).toMatchObject({ answer: "REPORTED", progress: "Đã trình ", percentage: 40, proposal: null })
  expect(typedOf(read)).toMatchObject({ progress: "Đã trình ", percentage: "40", proposal: "" })
})

test("what is reported has words; “no change” and “nothing to report” are answers by themselves", () => {
  const errors = lineForm.safeParse({ ...NOTHING, answer: "REPORTED", progress: "  " }).error
  expect(errors?.issues.map(({ path }) => path)).toEqual([["progress"]])
  for (const answer of ["NO_CHANGE", "NOTHING_TO_REPORT"] as const)
    expect(lineForm.safeParse({ ...NOTHING, answer }).success).toBe(true)
})

test.each(["101", "-1", "12,5", "ba"])("“%s” is no percentage", (percentage) =>
  expect(lineForm.safeParse({ ...NOTHING, percentage }).success).toBe(false),
)
