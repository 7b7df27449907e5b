import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import type { TaskFiguresQuery, TaskStatus } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { AsOf } from "../calendar/as-of.tsx"
import type { OnDay } from "../calendar/day-search.ts"
import type { ByDeadlines } from "../deadline/deadlines-search.ts"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { Panel } from "../shell/page.tsx"
import { type TaskSearchValues, taskSearch } from "../task/task-search.ts"
import { TaskStatusShape, taskStatuses, taskStatusName } from "../task/task-status-mark.tsx"
import { NothingReported } from "./nothing-reported.tsx"
import styles from "./overview.module.css"
import { StatusTable } from "./status-table.tsx"

const TaskFiguresDocument = graphql(`
  query TaskFigures($asOf: Date, $deadlines: Deadlines) {
    taskSummary(asOf: $asOf, deadlines: $deadlines) {
      asOf
      total
      reported
      byStatus {
        status
        count
      }
      bySection {
        section {
          id
          numeral
          title
        }
        count
        byStatus {
          status
          count
        }
      }
    }
  }
`)

/** How many tasks there are: in all, by status, by section. */
export function TaskFigures({ asOf, deadlines }: OnDay & ByDeadlines) {
  const answer = useGraph(TaskFiguresDocument, { asOf: asOf ?? null, deadlines: deadlines ?? null })
  return (
    <Answered answer={answer} waiting={<Skeleton height={420} />}>
      {({ taskSummary }) => <Figures summary={taskSummary} read={{ asOf, deadlines }} />}
    </Answered>
  )
}

type Summary = TaskFiguresQuery["taskSummary"]

interface FiguresProps {
  summary: Summary
  /** The day and the due dates that they are read by. */
  read: OnDay & ByDeadlines
}

function Figures({ summary, read }: FiguresProps) {
  const { t } = useLingui()
  const { asOf, total, reported, byStatus, bySection } = summary
  return (
    <>
      {reported === 0 && total > 0 && <NothingReported />}
      <Panel title={t`Nhiệm vụ theo tình trạng`} beside={<AsOf date={asOf} />}>
        <div className={styles.figures}>
          <Link to="/nhiem-vu" search={taskSearch.write(read)} className={styles.total} data-figure="total">
            <span className={styles.totalNumber}>{total}</span> <span>{t`nhiệm vụ được giao`}</span>
          </Link>
          <div>
            <Bar counts={byStatus} total={total} />
            <StatusList counts={byStatus} read={read} />
          </div>
        </div>
      </Panel>
      <Panel title={t`Nhiệm vụ theo nhóm`} beside={<AsOf date={asOf} />}>
        <StatusTable
          caption={t`Số nhiệm vụ của mỗi nhóm theo tình trạng`}
          heading={t`Nhóm nhiệm vụ`}
          rows={bySection.map(({ section, count, byStatus: counts }) => ({
            key: section.id,
            name: (
              <>
                <strong>{section.numeral}.</strong> <span lang="vi">{section.title}</span>
              </>
            ),
            count,
            counts,
            search: { section: [section.numeral] as TaskSearchValues["section"], ...read },
          }))}
        />
      </Panel>
    </>
  )
}

interface StatusCount {
  status: TaskStatus
  count: number
}

/** The statuses as shares of one bar; the list beside it says the same in words. */
function Bar({ counts, total }: { counts: readonly StatusCount[]; total: number }) {
  if (total === 0) return null
  return (
    <div className={styles.bar} aria-hidden="true">
      {taskStatuses.map((status) => {
        const count = counts.find((each) => each.status === status)?.count ?? 0
        return count > 0 && <span key={status} data-status={status} style={{ flexGrow: count }} />
      })}
    </div>
  )
}

function StatusList({ counts, read }: { counts: readonly StatusCount[]; read: FiguresProps["read"] }) {
  const { i18n } = useLingui()
  return (
    <ul className={styles.statuses}>
      {taskStatuses.map((status) => {
        const count = counts.find((each) => each.status === status)?.count ?? 0
        return (
          <li key={status} data-status={status}>
            <Link
              to="/nhiem-vu"
              search={taskSearch.write({ status: [status], ...read })}
              data-figure={status}
            >
              <TaskStatusShape status={status} />
              <span className={styles.statusCount}>{count}</span>{" "}
              <span>{i18n._(taskStatusName[status])}</span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
