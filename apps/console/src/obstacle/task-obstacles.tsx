import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { graphql } from "../__generated__/index.ts"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useMay } from "../session/permission.ts"
import { Panel } from "../shell/page.tsx"
import { newObstacleSearch } from "./obstacle-search.ts"
import { RaisedObstacles } from "./raised-obstacles.tsx"

const TaskObstaclesDocument = graphql(`
  query TaskObstacles($code: String!) {
    task(code: $code) {
      id
      obstacles(first: 20) {
        ...RaisedObstacles
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
        {({ task }) =>
          task && (
            <RaisedObstacles
              obstacles={task.obstacles}
              none={t`Chưa có vướng mắc nào được nêu về nhiệm vụ này.`}
            />
          )
        }
      </Answered>
    </Panel>
  )
}
