import { useLingui } from "@lingui/react/macro"
import { Checkbox } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import type {
  AgencyIndicatorsQuery,
  AgencyTasksQuery,
  IndicatorFilter,
  TaskFilter,
} from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { AsOf } from "../calendar/as-of.tsx"
import { DeadlinesChoice } from "../deadline/deadlines-choice.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useIndicatorColumns } from "../indicator/indicator-row.tsx"
import { useRegister } from "../register/ask-register.ts"
import { Register } from "../register/register.tsx"
import { Panel } from "../shell/page.tsx"
import { useTaskColumns } from "../task/task-row.tsx"
import {
  type AgencyDetailSearchValues,
  type AgencyView,
  agencyDetailSearch,
  agencyViews,
} from "./agency-detail-search.ts"
import styles from "./agency-work.module.css"

const AgencyTaskCountsDocument = graphql(`
  query AgencyTaskCounts($led: TaskFilter, $coordinated: TaskFilter) {
    led: tasks(filter: $led, first: 1) {
      totalCount
    }
    coordinated: tasks(filter: $coordinated, first: 1) {
      totalCount
    }
    taskSummary(filter: $led) {
      asOf
    }
  }
`)

const AgencyIndicatorCountDocument = graphql(`
  query AgencyIndicatorCount($filter: IndicatorFilter) {
    indicators(filter: $filter, first: 1) {
      totalCount
    }
  }
`)

const route = getRouteApi("/co-quan/$code")

/** What an agency has been given: tasks it leads, tasks it helps with, indicators it follows. */
export function AgencyWork({ code }: { code: string }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { values } = agencyDetailSearch.read(route.useSearch())
  const { view = "lead", throughGroups, inherited, deadlines } = values
  const led: TaskFilter = { lead: [code], throughGroups, inherited, deadlines }
  const coordinated: TaskFilter = { coordinator: [code], throughGroups, inherited, deadlines }
  const followed: IndicatorFilter = { lead: [code], throughGroups, inherited }
  const tasks = useGraph(AgencyTaskCountsDocument, { led, coordinated })
  const indicators = useGraph(AgencyIndicatorCountDocument, { filter: followed })
  const names: Record<AgencyView, string> = {
    lead: t`Nhiệm vụ chủ trì`,
    coordinator: t`Nhiệm vụ phối hợp`,
    indicators: t`Chỉ tiêu theo dõi`,
  }
  const counts: Record<AgencyView, number | undefined> = {
    lead: tasks.data?.led.totalCount,
    coordinator: tasks.data?.coordinated.totalCount,
    indicators: indicators.data?.indicators.totalCount,
  }
  const show = (part: AgencyDetailSearchValues) =>
    void navigate({
      to: "/co-quan/$code",
      params: { code },
      search: agencyDetailSearch.write({ ...values, ...part }),
      resetScroll: false,
    })
  return (
    <Panel title={t`Được giao`} beside={tasks.data && <AsOf date={tasks.data.taskSummary.asOf} />}>
      <div className={styles.reach}>
        <Checkbox
          label={t`Kể cả qua nhóm`}
          description={t`gồm cả việc giao chung cho nhóm có cơ quan này`}
          checked={throughGroups ?? false}
          onChange={(event) => show({ throughGroups: event.currentTarget.checked || undefined })}
        />
        <Checkbox
          label={t`Kể cả cơ quan tiền thân`}
          description={t`gồm cả việc giao cho những cơ quan mà cơ quan này kế thừa`}
          checked={inherited ?? false}
          onChange={(event) => show({ inherited: event.currentTarget.checked || undefined })}
        />
        <DeadlinesChoice deadlines={deadlines} onChange={(chosen) => show({ deadlines: chosen })} />
      </div>
      <nav className={styles.views} aria-label={t`Được giao`}>
        {agencyViews.map((each) => (
          <Link
            key={each}
            to="/co-quan/$code"
            params={{ code }}
            search={agencyDetailSearch.write({ ...values, view: each })}
            resetScroll={false}
            aria-current={each === view ? "true" : undefined}
            data-view={each}
          >
            {names[each]} <span className={styles.count}>{counts[each] ?? "–"}</span>
          </Link>
        ))}
      </nav>
      {view === "lead" && <AgencyTasks key="lead" caption={names.lead} filter={led} />}
      {view === "coordinator" && (
        <AgencyTasks key="coordinator" caption={names.coordinator} filter={coordinated} />
      )}
      {view === "indicators" && <AgencyIndicators caption={names.indicators} filter={followed} />}
    </Panel>
  )
}

const AgencyTasksDocument = graphql(`
  query AgencyTasks(
    $filter: TaskFilter
    $asOf: Date
    $deadlines: Deadlines
    $first: Int
    $after: String
  ) {
    tasks(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...TaskRow
        }
      }
    }
  }
`)

const tasksOf = (data: AgencyTasksQuery) => data.tasks

function AgencyTasks({ caption, filter }: { caption: string; filter: TaskFilter }) {
  const { t } = useLingui()
  const answer = useRegister(
    AgencyTasksDocument,
    { filter, asOf: null, deadlines: filter.deadlines ?? null },
    tasksOf,
  )
  return (
    <Register
      caption={caption}
      answer={answer}
      columns={useTaskColumns()}
      rowKey={({ id }) => id}
      empty={<p>{t`Không có nhiệm vụ nào gọi đích danh cơ quan này trong phạm vi đang chọn.`}</p>}
    />
  )
}

const AgencyIndicatorsDocument = graphql(`
  query AgencyIndicators($filter: IndicatorFilter, $asOf: Date, $first: Int, $after: String) {
    indicators(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...IndicatorRow
        }
      }
    }
  }
`)

const indicatorsOf = (data: AgencyIndicatorsQuery) => data.indicators

function AgencyIndicators({ caption, filter }: { caption: string; filter: IndicatorFilter }) {
  const { t } = useLingui()
  const answer = useRegister(AgencyIndicatorsDocument, { filter, asOf: null }, indicatorsOf)
  return (
    <Register
      caption={caption}
      answer={answer}
      columns={useIndicatorColumns()}
      rowKey={({ id }) => id}
      empty={<p>{t`Không có chỉ tiêu nào giao cho cơ quan này trong phạm vi đang chọn.`}</p>}
    />
  )
}
