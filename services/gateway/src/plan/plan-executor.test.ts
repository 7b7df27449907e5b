import { buildSchema, type GraphQLSchema, graphql } from "graphql"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { composeSupergraph } from "../supergraph/compose.ts"
import { type Answer, ask, type SmallGateway, startSmallGateway } from "../testing/small-gateway.ts"
import { type SmallSubgraph, startSmallSubgraph } from "../testing/small-subgraph.ts"

/**
 * Three subgraphs that hold parts of the same objects, and one server that holds them whole: what the
 * gateway answers must be what the one server answers, to the letter and in the same order.
 */
const CATALOGUE = `
interface Item { id: ID! title: String! }
enum Kind { LAW DECREE }
type Task implements Item @key(fields: "id") {
  id: ID! title: String! kind: Kind! kinds: [Kind]! echo(n: Int!): String!
  related: [Item!]! owner: Agency matrix: [[Agency!]!]! place: Place @shareable
}
type Place @shareable { ward: String }
type Measure implements Item @key(fields: "id") { id: ID! title: String! text: String! owner: Agency }
type Agency @key(fields: "id") { id: ID! }
union Hit = Task | Measure | Agency
input Wish { n: Int = 7 kinds: [Kind!] }
type Query {
  items: [Item!]! search: [Hit!]! task(id: ID!): Task nobody: Task
  wishes(wish: Wish): String!
}`
const PEOPLE = `
type Agency @key(fields: "id") { id: ID! name: String! label(prefix: String!): String! groups: [Group!]! chief: Person }
type Person { name: String! deputy: Person }
type Group @key(fields: "id") { id: ID! name: String! }
type Place @shareable { ward: String }
type Query { agencies: [Agency!]! }`
const NUMBERS = `
type Task @key(fields: "id") { id: ID! title: String! @external score: Int headline: String! @requires(fields: "title") place: Place @shareable }
type Place @shareable { ward: String }
type Group @key(fields: "id") { id: ID! size(n: Int!): Int! }
type Measure @key(fields: "id") { id: ID! score: Int }
type Query { total: Int! }`

type Stored = Record<string, unknown>
const groups: Stored[] = [
  { __typename: "Group", id: "g1", name: "Sở, ngành", size: ({ n }: { n: number }) => 10 + n },
  { __typename: "Group", id: "g2", name: "UBND xã", size: ({ n }: { n: number }) => 126 + n },
]
const agencies: Stored[] = ["Sở KH&CN", "Công an", "Sở Tài chính"].map((name, index) => ({
  __typename: "Agency",
  id: `a${index}`,
  name,
  label: ({ prefix }: { prefix: string }) => `${prefix} ${name}`,
  groups: groups.slice(0, index),
  chief: index === 1 ? null : { name: `Giám đốc ${index}`, deputy: { name: "Phó", deputy: null } },
}))
const measures: Stored[] = [
  { __typename: "Measure", id: "m0", title: "Đoàn ra", text: "…", owner: agencies[0], score: 3 },
]
const tasks: Stored[] = [0, 1, 2].map((index) => ({
  __typename: "Task",
  id: `t${index}`,
  title: `Nhiệm vụ ${index}`,
  kind: index === 1 ? "DECREE" : "LAW",
  kinds: ["LAW", null, "DECREE"],
  echo: ({ n }: { n: number }) => `${index}:${n}`,
  owner: index === 2 ? null : agencies[index],
  matrix: [[agencies[0], agencies[1]], [], [agencies[2]]],
  score: index === 2 ? null : index * 10,
  headline: `NHIỆM VỤ ${index}`,
  place: { ward: `Phường ${index}` },
}))
for (const [index, task] of tasks.entries()) task.related = [measures[0], tasks[(index + 1) % 3]]

const stored = new Map([...groups, ...agencies, ...measures, ...tasks].map((object) => [object.id, object]))
const roots = {
  items: [tasks[0], measures[0], tasks[1]],
  search: [agencies[2], tasks[2], measures[0]],
  task: ({ id }: { id: string }) => stored.get(id) ?? null,
  nobody: null,
  wishes: ({ wish }: { wish: unknown }) => JSON.stringify(wish ?? "none"),
  agencies,
  total: 144,
}

const byReference = { __resolveReference: ({ id }: { id: string }) => stored.get(id) ?? null }
const rootResolvers = (...names: (keyof typeof roots)[]) =>
  Object.fromEntries(
    names.map((name) => {
      const root = roots[name]
      return [name, (_: unknown, input: never) => (typeof root === "function" ? root(input) : root)]
    }),
  )

let subgraphs: SmallSubgraph[]
let gateway: SmallGateway
let whole: GraphQLSchema

beforeAll(async () => {
  const headline = {
    __resolveReference: ({ id, title }: { id: string; title?: string }) => ({
      ...stored.get(id),
      headline: () => title?.toUpperCase(),
    }),
  }
  subgraphs = await Promise.all([
    startSmallSubgraph("catalogue", CATALOGUE, {
      Query: rootResolvers("items", "search", "task", "nobody", "wishes"),
      Task: byReference,
      Measure: byReference,
    }),
    startSmallSubgraph("people", PEOPLE, {
      Query: rootResolvers("agencies"),
      Agency: byReference,
      Group: byReference,
    }),
    startSmallSubgraph("numbers", NUMBERS, {
      Query: rootResolvers("total"),
      Task: headline,
      Measure: byReference,
      Group: byReference,
    }),
  ])
  gateway = await startSmallGateway(subgraphs, { introspection: "anyone" })
  whole = buildSchema(composeSupergraph(subgraphs).publicSdl)
})
afterAll(async () => {
  await gateway.stop()
  await Promise.all(subgraphs.map((subgraph) => subgraph.stop()))
})

const operations: Record<string, { query: string; variables?: Record<string, unknown> }[]> = {
  "fields of one subgraph": [
    { query: "{ items { id title } }" },
    { query: "{ total nobody { title } }" },
    { query: "{ __typename items { __typename title } }" },
  ],
  "hops there and back": [
    { query: '{ task(id: "t0") { title owner { name groups { name size(n: 1) } } score headline } }' },
    {
      query:
        "{ agencies { name groups { size(n: 2) id name } } items { title ... on Task { owner { name } } } }",
    },
    {
      query:
        '{ task(id: "t1") { related { title ... on Task { score owner { chief { deputy { name } } } } ... on Measure { score owner { name } } } } }',
    },
  ],
  "interfaces and unions": [
    {
      query:
        "{ search { __typename ... on Item { title } ... on Agency { name } ... on Task { kind score } } }",
    },
    { query: '{ items { ... on Item { title ... on Measure { text owner { label(prefix: "a") } } } } }' },
    {
      query:
        "{ search { ... on Agency { groups { name } } ... on Task { related { id ... on Task { headline } } } } }",
    },
    { query: "{ items { __typename t: __typename ... on Task { kinds } } }" },
  ],
  "aliases, and the same key with other arguments elsewhere": [
    {
      query:
        '{ a: task(id: "t0") { t: title x: echo(n: 1) y: echo(n: 2) } b: task(id: "t1") { x: echo(n: 3) t: kind } }',
    },
    {
      query:
        '{ a: task(id: "t0") { owner { l: label(prefix: "a") } } b: task(id: "t0") { owner { l: label(prefix: "b") } } }',
    },
    {
      query:
        '{ a: task(id: "t0") { matrix { groups { s: size(n: 1) } } } b: task(id: "t1") { matrix { groups { s: size(n: 2) } } } }',
    },
    { query: '{ task(id: "t0") { id: title real: id owner { name: id title: name } } }' },
  ],
  "lists in lists": [{ query: '{ task(id: "t1") { matrix { name chief { name } groups { name } } } }' }],
  fragments: [
    {
      query: `query Q { task(id: "t0") { ...A ...B } items { ...A } }
        fragment A on Item { title ... on Task { owner { ...C } } }
        fragment B on Task { owner { ...C groups { name } } headline }
        fragment C on Agency { name chief { name } }`,
    },
    {
      query:
        '{ task(id: "t0") { owner { chief { name } } title owner { chief { deputy { name } } name } title } }',
    },
  ],
  "@skip and @include": [true, false].flatMap((on) => [
    {
      query: `query Q($on: Boolean!) { task(id: "t0") { title owner @include(if: $on) { name } score @skip(if: $on) } }`,
      variables: { on },
    },
    {
      query: `query Q($on: Boolean = ${on}) { task(id: "t0") { ... @include(if: $on) { headline owner { name } } ... @skip(if: $on) { owner { id } } } total @skip(if: $on) }`,
    },
    {
      query: `query Q($on: Boolean!) { task(id: "t0") { owner { name @include(if: $on) } owner { id ... on Agency @skip(if: $on) { name } } } }`,
      variables: { on },
    },
    { query: `{ task(id: "t0") { title @include(if: ${on}) owner @skip(if: ${on}) { name } id } }` },
  ]),
  variables: [
    {
      query:
        "query Q($id: ID!, $n: Int = 5, $p: String!) { task(id: $id) { echo(n: $n) owner { label(prefix: $p) } } }",
      variables: { id: "t0", p: "Bà" },
    },
    { query: "query Q($w: Wish) { wishes(wish: $w) }", variables: { w: { kinds: "LAW" } } },
    { query: "query Q($w: Wish) { wishes(wish: $w) }" },
    { query: "query Q($w: Wish) { wishes(wish: $w) }", variables: { w: null } },
    {
      query: "query Q($k: [Kind!]) { wishes(wish: { n: 1, kinds: $k }) }",
      variables: { k: ["LAW", "DECREE"] },
    },
  ],
  "what is the same object in two subgraphs": [
    { query: '{ task(id: "t0") { place { ward } score } }' },
    { query: "{ items { ... on Task { place { ward } headline } } }" },
  ],
}

for (const [what, list] of Object.entries(operations)) {
  describe(what, () => {
    for (const { query, variables } of list) {
      it(`${query.replaceAll(/\s+/g, " ")} ${variables ? JSON.stringify(variables) : ""}`, async () => {
        const { data, errors } = await ask(gateway.url, query, variables ? { variables } : {})
        const expected = await graphql({
          schema: whole,
          source: query,
          variableValues: variables,
          rootValue: roots,
        })
        expect(errors ?? expected.errors).toBeUndefined()
        expect(JSON.stringify(data)).toBe(JSON.stringify(expected.data))
      })
    }
  })
}

describe("the schema itself", () => {
  it("is answered by the gateway, alone or next to data", async () => {
    const { data } = await ask(
      gateway.url,
      `{ total __type(name: "Kind") { enumValues { name } } task(id: "t0") { id } }`,
    )
    expect(data).toEqual({
      total: 144,
      __type: { enumValues: [{ name: "LAW" }, { name: "DECREE" }] },
      task: { id: "t0" },
    })
    expect((await ask(gateway.url, "{ __schema { queryType { name } } }")).data).toEqual({
      __schema: { queryType: { name: "Query" } },
    })
  })
})

describe("one document with several operations", () => {
  const query = 'query One { total } query Two { task(id: "t0") { title } }'
  const named = (operationName: string) =>
    fetch(`${gateway.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, operationName }),
    }).then((response) => response.json() as Promise<Answer>)

  it("each is answered by its name", async () => {
    expect((await named("One")).data).toEqual({ total: 144 })
    expect((await named("Two")).data).toEqual({ task: { title: "Nhiệm vụ 0" } })
  })
  it("another name is an error", async () => {
    expect((await named("Three")).errors?.[0]?.extensions.code).toBe("OPERATION_RESOLUTION_FAILURE")
  })
})

describe("errors", () => {
  it("of one object among many stand where that object stands", async () => {
    const failing = subgraphs[2] as SmallSubgraph
    failing.interruptions.push((_request, response) =>
      response.end(
        JSON.stringify({
          errors: [
            { message: "chưa có số liệu", path: ["_entities", 1, "score"], extensions: { code: "NO_DATA" } },
          ],
          data: { _entities: [{ score: 0 }, { score: null }] },
        }),
      ),
    )
    const { data, errors } = await ask(gateway.url, "{ items { ... on Task { id score } } }")
    expect(data).toEqual({ items: [{ id: "t0", score: 0 }, {}, { id: "t1", score: null }] })
    expect(errors).toMatchObject([
      {
        message: "chưa có số liệu",
        path: ["items", 2, "score"],
        extensions: { code: "NO_DATA", service: "numbers" },
      },
    ])
  })

  it("an object that a subgraph does not know is null where it may be", async () => {
    const people = subgraphs[1] as SmallSubgraph
    people.interruptions.push((_request, response) =>
      response.end(JSON.stringify({ data: { _entities: [null] } })),
    )
    const { data, errors } = await ask(gateway.url, `{ task(id: "t0") { title owner { name } } }`)
    expect(data).toEqual({ task: { title: "Nhiệm vụ 0", owner: null } })
    expect(errors).toMatchObject([{ extensions: { code: "INCOMPLETE_DATA", coordinate: "Agency.name" } }])
  })

  it("a list may not lose an item: it goes as a whole, up to what may be null", async () => {
    const people = subgraphs[1] as SmallSubgraph
    people.interruptions.push((_request, response) => response.writeHead(500).end("<html>"))
    const { data, errors } = await ask(gateway.url, `{ task(id: "t0") { matrix { name } } total }`)
    expect(data).toEqual({ task: null, total: 144 })
    expect(errors).toMatchObject([{ path: ["task", "matrix"], extensions: { code: "SUBGRAPH_UNAVAILABLE" } }])
  })

  it("a variable of the wrong type is said before anybody is asked", async () => {
    const before = (subgraphs[0] as SmallSubgraph).asked.length
    const { errors } = await ask(gateway.url, "query Q($w: Wish) { wishes(wish: $w) }", {
      variables: { w: { kinds: ["ORDER"] } },
    })
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", reason: "VARIABLE_INVALID" } }])
    expect((subgraphs[0] as SmallSubgraph).asked.length).toBe(before)
  })
})

describe("what subgraphs are asked", () => {
  it("each object once, however often it occurs", async () => {
    const people = subgraphs[1] as SmallSubgraph
    people.asked.length = 0
    await ask(
      gateway.url,
      "{ items { ... on Task { owner { name } matrix { name } } ... on Measure { owner { name } } } }",
    )
    const representations = people.asked.flatMap(({ variables }) => Object.values(variables ?? {})) as {
      id: string
    }[][]
    for (const list of representations) expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
    expect(people.asked).toHaveLength(1)
  })

  it("nothing where there is nothing to ask about", async () => {
    const people = subgraphs[1] as SmallSubgraph
    people.asked.length = 0
    expect(
      (await ask(gateway.url, `{ task(id: "t2") { owner { name } } nobody { owner { name } } }`)).data,
    ).toEqual({
      task: { owner: null },
      nobody: null,
    })
    expect(people.asked).toHaveLength(0)
  })
})
