import { graphql } from "../__generated__/index.ts"
import { useGraph } from "../graph/ask-graph.ts"

const TriggerTitleDocument = graphql(`
  query TriggerTitle($id: ID!) {
    trigger(id: $id) {
      id
      title
    }
  }
`)

/** The title of an awaited document known by its identifier. */
export function TriggerTitle({ id }: { id: string }) {
  const { data } = useGraph(TriggerTitleDocument, { id })
  return <span lang="vi">{data?.trigger?.title ?? id}</span>
}
