import { useDeferredValue } from "react"
import { graphql } from "../__generated__/index.ts"
import type { Picked } from "../form/pick-field.tsx"
import { useGraph } from "../graph/ask-graph.ts"

const AgenciesToPickDocument = graphql(`
  query AgenciesToPick($filter: AgencyFilter) {
    agencies(filter: $filter, first: 30) {
      edges {
        node {
          id
          name
          kind
        }
      }
    }
  }
`)

/** The groups whose names hold the words. */
export function useGroupsFound(words: string): readonly Picked[] | undefined {
  const text = useDeferredValue(words.trim())
  const { data } = useGraph(AgenciesToPickDocument, {
    filter: { kind: ["GROUP"], ...(text !== "" && { text }) },
  })
  return data?.agencies.edges.map(({ node }) => node)
}

/** The bodies whose names hold the words; groups answer for nothing and are none. */
export function useBodiesFound(words: string): readonly Picked[] | undefined {
  const text = useDeferredValue(words.trim())
  const { data } = useGraph(AgenciesToPickDocument, { filter: text === "" ? null : { text } })
  return data?.agencies.edges.map(({ node }) => node).filter(({ kind }) => kind !== "GROUP")
}
