import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { TaskOrderField } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { daySearch } from "../calendar/day-search.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { Panel } from "../shell/page.tsx"
import { PlanSource } from "../source/plan-source.tsx"
import { type TaskSearchValues, taskQuestion, taskSearch } from "../task/task-search.ts"
import { TaskStatusMark } from "../task/task-status-mark.tsx"
import styles from "./overview.module.css"

const DueTasksDocument = graphql(`
  query DueTasks($filter: TaskFilter, $orderBy: TaskOrder, $asOf: Date, $deadlines: Deadlines) {
    tasks(filter: $filter, orderBy: $orderBy, first: 6) {
      totalCount
      edges {
        node {
          id
          code
          title
          leadText
          deadline {
            dueOn(asOf: $asOf, deadlines: $deadlines)
          }
          status(asOf: $asOf, deadlines: $deadlines)
          source {
            ...PlanSource
          }
        }
      }
    }
  }
`)

interface DueTasksProps {
  title: string
  search: TaskSearchValues
  /** Said when there is none. */
  nothing: string
}

/** The tasks with the nearest due dates among some, and the way to all of them in that order. */
export function DueTasks({ title, search, nothing }: DueTasksProps) {
  const { t } = useLingui()
  const sorted = { ...search, sort: { field: TaskOrderField.DueOn, direction: "ASC" as const } }
  const answer = useGraph(DueTasksDocument, taskQuestion(sorted))
  const total = answer.data?.tasks.totalCount
  return (
    <Panel
      title={title}
      beside={
        total !== undefined &&
        total > 0 && (
          <Link to="/nhiem-vu" search={taskSearch.write(sorted)}>{t`Xem tất cả ${total} nhiệm vụ`}</Link>
        )
      }
    >
      <Answered answer={answer} waiting={<Skeleton height={240} />}>
        {({ tasks }) =>
          tasks.totalCount === 0 ? (
            <p>{nothing}</p>
          ) : (
            <ol className={styles.tasks}>
              {tasks.edges.map(({ node }) => (
                <li key={node.id}>
                  <Link
                    to="/nhiem-vu/$code"
                    params={{ code: node.code }}
                    search={daySearch.write({ asOf: search.asOf })}
                    className={styles.task}
                    lang="vi"
                  >
                    <strong>{node.code}.</strong> {node.title}
                  </Link>
                  <p className={styles.taskFacts}>
                    <TaskStatusMark status={node.status} />
                    {node.deadline.dueOn && (
                      <span>
                        {t`Hạn`} <PrintedDate date={node.deadline.dueOn} />
                      </span>
                    )}
                    <span lang="vi">{node.leadText}</span>
                    <PlanSource source={node.source} />
                  </p>
                </li>
              ))}
            </ol>
          )
        }
      </Answered>
    </Panel>
  )
}
