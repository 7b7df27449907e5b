import { i18n } from "@lingui/core"
import { beforeAll, describe, expect, test } from "vitest"
import { EMPTY_ROUND, roundForm } from "../round/round-form.ts"
import { askedTypedOf } from "./asked-form.ts"
import { EMPTY_TEMPLATE, templateForm } from "./template-form.ts"

beforeAll(() => i18n.loadAndActivate({ locale: "vi", messages: {} }))

const TEMPLATE = { ...EMPTY_TEMPLATE, name: "Đôn đốc giải ngân" }

describe("what is asked", () => {
  test("has no sections where no tasks are asked for", () => {
    const typed = { ...TEMPLATE, sections: ["IV" as const], itemKinds: ["INDICATOR" as const] }
    expect(templateForm.parse(typed).sections).toEqual([])
    expect(templateForm.parse({ ...typed, itemKinds: ["TASK"] }).sections).toEqual(["IV"])
  })

  test("is at least a question where no lines are asked for", () => {
    const alone = { ...TEMPLATE, itemKinds: [] }
    expect(templateForm.safeParse(alone).error?.issues.map(({ path }) => path)).toEqual([["questions"]])
    expect(templateForm.parse({ ...alone, questions: "Đã họp chưa?" }).questions).toBe("Đã họp chưa?")
  })

  test("is typed again as it stands", () => {
    const asked = { itemKinds: ["TASK" as const], sections: ["V", "II"], agencies: [{ id: "a", name: "Sở" }] }
    expect(askedTypedOf({ ...asked, questions: null })).toEqual({
      itemKinds: ["TASK"],
      sections: ["II", "V"],
      questions: "",
      agencyIds: [{ id: "a", name: "Sở" }],
    })
  })
})

test("a round says from which version of which template it was filled in", () => {
  const typed = {
    ...EMPTY_ROUND,
    kind: "AD_HOC" as const,
    name: "Kỳ",
    cutOffOn: "2027-03-31",
    agenciesDueOn: "2027-04-05",
    cityDueOn: "2027-04-10",
  }
  expect(roundForm.parse(typed)).toMatchObject({ templateId: null, templateVersion: null })
  const chosen = roundForm.parse({ ...typed, template: { id: "t", name: "Mẫu", version: 3 } })
  expect(chosen).toMatchObject({ templateId: "t", templateVersion: 3 })
  expect(chosen).not.toHaveProperty("template")
})
