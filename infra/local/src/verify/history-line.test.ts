import { expect, test } from "vitest"
import { anchorsIn, historyLine } from "./history-line.ts"

const anchor = { schema: "tasks", position: 5, hash: "a".repeat(64) }
const whole = { schema: "tasks", entries: 5, anchor, firstBroken: null }

test("a whole history is told with its last link", () => {
  expect(historyLine(whole)).toBe(`tasks: 5 entries, whole; last link ${anchor.hash}`)
})

test("a broken one is told by its first broken entry", () => {
  const firstBroken = {
    fault: "ENTRY_CHANGED" as const,
    position: 3,
    entryId: "7",
    at: new Date("2026-11-26T01:00:00Z"),
    action: "task.updated",
    entity: "task",
    entityIdentifier: "x",
  }
  expect(historyLine({ ...whole, entries: 2, firstBroken })).toBe(
    "tasks: BROKEN after 2 entries: entry 7 (link 3) is not what it was when it was written: task.updated of task x at 2026-11-26T01:00:00.000Z",
  )
})

test("what was printed for programs is an anchor; anything else is refused", () => {
  expect(anchorsIn(JSON.stringify([whole, { ...whole, anchor: null }]))).toEqual([anchor])
  for (const text of ["", "{}", "[{}]", `[{"anchor": {"schema": "tasks"}}]`])
    expect(() => anchorsIn(text)).toThrow(/not what/)
})
