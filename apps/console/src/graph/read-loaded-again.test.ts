import { ApolloClient, ApolloLink, InMemoryCache, type ObservableQuery } from "@apollo/client"
import { parse } from "graphql"
import { Observable } from "rxjs"
import { beforeEach, expect, test, vi } from "vitest"
import { lists } from "./lists.ts"
import { listPathOf, readLoadedAgain } from "./read-loaded-again.ts"

const LIST = parse(`
  query List($filter: Filter, $first: Int, $after: String) {
    plan { name }
    obstacles(filter: $filter, first: $first, after: $after) {
      edges { node { id title } }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`)

/** What the graph holds, and how often it was asked; a request beyond `failsAfter` finds no network. */
let graph: { titles: string[]; asked: number; failsAfter: number }
let client: ApolloClient
let query: ObservableQuery
/** How many rows the screen had each time that it was drawn. */
let drawn: number[]

beforeEach(() => {
  graph = { titles: numbered(250), asked: 0, failsAfter: Number.POSITIVE_INFINITY }
  client = new ApolloClient({
    cache: new InMemoryCache({ typePolicies: lists }),
    link: new ApolloLink(answer),
  })
  query = client.watchQuery({ query: LIST, variables: { first: 100 }, errorPolicy: "all" })
  drawn = []
  query.subscribe(() => drawn.push(titles().length))
})

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `vướng mắc ${index}`)

function answer({ variables: { first, after } }: ApolloLink.Operation) {
  return new Observable<ApolloLink.Result>((observer) => {
    graph.asked += 1
    if (graph.asked > graph.failsAfter) return observer.error(new TypeError("Failed to fetch"))
    const from = after == null ? 0 : graph.titles.indexOf(after) + 1
    const titles = graph.titles.slice(from, from + first)
    observer.next({
      data: {
        plan: { __typename: "Plan", name: `Kế hoạch, ${graph.titles.length} vướng mắc` },
        obstacles: {
          __typename: "ObstacleConnection",
          edges: titles.map((title) => ({
            __typename: "ObstacleEdge",
            node: { __typename: "Obstacle", id: title, title },
          })),
          pageInfo: {
            __typename: "PageInfo",
            hasNextPage: from + first < graph.titles.length,
            endCursor: titles.at(-1) ?? null,
          },
          totalCount: graph.titles.length,
        },
      },
    })
    observer.complete()
  })
}

interface Shown {
  plan: { name: string }
  obstacles: { edges: { node: { title: string } }[]; totalCount: number; pageInfo: { hasNextPage: boolean } }
}

const shown = () => query.getCurrentResult().data as Shown | undefined
const titles = () => shown()?.obstacles.edges.map(({ node }) => node.title) ?? []

/** The screen is drawn a moment after the answer has come. */
const isShown = (rows: number) => vi.waitFor(() => expect(titles()).toHaveLength(rows), 10_000)

async function load(pages: number) {
  await query.refetch()
  for (let page = 1; page < pages; page++) {
    await isShown(100 * page)
    await query.fetchMore({ variables: { after: titles().at(-1) } })
  }
  await isShown(Math.min(100 * pages, graph.titles.length))
  drawn = []
  graph.asked = 0
}

test("the pages that were loaded are read again, and never fewer are shown", async () => {
  await load(2)
  graph.titles.unshift("vướng mắc mới")
  await readLoadedAgain(client, query)
  await vi.waitFor(() => expect(titles()).toEqual(graph.titles.slice(0, 200)), 10_000)
  expect(shown()?.obstacles).toMatchObject({ totalCount: 251, pageInfo: { hasNextPage: true } })
  expect(shown()?.plan.name).toBe("Kế hoạch, 251 vướng mắc")
  expect(drawn.every((rows) => rows === 200)).toBe(true)
})

test("the list goes on from where it then ends", async () => {
  await load(2)
  graph.titles.unshift("vướng mắc mới")
  await readLoadedAgain(client, query)
  await query.fetchMore({ variables: { after: titles().at(-1) } })
  await vi.waitFor(() => expect(titles()).toEqual(graph.titles), 10_000)
})

test("one page is asked for where one was loaded", async () => {
  await load(1)
  graph.titles[0] = "vướng mắc khác"
  await readLoadedAgain(client, query)
  await vi.waitFor(() => expect(titles()).toEqual(graph.titles.slice(0, 100)), 10_000)
  expect(graph.asked).toBe(1)
})

test("a list that became shorter ends where it ends", async () => {
  await load(3)
  graph.titles = numbered(120)
  await readLoadedAgain(client, query)
  await vi.waitFor(() => expect(titles()).toEqual(graph.titles), 10_000)
  expect(shown()?.obstacles.pageInfo.hasNextPage).toBe(false)
})

test("without a network all that was loaded stays", async () => {
  await load(3)
  graph.failsAfter = 1
  expect((await readLoadedAgain(client, query)).error).toBeDefined()
  expect(titles()).toHaveLength(250)
})

test("a list is found within what it is a list of", () => {
  expect(
    listPathOf(
      parse(`query ($after: String) { it: obligation(id: 1) { id reports(after: $after) { totalCount } } }`),
    ),
  ).toEqual(["it", "reports"])
  expect(listPathOf(parse(`query { obligation(id: 1) { reports(after: "x") { totalCount } } }`))).toBeNull()
})
