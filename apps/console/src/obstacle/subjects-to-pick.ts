import { useDeferredValue } from "react"
import { graphql } from "../__generated__/index.ts"
import type { Picked } from "../form/pick-field.tsx"
import { useGraph } from "../graph/ask-graph.ts"

const TasksToPickDocument = graphql(`
  query TasksToPick($filter: TaskFilter) {
    tasks(filter: $filter, first: 30) {
      edges {
        node {
          id
          code
          title
        }
      }
    }
  }
`)

const IndicatorsToPickDocument = graphql(`
  query IndicatorsToPick($filter: IndicatorFilter) {
    indicators(filter: $filter, first: 30) {
      edges {
        node {
          id
          code
          name
        }
      }
    }
  }
`)

const ObstaclesToPickDocument = graphql(`
  query ObstaclesToPick($filter: ObstacleFilter) {
    obstacles(filter: $filter, first: 30) {
      edges {
        node {
          id
          number
          title
        }
      }
    }
  }
`)

/** A task as it is picked. */
export const taskPicked = ({ id, code, title }: { id: string; code: string; title: string }): Picked => ({
  id,
  name: `${code}. ${title}`,
})

/** An indicator as it is picked. */
export const indicatorPicked = ({ id, code, name }: { id: string; code: string; name: string }): Picked => ({
  id,
  name: `${code}. ${name}`,
})

/** The tasks whose rows hold the words, or have them for their code; undefined while they are awaited. */
export function useTasksFound(words: string): readonly Picked[] | undefined {
  const text = useDeferredValue(words.trim())
  const { data } = useGraph(TasksToPickDocument, { filter: text === "" ? null : { text } })
  return data?.tasks.edges.map(({ node }) => taskPicked(node))
}

/** The indicators whose names hold the words; undefined while they are awaited. */
export function useIndicatorsFound(words: string): readonly Picked[] | undefined {
  const text = useDeferredValue(words.trim())
  const { data } = useGraph(IndicatorsToPickDocument, { filter: text === "" ? null : { text } })
  return data?.indicators.edges.map(({ node }) => indicatorPicked(node))
}

/** The obstacles whose words hold those, still under way; undefined while they are awaited. */
export function useOpenObstaclesFound(words: string): readonly Picked[] | undefined {
  const text = useDeferredValue(words.trim())
  const { data } = useGraph(ObstaclesToPickDocument, {
    filter: {
      state: ["RAISED", "ACCEPTED", "SENT_UP", "DECIDED"],
      ...(text === "" ? {} : { text }),
    },
  })
  return data?.obstacles.edges.map(({ node }) => ({ id: node.id, name: `VM-${node.number} ${node.title}` }))
}
