import { useLingui } from "@lingui/react/macro"
import { graphql } from "../__generated__/index.ts"
import { useGraph } from "../graph/ask-graph.ts"
import { useMay } from "../session/permission.ts"
import { ObstaclesPanel } from "./obstacles-panel.tsx"

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
  const answer = useGraph(TaskObstaclesDocument, { code })
  return (
    <ObstaclesPanel
      answer={answer}
      obstaclesOf={({ task }) => task?.obstacles}
      about={{ task: [code] }}
      none={t`Chưa có vướng mắc nào được nêu về nhiệm vụ này.`}
    />
  )
}
