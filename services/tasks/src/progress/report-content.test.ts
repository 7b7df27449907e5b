import { randomUUID } from "node:crypto"
import { calendarDateOf } from "@plan43/calendar"
import { LONGEST_TEXT } from "@plan43/subgraph"
import { expect, test } from "vitest"
import {
  answerRefusals,
  contentOf,
  differingFields,
  type GivenAnswer,
  missingResult,
  NO_DOCUMENT,
} from "./report-content.ts"

const today = calendarDateOf("2028-02-29")

const nothing: GivenAnswer = {
  answer: "PROGRESS",
  state: "IN_PROGRESS",
  percentage: null,
  done: null,
  result: null,
  completedOn: null,
  difficulties: null,
  nextStep: null,
}

const codes = (given: Partial<GivenAnswer>) =>
  answerRefusals({ ...nothing, ...given }, today).map(({ field, reason }) => `${field} ${reason}`)

test.each<Partial<GivenAnswer>>([
  {},
  { percentage: 60, done: "Đã trình dự thảo", difficulties: "Chậm vốn", nextStep: "Lấy ý kiến" },
  { state: "COMPLETED", completedOn: today, percentage: 100 },
  { state: "NOT_STARTED", percentage: 0 },
  { answer: "NO_CHANGE", state: null, difficulties: "Như kỳ trước" },
  { answer: "NOTHING_TO_REPORT", state: null },
])("takes %j", (given) => {
  expect(codes(given)).toEqual([])
})

test.each<[Partial<GivenAnswer>, string[]]>([
  [{ state: null }, ["state STATE_MISSING"]],
  [{ percentage: 101 }, ["percentage PERCENTAGE_OUT_OF_RANGE"]],
  [{ percentage: -1 }, ["percentage PERCENTAGE_OUT_OF_RANGE"]],
  [{ state: "NOT_STARTED", percentage: 10 }, ["percentage PERCENTAGE_CONTRADICTS_STATE"]],
  [{ state: "COMPLETED", completedOn: today, percentage: 99 }, ["percentage PERCENTAGE_CONTRADICTS_STATE"]],
  [{ state: "COMPLETED" }, ["completedOn COMPLETED_ON_MISSING"]],
  [{ completedOn: today }, ["completedOn COMPLETED_ON_WITHOUT_COMPLETION"]],
  [{ state: "COMPLETED", completedOn: calendarDateOf("2028-03-01") }, ["completedOn DATE_IN_FUTURE"]],
  [{ done: "a".repeat(LONGEST_TEXT + 1) }, ["done TEXT_TOO_LONG"]],
  [{ result: { ...NO_DOCUMENT, link: "vanban.hanoi.gov.vn/1" } }, ["result.link LINK_MALFORMED"]],
  [{ result: { ...NO_DOCUMENT, link: "javascript:alert(1)" } }, ["result.link LINK_MALFORMED"]],
  [
    { result: { ...NO_DOCUMENT, issuedOn: calendarDateOf("2028-03-01") } },
    ["result.issuedOn DATE_IN_FUTURE"],
  ],
  [{ answer: "NO_CHANGE", state: "COMPLETED" }, ["state ANSWER_WITH_PROGRESS"]],
  [
    { answer: "NOTHING_TO_REPORT", state: null, percentage: 5, done: "Đã làm" },
    ["percentage ANSWER_WITH_PROGRESS", "done ANSWER_WITH_PROGRESS"],
  ],
])("refuses %j with %j", (given, expected) => {
  expect(codes(given)).toEqual(expected)
})

test("a document is complete with number, day, issuer and a link or a file", () => {
  const document = {
    number: "1/QĐ-UBND",
    issuedOn: today,
    issuer: "UBND Thành phố",
    link: "https://example.org",
    fileIds: [],
  }
  expect(missingResult(document)).toEqual([])
  expect(missingResult({ ...document, link: null, fileIds: [randomUUID()] })).toEqual([])
  expect(missingResult(NO_DOCUMENT).map(({ field }) => field)).toEqual([
    "result.number",
    "result.issuedOn",
    "result.issuer",
    "result.link",
  ])
})

test("differs from what was sent field by field; spaces around a text are no difference", () => {
  const sent = contentOf({ ...nothing, done: "Đã trình", percentage: 60 })
  expect(differingFields(sent, contentOf({ ...nothing, done: " Đã trình ", percentage: 60 }))).toEqual([])
  const other = contentOf({
    ...nothing,
    done: "Đã ký",
    percentage: 70,
    result: { ...NO_DOCUMENT, number: "1" },
  })
  expect(differingFields(sent, other)).toEqual(["PERCENTAGE", "DONE", "RESULT"])
})
