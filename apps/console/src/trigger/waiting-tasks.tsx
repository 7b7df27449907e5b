import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { PlanSource } from "../source/plan-source.tsx"
import styles from "./waiting-tasks.module.css"

const WaitingTaskFragment = graphql(`
  fragment WaitingTask on Task {
    id
    code
    title
    source {
      ...PlanSource
    }
  }
`)

interface WaitingTasksProps {
  totalCount: number
  edges: readonly { node: FragmentType<typeof WaitingTaskFragment> }[]
}

/** The tasks that wait for one document: number, the beginning of the title, place in the plan. */
export function WaitingTasks({ totalCount, edges }: WaitingTasksProps) {
  const { t } = useLingui()
  const more = totalCount - edges.length
  const tasks = edges.map(({ node }) => readFragment(WaitingTaskFragment, node))
  return (
    <ul className={styles.tasks}>
      {tasks.map(({ id, code, title, source }) => (
        <li key={id}>
          <Link to="/nhiem-vu/$code" params={{ code }} lang="vi">
            <strong>{code}.</strong> {title}
          </Link>
          <PlanSource source={source} />
        </li>
      ))}
      {more > 0 && <li>{t`và ${more} nhiệm vụ khác`}</li>}
    </ul>
  )
}
