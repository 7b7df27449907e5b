import { buildSchema } from "graphql"
import { describe, expect, test } from "vitest"
import { breaksAllowedIn } from "./allowed-breaks.ts"
import { brokenOperations } from "./broken-operations.ts"
import { changelogEntry, withEntry } from "./changelog.ts"
import { changesBetween } from "./schema-changes.ts"

const released = buildSchema(`
  "What is asked"
  type Query { task(code: String): Task tasks: [Task!]! }
  type Task { code: String! title: String! status: TaskStatus! }
  enum TaskStatus { OPEN DONE }
`)
const next = buildSchema(`
  "What may be asked"
  type Query { task(code: String, plan: String): Task tasks: [Task!]! }
  type Task { code: String! name(language: String): String! status: TaskStatus! }
  enum TaskStatus { OPEN DONE LATE }
`)

test("tells what breaks, what is dangerous and what is safe, in this order", async () => {
  const changes = await changesBetween(released, next)
  expect(changes.map(({ effect, path }) => [effect, path])).toEqual([
    ["breaking", "Task.title"],
    ["dangerous", "Query.task.plan"],
    ["dangerous", "TaskStatus.LATE"],
    ["safe", "Query"],
    ["safe", "Task.name"],
  ])
})

test("finds no change in the same graph", async () => {
  expect(await changesBetween(released, released)).toEqual([])
})

describe("operations that somebody sends", () => {
  const operations = [
    { client: "console", name: "Register", text: "query Register { tasks { code title } }" },
    { client: "office", name: "Codes", text: "query Codes { tasks { code } }" },
    { client: "office", name: "Old", text: "query Old { tasks { gone } }" },
  ]

  test("are named with their client when they would be refused from now on", () => {
    expect(brokenOperations(released, next, operations)).toEqual([
      { client: "console", name: "Register", errors: [expect.stringContaining('"title"')] },
    ])
  })
})

test("a break is allowed by a line of its own in a decision", () => {
  expect(
    breaksAllowedIn("Breaks: `Task.title`\n\nnot Breaks: `Task.code` here\nBreaks: `Query.old`"),
  ).toEqual(["Task.title", "Query.old"])
})

test("a release stands above the earlier ones, and counts what was merely reworded", async () => {
  const entry = changelogEntry("2026-12-01", await changesBetween(released, next))
  expect(entry).toMatch(/^## 2026-12-01\n\n### Breaking\n\n- Field 'title' was removed/)
  expect(entry).toContain("1 descriptions were reworded.")
  const log = withEntry(withEntry("", "## 2026-11-01\n\nfirst\n"), entry)
  expect(log.indexOf("2026-12-01")).toBeLessThan(log.indexOf("2026-11-01"))
  expect(log.match(/^# /gm)).toHaveLength(1)
})
