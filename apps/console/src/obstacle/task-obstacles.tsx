import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { graphql } from "../__generated__/index.ts"
import { LinkList } from "../facts/facts.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useMay } from "../session/permission.ts"
import { Panel } from "../shell/page.tsx"
import { newObstacleSearch } from "./obstacle-search.ts"
import { ObstacleDue, ObstacleStateMark } from "./obstacle-state-mark.tsx"

const TaskObstaclesDocument = graphql(`
  query TaskObstacles($code: String!) {
    task(code: $code) {
      id
      obstacles(first: 20) {
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
    }
  }
`)

/** The obstacles of a task, for those who may read any; asked apart, so that the task stands without them. */
export function TaskObstacles({ code }: { code: string }) {
  return useMay("obstacles:read", "obstacles:read:own") && <Obstacles code={code} />
}

function Obstacles({ code }: { code: string }) {
  const { t } = useLingui()
  const mayRaise = useMay("obstacles:raise:own", "obstacles:write")
  const answer = useGraph(TaskObstaclesDocument, { code })
  const obstacles = answer.data?.task?.obstacles
  return (
    <Panel
      title={t`Vướng mắc`}
      beside={
        mayRaise && (
          <Link to="/vuong-mac/moi" search={newObstacleSearch.write({ task: [code] })}>
            {t`Nêu vướng mắc`}
          </Link>
        )
      }
    >
      <Answered answer={answer} waiting={<Skeleton height={48} />}>
        {() =>
          obstacles === undefined || obstacles.edges.length === 0 ? (
            <p>{t`Chưa có vướng mắc nào được nêu về nhiệm vụ này.`}</p>
          ) : (
            <>
              <LinkList>
                {obstacles.edges.map(({ node }) => (
                  <li key={node.id}>
                    <Link to="/vuong-mac/$id" params={{ id: node.id }} lang="vi">
                      VM-{node.number} {node.title}
                    </Link>
                    {node.state && <ObstacleStateMark state={node.state} />}
                    <ObstacleDue dueOn={node.dueOn} overdue={node.overdue} />
                  </li>
                ))}
              </LinkList>
              {obstacles.totalCount > obstacles.edges.length && (
                <p>{t`Còn ${obstacles.totalCount - obstacles.edges.length} vướng mắc cũ hơn.`}</p>
              )}
            </>
          )
        }
      </Answered>
    </Panel>
  )
}
