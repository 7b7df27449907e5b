import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import type { EscalatedQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { AgencyName } from "../agency/agency-name.tsx"
import { Answered } from "../graph/answered.tsx"
import { useRegister } from "../register/ask-register.ts"
import { MoreRows } from "../register/more-rows.tsx"
import { Panel } from "../shell/page.tsx"
import { TaskStatusMark } from "../task/task-status-mark.tsx"
import styles from "./reminder.module.css"

const EscalatedDocument = graphql(`
  query Escalated($first: Int, $after: String) {
    escalatedObligations(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          status
          reminderCount
          agency {
            id
            name
          }
          task {
            id
            code
            title
          }
        }
      }
    }
  }
`)

const escalatedOf = (data: EscalatedQuery) => data.escalatedObligations

/** What is still late or silent after three reminders; nothing where there is none. */
export function Escalated() {
  const { t } = useLingui()
  const answer = useRegister(EscalatedDocument, {}, escalatedOf)
  const { total } = answer
  if (total === 0 && answer.failure === null) return null
  return (
    <Panel
      title={t`Báo cáo lãnh đạo Thành phố`}
      note={t`Đã đôn đốc từ ba lần mà vẫn quá hạn hoặc chưa có báo cáo.`}
      beside={total !== null && t`${total} nhiệm vụ`}
    >
      <Answered answer={answer} waiting={<Skeleton height={80} />}>
        {() => (
          <>
            <ul className={`${styles.choices} ${styles.long}`}>
              {answer.rows.map((node) => (
                <li key={node.id}>
                  <span className={styles.choice} lang="vi">
                    <Link to="/nhiem-vu/$code" params={{ code: node.task.code }}>
                      {node.task.code}. {node.task.title}
                    </Link>
                    <span className={styles.facts}>
                      <AgencyName agency={node.agency} />
                    </span>
                  </span>
                  <span className={styles.facts}>
                    <TaskStatusMark status={node.status} />
                    {t`đã đôn đốc ${node.reminderCount} lần`}
                  </span>
                </li>
              ))}
            </ul>
            <MoreRows answer={answer} />
          </>
        )}
      </Answered>
    </Panel>
  )
}
