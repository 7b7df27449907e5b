import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import { TaskOrderField } from "../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { daySearch } from "../calendar/day-search.ts"
import { DeadlineByChoice } from "../deadline/deadline-words.tsx"
import type { Column } from "../register/register.tsx"
import { PlanSource } from "../source/plan-source.tsx"
import styles from "./task-row.module.css"
import { TaskStatusMark } from "./task-status-mark.tsx"

const TaskRowFragment = graphql(`
  fragment TaskRow on Task {
    id
    code
    title
    leadText
    section {
      id
      numeral
      title
    }
    deadline {
      ...DeadlineByChoice
    }
    status(asOf: $asOf, deadlines: $deadlines)
    source {
      ...PlanSource
    }
  }
`)

/** A task as a list of the graph holds it. */
export type TaskRowData = { id: string } & FragmentType<typeof TaskRowFragment>

/**
 * The columns of every list of tasks.
 * @param asOf the day of which the list tells; today when absent
 */
export function useTaskColumns(asOf?: string): Column<TaskRowData, TaskOrderField>[] {
  const { t } = useLingui()
  const read = (row: TaskRowData) => readFragment(TaskRowFragment, row)
  return [
    {
      key: "code",
      heading: t`Số`,
      width: "4.25rem",
      sortField: TaskOrderField.PlanOrder,
      cell: (row) => <span className={styles.code}>{read(row).code}</span>,
    },
    {
      key: "title",
      heading: t`Nhiệm vụ`,
      sortField: TaskOrderField.Title,
      cell: (row) => {
        const { code, title, section } = read(row)
        return (
          <>
            <Link
              to="/nhiem-vu/$code"
              params={{ code }}
              search={daySearch.write({ asOf })}
              className={styles.title}
              lang="vi"
              data-row-link
            >
              {title}
            </Link>
            <span className={styles.section}>
              {t`Nhóm ${section.numeral}`} · <span lang="vi">{section.title}</span>
            </span>
          </>
        )
      },
    },
    { key: "lead", heading: t`Chủ trì`, width: "18%", lang: "vi", cell: (row) => read(row).leadText },
    {
      key: "deadline",
      heading: t`Thời hạn`,
      width: "17%",
      sortField: TaskOrderField.DueOn,
      cell: (row) => <DeadlineByChoice deadline={read(row).deadline} />,
    },
    {
      key: "status",
      heading: t`Tình trạng`,
      width: "10.5rem",
      cell: (row) => <TaskStatusMark status={read(row).status} />,
    },
    {
      key: "source",
      heading: t`Vị trí trong Kế hoạch`,
      width: "11.5rem",
      cell: (row) => <PlanSource source={read(row).source} />,
    },
  ]
}
