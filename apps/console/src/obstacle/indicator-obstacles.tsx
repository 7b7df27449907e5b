import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import { graphql } from "../__generated__/index.ts"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useMay } from "../session/permission.ts"
import { Panel } from "../shell/page.tsx"
import { newObstacleSearch } from "./obstacle-search.ts"
import { RaisedObstacles } from "./raised-obstacles.tsx"

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
  const mayRaise = useMay("obstacles:raise:own", "obstacles:write")
  const answer = useGraph(IndicatorObstaclesDocument, { code })
  return (
    <Panel
      title={t`Vướng mắc`}
      beside={
        mayRaise && (
          <Link to="/vuong-mac/moi" search={newObstacleSearch.write({ indicator: [code] })}>
            {t`Nêu vướng mắc`}
          </Link>
        )
      }
    >
      <Answered answer={answer} waiting={null}>
        {({ indicator }) =>
          indicator && (
            <RaisedObstacles
              obstacles={indicator.obstacles}
              none={t`Chưa có vướng mắc nào được nêu về chỉ tiêu này.`}
            />
          )
        }
      </Answered>
    </Panel>
  )
}
