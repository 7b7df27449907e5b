import { useLingui } from "@lingui/react/macro"
import { graphql } from "../__generated__/index.ts"
import { useGraph } from "../graph/ask-graph.ts"
import { useMay } from "../session/permission.ts"
import { ObstaclesPanel } from "./obstacles-panel.tsx"

const IndicatorObstaclesDocument = graphql(`
  query IndicatorObstacles($code: String!) {
    indicator(code: $code) {
      id
      obstacles(first: 20) {
        ...RaisedObstacles
      }
    }
  }
`)

/** The obstacles of an indicator, for those who may read any; asked apart, so that the indicator stands without them. */
export function IndicatorObstacles({ code }: { code: string }) {
  return useMay("obstacles:read", "obstacles:read:own") && <Obstacles code={code} />
}

function Obstacles({ code }: { code: string }) {
  const { t } = useLingui()
  const answer = useGraph(IndicatorObstaclesDocument, { code })
  return (
    <ObstaclesPanel
      answer={answer}
      obstaclesOf={({ indicator }) => indicator?.obstacles}
      about={{ indicator: [code] }}
      none={t`Chưa có vướng mắc nào được nêu về chỉ tiêu này.`}
    />
  )
}
