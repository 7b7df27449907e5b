import { ApolloClient, ApolloLink, gql, InMemoryCache, type TypedDocumentNode } from "@apollo/client"
import { ApolloProvider } from "@apollo/client/react"
import { cleanup, render, screen } from "@testing-library/react"
import { Observable } from "rxjs"
import { afterEach, beforeEach, expect, test } from "vitest"
import { useRegister } from "../register/ask-register.ts"
import { type Answer, useGraph } from "./ask-graph.ts"

interface Agencies {
  agencies: {
    edges: { node: { id: string } }[]
    pageInfo: { hasNextPage: boolean; endCursor: string | null }
    totalCount: number
  }
}

const AGENCIES: TypedDocumentNode<Agencies, { first?: number; after?: string | null }> = gql`
  query Agencies($first: Int, $after: String) {
    agencies(first: $first, after: $after) {
      edges { node { id } }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`

/** Whether the graph still answers; questions after that are never answered. */
let answering: boolean
let client: ApolloClient

beforeEach(() => {
  answering = true
  client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(
      () =>
        new Observable((observer) => {
          if (!answering) return
          observer.next({
            data: {
              agencies: { edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 },
            },
          })
          observer.complete()
        }),
    ),
  })
})
afterEach(cleanup)

interface ScreenProps {
  useAnswer: () => Answer<Agencies>
  onDrawn: (answer: Answer<Agencies>) => void
}

function Screen({ useAnswer, onDrawn }: ScreenProps) {
  const answer = useAnswer()
  onDrawn(answer)
  return <p>{answer.data === undefined ? "chờ" : "có"}</p>
}

test.each([
  ["what is asked once", () => useGraph(AGENCIES, {})],
  ["a list", () => useRegister(AGENCIES, {}, ({ agencies }) => agencies)],
])(
  "%s is given up without a fault where its screen is left while it is asked again",
  async (_, useAnswer) => {
    const drawn: Answer<Agencies>[] = []
    const { unmount } = render(
      <ApolloProvider client={client}>
        <Screen useAnswer={useAnswer} onDrawn={(answer) => drawn.push(answer)} />
      </ApolloProvider>,
    )
    await screen.findByText("có")
    answering = false
    const reading = drawn.at(-1)?.readAgain()
    unmount()
    await expect(reading).resolves.toBeUndefined()
  },
)
