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

interface Answer {
  data: Record<string, unknown> | null
  errors?: { extensions: { requestId?: string } }[]
}

async function ask(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  const response = await fetch(`${system.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  })
  return (await response.json()) as Answer
}

/** The first block in a language below a heading of the guide. */
function below(heading: string, language: "graphql" | "json"): string {
  const [, section] = guide.split(`## ${heading}\n`)
  const [, block] = section?.split(`\`\`\`${language}\n`) ?? []
  if (block === undefined) throw new Error(`the guide has no ${language} below “${heading}”`)
  return block.slice(0, block.indexOf("```"))
}

describe("as the guide asks:", () => {
  test.each(queries)("$title", async ({ query }) => {
    const answer = await ask(query)
    expect(answer.errors).toBeUndefined()
    const [field] = Object.values(answer.data ?? {})
    expect(field).toBeDefined()
    expect(field).not.toBeNull()
    expect(JSON.stringify(answer.data)).not.toMatch(/"totalCount":0[,}]/)
  })

  test("page after page, every task comes once", async () => {
    const codes: string[] = []
    let after: string | null = null
    do {
      const { data } = await ask(below("Page after page", "graphql"), { after })
      const { tasks } = data as {
        tasks: { edges: { node: { code: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
      }
      codes.push(...tasks.edges.map(({ node }) => node.code))
      after = tasks.pageInfo.hasNextPage ? tasks.pageInfo.endCursor : null
    } while (after !== null)
    expect(codes).toHaveLength(144)
    expect(new Set(codes).size).toBe(144)
  })

  test("something wrong is answered to the letter, but for the request's id", async () => {
    const printed: Answer = JSON.parse(below("When something is wrong", "json"))
    for (const { extensions } of printed.errors ?? []) extensions.requestId = expect.any(String)
    expect(await ask(below("When something is wrong", "graphql"))).toEqual(printed)
  })
})
