import { expect, test } from "vitest"
import { questionCode, questionsOf } from "./question.ts"

test("each line of a text that says anything is a question", () => {
  expect(questionsOf(" Đã bố trí vốn chưa? \r\n\n  \nCòn vướng gì?")).toEqual([
    "Đã bố trí vốn chưa?",
    "Còn vướng gì?",
  ])
  expect(questionsOf(null)).toEqual([])
})

test("questions are known by their place, from the first", () => {
  expect([0, 9].map(questionCode)).toEqual(["CH1", "CH10"])
})
