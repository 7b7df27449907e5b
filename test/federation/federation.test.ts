import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type RunningSystem, startSystem } from "../running-system.ts"

let system: RunningSystem
beforeAll(async () => {
  system = await startSystem()
})
afterAll(() => system?.stop())

interface Answer<Data> {
  data: Data
  errors?: { message: string; extensions?: Record<string, unknown> }[]
}

async function ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Answer<Data>> {
  const response = await fetch(`${system.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  })
  return (await response.json()) as Answer<Data>
}

describe("one graph over four subgraphs", () => {
  test("goes from a task to its agencies and back to their tasks and indicators", async () => {
    interface Lead {
      code: string
      name: string
      ledTasks: { totalCount: number }
      indicators: { totalCount: number }
    }
    const { data, errors } = await ask<{
      task: { leads: Lead[]; cooperationProgrammes: { code: string }[] }
    }>(
      `{ task(code: "137") { leads { code name ledTasks { totalCount } indicators { totalCount } } cooperationProgrammes { code } } }`,
    )
    expect(errors).toBeUndefined()
    expect(data.task.leads).toEqual([
      {
        code: "so-khcn",
        name: "Sở Khoa học và Công nghệ",
        ledTasks: { totalCount: 49 },
        indicators: { totalCount: expect.any(Number) },
      },
    ])
    expect(data.task.leads[0]?.indicators.totalCount).toBeGreaterThan(20)
    expect(data.task.cooperationProgrammes.map(({ code }) => code)).toContain("task-137")
  })

  test("goes from an agency of a tally to its name, and from a programme to its task and measure", async () => {
    const { data, errors } = await ask<{
      taskSummary: { byLead: { agency: { name: string }; count: number }[] }
      cooperationProgrammes: { totalCount: number; edges: { node: { task: unknown; measure: unknown } }[] }
    }>(
      `{ taskSummary { byLead { agency { name } count } }
         cooperationProgrammes(first: 50) { totalCount edges { node { code task { code title } measure { number text } leads { name } relatedIndicators { code name } } } } }`,
    )
    expect(errors).toBeUndefined()
    expect(data.taskSummary.byLead[0]).toEqual({ agency: { name: "Sở Khoa học và Công nghệ" }, count: 49 })
    expect(data.cooperationProgrammes.totalCount).toBe(13)
    for (const { node } of data.cooperationProgrammes.edges) expect(node.task ?? node.measure).not.toBeNull()
  })

  test("gives every agency that a cell names a name, in one page of everything", async () => {
    const { data, errors } = await ask<{
      tasks: { edges: { node: { leadMentions: { text: string; agency: { name: string } | null }[] } }[] }
    }>(`{ tasks(first: 100) { edges { node { leadMentions { text agency { name } } } } } }`)
    expect(errors).toBeUndefined()
    const mentions = data.tasks.edges.flatMap(({ node }) => node.leadMentions)
    expect(mentions.filter(({ agency }) => agency === null)).toEqual([])
  })

  test("shows the plan's figures: 144 tasks, 54 indicators, 81 measures, six obligations", async () => {
    const { data } = await ask<{
      tasks: { totalCount: number }
      indicators: { totalCount: number }
      plans: { measures: unknown[]; obligations: unknown[] }[]
      viewer: null
    }>(
      "{ tasks { totalCount } indicators { totalCount } plans { measures { number } obligations { number } } viewer { id } }",
    )
    expect(data.tasks.totalCount).toBe(144)
    expect(data.indicators.totalCount).toBe(54)
    expect(data.plans[0]?.measures).toHaveLength(81)
    expect(data.plans[0]?.obligations).toHaveLength(6)
    expect(data.viewer).toBeNull()
  })

  test("answers a bad input with a code that programs can rely on", async () => {
    const { errors } = await ask("{ tasks(first: 101) { totalCount } }")
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", reason: "PAGE_TOO_LARGE" })
  })
})
