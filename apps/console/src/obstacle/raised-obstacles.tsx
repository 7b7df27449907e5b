import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { LinkList } from "../facts/facts.tsx"
import { ObstacleDue, ObstacleStateMark } from "./obstacle-state-mark.tsx"

export const RaisedObstaclesFragment = graphql(`
  fragment RaisedObstacles on ObstacleConnection {
    totalCount
    edges {
      node {
        id
        number
        title
        state
        dueOn
        overdue
      }
    }
  }
`)

interface RaisedObstaclesProps {
  obstacles: FragmentType<typeof RaisedObstaclesFragment>
  /** What is said where there are none. */
  none: string
}

/** Obstacles that were raised on something, the latest first, each with its state and the day of its next step. */
export function RaisedObstacles({ obstacles: masked, none }: RaisedObstaclesProps) {
  const { t } = useLingui()
  const { totalCount, edges } = readFragment(RaisedObstaclesFragment, masked)
  if (edges.length === 0) return <p>{none}</p>
  return (
    <>
      <LinkList>
        {edges.map(({ node }) => (
          <li key={node.id}>
            <Link to="/vuong-mac/$id" params={{ id: node.id }} lang="vi">
              VM-{node.number} {node.title}
            </Link>
            {node.state && <ObstacleStateMark state={node.state} />}
            <ObstacleDue dueOn={node.dueOn} overdue={node.overdue} />
          </li>
        ))}
      </LinkList>
      {totalCount > edges.length && <p>{t`Còn ${totalCount - edges.length} vướng mắc cũ hơn.`}</p>}
    </>
  )
}
