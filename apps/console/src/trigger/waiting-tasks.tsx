import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import styles from "./waiting-tasks.module.css"

interface WaitingTasksProps {
  totalCount: number
  edges: readonly { node: { id: string; code: string; title: string } }[]
}

/** The tasks that wait for one document, by number and the beginning of their title. */
export function WaitingTasks({ totalCount, edges }: WaitingTasksProps) {
  const { t } = useLingui()
  const more = totalCount - edges.length
  return (
    <ul className={styles.tasks}>
      {edges.map(({ node }) => (
        <li key={node.id}>
          <Link to="/nhiem-vu/$code" params={{ code: node.code }}>
            <strong>{node.code}.</strong> {node.title}
          </Link>
        </li>
      ))}
      {more > 0 && <li>{t`và ${more} nhiệm vụ khác`}</li>}
    </ul>
  )
}
