import { useDeferredValue } from "react"
import { graphql } from "../__generated__/index.ts"
import type { Picked } from "../form/pick-field.tsx"
import { useGraph } from "../graph/ask-graph.ts"

const PartnersToPickDocument = graphql(`
  query PartnersToPick($filter: PartnerFilter) {
    partners(filter: $filter, first: 30) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`)

const AgreementsToPickDocument = graphql(`
  query AgreementsToPick($filter: AgreementFilter) {
    agreements(filter: $filter, first: 30) {
      edges {
        node {
          id
          title
        }
      }
    }
  }
`)

const ProgrammesToPickDocument = graphql(`
  query ProgrammesToPick($filter: CooperationProgrammeFilter) {
    cooperationProgrammes(filter: $filter, first: 30) {
      edges {
        node {
          id
          title
        }
      }
    }
  }
`)

function useFilter(words: string): { filter: { text: string } | null } {
  const text = useDeferredValue(words.trim())
  return { filter: text === "" ? null : { text } }
}

/** The partners whose names hold the words; undefined while they are awaited. */
export function usePartnersFound(words: string): readonly Picked[] | undefined {
  return useGraph(PartnersToPickDocument, useFilter(words)).data?.partners.edges.map(({ node }) => node)
}

/** The agreements whose titles hold the words; undefined while they are awaited. */
export function useAgreementsFound(words: string): readonly Picked[] | undefined {
  const { data } = useGraph(AgreementsToPickDocument, useFilter(words))
  return data?.agreements.edges.map(({ node }) => ({ id: node.id, name: node.title }))
}

/** The programmes whose titles hold the words; undefined while they are awaited. */
export function useProgrammesFound(words: string): readonly Picked[] | undefined {
  const { data } = useGraph(ProgrammesToPickDocument, useFilter(words))
  return data?.cooperationProgrammes.edges.map(({ node }) => ({ id: node.id, name: node.title }))
}
