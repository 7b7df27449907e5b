import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import type { FragmentType } from "../__generated__/index.ts"
import { Answered } from "../graph/answered.tsx"
import type { Answer } from "../graph/ask-graph.ts"
import { useMay } from "../session/permission.ts"
import { Panel } from "../shell/page.tsx"
import { newObstacleSearch } from "./obstacle-search.ts"
import { RaisedObstacles, type RaisedObstaclesFragment } from "./raised-obstacles.tsx"

interface ObstaclesPanelProps<Data> {
  answer: Answer<Data>
  /** Where in the answer they are; null of what there is not. */
  obstaclesOf: (data: Data) => FragmentType<typeof RaisedObstaclesFragment> | null | undefined
  /** What a new one would be raised on. */
  about: Parameters<typeof newObstacleSearch.write>[0]
  /** What is said where there are none. */
  none: string
}

/** The obstacles that were raised on something, and the way to raise another for those who may. */
export function ObstaclesPanel<Data>({ answer, obstaclesOf, about, none }: ObstaclesPanelProps<Data>) {
  const { t } = useLingui()
  const mayRaise = useMay("obstacles:raise:own", "obstacles:write")
  return (
    <Panel
      title={t`Vướng mắc`}
      beside={
        mayRaise && (
          <Link to="/vuong-mac/moi" search={newObstacleSearch.write(about)}>
            {t`Nêu vướng mắc`}
          </Link>
        )
      }
    >
      <Answered answer={answer} waiting={<Skeleton height={48} />}>
        {(data) => {
          const obstacles = obstaclesOf(data)
          return obstacles && <RaisedObstacles obstacles={obstacles} none={none} />
        }}
      </Answered>
    </Panel>
  )
}
