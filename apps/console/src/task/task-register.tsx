import { useLingui } from "@lingui/react/macro"
import { getRouteApi, useNavigate } from "@tanstack/react-router"
import type { TaskRegisterQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { AsOf } from "../calendar/as-of.tsx"
import { OtherDayNotice } from "../calendar/past-day.tsx"
import { PrintButton } from "../filter/print-button.tsx"
import { NothingReported } from "../overview/nothing-reported.tsx"
import { useRegister } from "../register/ask-register.ts"
import { Register } from "../register/register.tsx"
import { RowCount } from "../register/row-count.tsx"
import { Page } from "../shell/page.tsx"
import { TaskFilters } from "./task-filters.tsx"
import { useTaskColumns } from "./task-row.tsx"
import { type TaskSearchValues, taskQuestion, taskSearch } from "./task-search.ts"

const TaskRegisterDocument = graphql(`
  query TaskRegister(
    $filter: TaskFilter
    $orderBy: TaskOrder
    $asOf: Date
    $deadlines: Deadlines
    $first: Int
    $after: String
  ) {
    tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
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
    taskSummary(filter: $filter, asOf: $asOf) {
      asOf
      total
      reported
    }
  }
`)

const route = getRouteApi("/nhiem-vu")
const tasksOf = (data: TaskRegisterQuery) => data.tasks

/** Every task of the plan, narrowed by the address. */
export function TaskRegister() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { values, ignored } = taskSearch.read(route.useSearch())
  const answer = useRegister(TaskRegisterDocument, taskQuestion(values), tasksOf)
  const columns = useTaskColumns(values.asOf)
  const show = (next: TaskSearchValues, how?: { replace: boolean }) =>
    void navigate({
      to: "/nhiem-vu",
      search: taskSearch.write(next),
      replace: how?.replace,
      resetScroll: false,
    })
  const summary = answer.data?.taskSummary
  return (
    <Page
      title={t`Nhiệm vụ`}
      beside={
        <>
          {summary && <AsOf date={summary.asOf} />}
          <PrintButton answer={answer} />
        </>
      }
    >
      <OtherDayNotice asOf={values.asOf} onChange={(asOf) => show({ ...values, asOf })} />
      <TaskFilters values={values} ignored={ignored} onChange={show} />
      <RowCount total={answer.total}>{t`${answer.total ?? 0} nhiệm vụ`}</RowCount>
      {summary && summary.reported === 0 && summary.total > 0 && <NothingReported brief />}
      <Register
        caption={t`Danh sách nhiệm vụ của Kế hoạch`}
        answer={answer}
        columns={columns}
        rowKey={({ id }) => id}
        sort={values.sort}
        onSort={(sort) => show({ ...values, sort })}
        empty={<p>{t`Không có nhiệm vụ nào khớp với các điều kiện đang áp dụng.`}</p>}
      />
    </Page>
  )
}
