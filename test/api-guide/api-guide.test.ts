import { readFileSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type RunningSystem, startSystem } from "../running-system.ts"

const guide = readFileSync(new URL("../../docs/guides/asking-the-api.md", import.meta.url), "utf8")
const queries = [...guide.matchAll(/^## \d+\. (.+)\n\n```graphql\n([\s\S]+?)```/gm)].map(
  ([, title, query]) => ({
    title: title ?? "",
    query: query ?? "",
  }),
)

let system: RunningSystem
beforeAll(async () => {
  system = await startSystem()
})
afterAll(() => system?.stop())

test("the guide has five queries", () => {
  expect(queries).toHaveLength(5)
})

describe("as the guide asks:", () => {
  test.each(queries)("$title", async ({ query }) => {
    const response = await fetch(`${system.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    })
    const answer = (await response.json()) as { data: Record<string, unknown>; errors?: unknown }
    expect(answer.errors).toBeUndefined()
    const [field] = Object.values(answer.data)
    expect(field).not.toBeNull()
    expect(JSON.stringify(answer.data)).not.toMatch(/"totalCount":0[,}]/)
  })
})
