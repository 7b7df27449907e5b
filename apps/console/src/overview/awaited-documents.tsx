import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { graphql } from "../__generated__/index.ts"
import type { OnDay } from "../calendar/day-search.ts"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { Panel } from "../shell/page.tsx"
import { taskSearch } from "../task/task-search.ts"
import { triggerSearch } from "../trigger/trigger-search.ts"
import { WaitingTasks } from "../trigger/waiting-tasks.tsx"
import styles from "./overview.module.css"

const AwaitedDocumentsDocument = graphql(`
  query AwaitedDocuments($asOf: Date) {
    tasks(filter: { status: [AWAITING_TRIGGER], asOf: $asOf }, first: 1) {
      totalCount
    }
    triggers(filter: { issued: false, asOf: $asOf }, first: 6) {
      totalCount
      edges {
        node {
          id
          title
          tasks(first: 3) {
            totalCount
            edges {
              node {
                ...WaitingTask
              }
            }
          }
        }
      }
    }
  }
`)

/** The documents that tasks wait for, and how many wait for each. */
export function AwaitedDocuments({ asOf }: OnDay) {
  const { t } = useLingui()
  const answer = useGraph(AwaitedDocumentsDocument, { asOf: asOf ?? null })
  const total = answer.data?.triggers.totalCount
  const waiting = answer.data?.tasks.totalCount ?? 0
  return (
    <Panel
      title={t`Nhiệm vụ đang chờ văn bản`}
      beside={
        total !== undefined &&
        total > 0 && (
          <>
            <Link to="/nhiem-vu" search={taskSearch.write({ status: ["AWAITING_TRIGGER"], asOf })}>
              {t`${waiting} nhiệm vụ`}
            </Link>
            {" · "}
            <Link to="/van-ban-cho" search={triggerSearch.write({ issued: "no", asOf })}>
              {t`${total} văn bản`}
            </Link>
          </>
        )
      }
      note={t`Số bên phải là số nhiệm vụ bắt đầu khi văn bản đó được ghi nhận.`}
    >
      <Answered answer={answer} waiting={<Skeleton height={240} />}>
        {({ triggers }) =>
          triggers.totalCount === 0 ? (
            <p>{t`Không có nhiệm vụ nào phải chờ văn bản.`}</p>
          ) : (
            <ul className={styles.counts}>
              {triggers.edges.map(({ node }) => (
                <li key={node.id}>
                  <div className={styles.awaited}>
                    <p lang="vi">{node.title}</p>
                    <WaitingTasks {...node.tasks} />
                  </div>
                  <Link
                    to="/nhiem-vu"
                    search={taskSearch.write({ trigger: [node.id], asOf })}
                    aria-label={t`${node.tasks.totalCount} nhiệm vụ chờ ${node.title}`}
                  >
                    {node.tasks.totalCount}
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Panel>
  )
}
