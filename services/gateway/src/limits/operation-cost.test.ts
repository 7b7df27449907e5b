import { buildSchema, getOperationAST, parse, validate } from "graphql"
import { expect, test } from "vitest"
import { OperationCost } from "./operation-cost.ts"

const schema = buildSchema(`
  type Query { tasks(first: Int, last: Int): TaskConnection! plans: [Plan!]! task: Task owner: Owner }
  type Mutation { complete: Task }
  type TaskConnection { edges: [TaskEdge!]! totalCount: Int! }
  type TaskEdge { node: Task! cursor: String! }
  type Task { code: String! words: [String!]! leads: [Agency!]! section: Plan }
  type Agency { name: String! ledTasks(first: Int): TaskConnection! }
  type Plan { number: String! tasks(first: Int): TaskConnection! }
  union Owner = Agency | Plan
`)

function costOf(query: string, variables: Record<string, unknown> = {}): number {
  const document = parse(query)
  expect(validate(schema, document)).toEqual([])
  return OperationCost.of(schema, document, getOperationAST(document) as never).with(variables)
}

test.each([
  ["one object: it and its fields", "{ task { code __typename } }", 3],
  [
    "a page: as many rows as it names",
    "{ tasks(first: 3) { totalCount edges { cursor node { code } } } }",
    2 + 3 * 4,
  ],
  ["a page that names none has twenty rows", "{ tasks { edges { cursor } } }", 1 + 20 * 2],
  ["more than a page may have is not given", "{ tasks(first: 5000) { edges { cursor } } }", 1 + 100 * 2],
  ["a list without pages counts five", "{ plans { number } }", 5 * 2],
  ["a list of plain values, too", "{ task { words } }", 1 + 5],
  [
    "pages within pages multiply",
    "{ tasks(first: 10) { edges { node { leads { ledTasks(first: 10) { edges { cursor } } } } } } }",
    1 + 10 * (1 + 1 + 5 * (1 + 1 + 10 * 2)),
  ],
  [
    "fragments count where they are spread",
    "{ a: task { ...F } b: task { ...F } } fragment F on Task { code }",
    4,
  ],
  ["every type of a union counts", "{ owner { ... on Agency { name } ... on Plan { number } } }", 3],
  ["a mutation counts ten more", "mutation { complete { code } }", 12],
])("%s", (_what, query, cost) => {
  expect(costOf(query)).toBe(cost)
})

test("a page's size may come with the request", () => {
  const query = "query ($n: Int = 7) { tasks(last: $n) { totalCount edges { cursor } } }"
  expect(costOf(query, { n: 50 })).toBe(2 + 50 * 2)
  expect(costOf(query)).toBe(2 + 7 * 2)
  expect(costOf(query, { n: "many" })).toBe(2 + 20 * 2)
  expect(costOf(query, { n: null })).toBe(2 + 20 * 2)
})
