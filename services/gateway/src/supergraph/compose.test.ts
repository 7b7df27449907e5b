import { buildSchema } from "graphql"
import { describe, expect, it } from "vitest"
import { CompositionFailed, type CompositionIssue, composeSupergraph } from "./compose.ts"

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n`
const subgraph = (name: string, sdl: string) => ({ name, url: `http://${name}/graphql`, sdl: LINK + sdl })

function issuesOf(...subgraphs: ReturnType<typeof subgraph>[]): readonly CompositionIssue[] {
  try {
    composeSupergraph(subgraphs)
  } catch (error) {
    if (error instanceof CompositionFailed) return error.issues
    throw error
  }
  return []
}

const tasks = subgraph(
  "tasks",
  `type Query { task: Task } type Task @key(fields: "id") { id: ID! title: String! }`,
)

describe("composition", () => {
  it("makes one graph: entities of several subgraphs are one type, and clients see no trace of federation", () => {
    const cooperation = subgraph(
      "cooperation",
      `type Query { x: Int } type Task @key(fields: "id") { id: ID! programmes: [String!]! }`,
    )
    const { supergraphSdl, publicSdl } = composeSupergraph([tasks, cooperation])
    expect(supergraphSdl).toContain(`TASKS @join__graph(name: "tasks", url: "http://tasks/graphql")`)
    expect(buildSchema(publicSdl).getType("Task")?.toConfig()).toMatchObject({
      fields: { id: {}, title: {}, programmes: {} },
    })
    expect(publicSdl).not.toMatch(/join__|@key|@link/)
  })

  it("says which subgraph cannot be read", () => {
    expect(issuesOf(tasks, subgraph("indicators", "type Query {"))).toMatchObject([
      { subgraph: "indicators", code: "SYNTAX", message: expect.stringContaining("Expected Name") },
    ])
  })

  it("says which subgraph uses what it does not have", () => {
    expect(issuesOf(tasks, subgraph("indicators", "type Query { indicator: Indicator }"))).toMatchObject([
      { subgraph: "indicators", message: expect.stringContaining("Indicator") },
    ])
  })

  it("lists every contradiction between subgraphs, naming both", () => {
    const other = subgraph(
      "other",
      `type Query { y: Int } type Task @key(fields: "id") { id: ID! title: Int! @shareable }`,
    )
    const issues = issuesOf(tasks, other)
    expect(issues.map(({ code }) => code)).toEqual(expect.arrayContaining(["FIELD_TYPE_MISMATCH"]))
    expect(issues.find(({ code }) => code === "FIELD_TYPE_MISMATCH")?.message).toMatch(/"other".*"tasks"/)
    expect(new CompositionFailed(issues).message.split("\n")).toHaveLength(issues.length)
  })
})
