import { eventTypes } from "@plan43/outbox"
import { describe, expect, test } from "vitest"
import { messageText } from "../delivery/message-text.ts"
import { silent, told } from "./notice-kind.ts"
import { type NoticeSubject, noticePath } from "./notice-path.ts"

const OBLIGATION = "11111111-1111-4111-8111-111111111111.22222222-2222-4222-8222-222222222222"

describe("a notice leads to what it is about:", () => {
  test.each<[NoticeSubject, string]>([
    [
      { subjectKind: "TaskObligation", subjectId: OBLIGATION, data: { taskCode: "91b" } },
      `/nhiem-vu/91b/nghia-vu/${OBLIGATION}`,
    ],
    [{ subjectKind: "Task", subjectId: "t1", data: { taskCode: "18" } }, "/nhiem-vu/18"],
    [{ subjectKind: "Trigger", subjectId: "g1", data: { taskCodes: ["14", "26"] } }, "/van-ban-cho/g1"],
    [{ subjectKind: "Obstacle", subjectId: "o1", data: { taskCode: "18", number: "3" } }, "/vuong-mac/o1"],
    [{ subjectKind: "ReminderLetter", subjectId: "l1", data: { taskCodes: ["18"] } }, "/don-doc/l1"],
    [{ subjectKind: "ReportingRound", subjectId: "r1", data: { roundName: "Kỳ 1" } }, "/ky-bao-cao/r1"],
    [{ subjectKind: "Round", subjectId: "r1", data: { roundName: "Kỳ 1" } }, "/ky-bao-cao/r1"],
    [{ subjectKind: "AgencyReport", subjectId: "b1", data: { roundName: "Kỳ 1" } }, "/bao-cao/b1"],
    [{ subjectKind: "Indicator", subjectId: "i1", data: { indicatorCode: "10.1" } }, "/chi-tieu/10.1"],
    [{ subjectKind: "Agency", subjectId: "a1", data: {} }, "/co-quan/sap-xep"],
    [{ subjectKind: "Agency", subjectId: "a1", data: { overdue: ["18"], dueSoon: [] } }, "/sang-nay"],
    [{ subjectKind: "Task", subjectId: "t1", data: { taskCodes: ["18", "19"] } }, "/thong-bao"],
  ])("%o", (subject, path) => expect(noticePath(subject)).toBe(path))
})

test("of everything that is announced, somebody is told or is meant not to be", () => {
  expect([...told, ...silent].toSorted()).toEqual(eventTypes.toSorted())
})

test.each(told)("the message about %s says what happened", (kind) => {
  const about = {
    subjectKind: "Obstacle",
    subjectId: "o 1",
    data: { taskCode: "18", indicatorCode: "9", number: "3", roundName: "Kỳ 1", dueOn: "2026-05-30" },
  }
  const { subject, text } = messageText(kind, about, "https://ke-hoach.example")
  expect(subject).not.toContain("Có thông báo mới")
  expect(subject).not.toMatch(/undefined|null/)
  expect(text).toContain("Xem chi tiết: https://ke-hoach.example/vuong-mac/o%201\n")
})
