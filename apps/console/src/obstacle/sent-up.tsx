import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { ObstacleOrderField, ObstacleState, OrderDirection } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { AgencyName } from "../agency/agency-name.tsx"
import { LinkList } from "../facts/facts.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { Panel } from "../shell/page.tsx"
import styles from "./obstacle.module.css"
import { obstacleSearch } from "./obstacle-search.ts"
import { ObstacleDue } from "./obstacle-state-mark.tsx"

const SentUpDocument = graphql(`
  query SentUp($filter: ObstacleFilter, $orderBy: ObstacleOrder) {
    sentUp: obstacles(filter: $filter, orderBy: $orderBy, first: 10) {
      totalCount
      edges {
        node {
          id
          number
          title
          dueOn
          overdue
          agency {
            id
            name
          }
        }
      }
    }
  }
`)

/** What was sent up and waits for the City's decision, the most urgent first; nothing where nothing waits. */
export function SentUp() {
  const { t } = useLingui()
  const answer = useGraph(SentUpDocument, {
    filter: { state: [ObstacleState.SentUp] },
    orderBy: { field: ObstacleOrderField.DueOn, direction: OrderDirection.Asc },
  })
  if (answer.data?.sentUp.totalCount === 0 && answer.failure === null) return null
  return (
    <Panel
      title={t`Chờ Thành phố quyết định`}
      beside={
        answer.data && (
          <Link to="/vuong-mac" search={obstacleSearch.write({ state: [ObstacleState.SentUp] })}>
            {t`Tất cả: ${answer.data.sentUp.totalCount}`}
          </Link>
        )
      }
    >
      <Answered answer={answer} waiting={<Skeleton height={80} />}>
        {({ sentUp }) => (
          <div className={styles.sentUp}>
            <LinkList>
              {sentUp.edges.map(({ node }) => (
                <li key={node.id}>
                  <Link to="/vuong-mac/$id" params={{ id: node.id }} lang="vi">
                    VM-{node.number} {node.title}
                  </Link>
                  <AgencyName agency={node.agency} />
                  <ObstacleDue dueOn={node.dueOn} overdue={node.overdue} />
                </li>
              ))}
            </LinkList>
          </div>
        )}
      </Answered>
    </Panel>
  )
}
