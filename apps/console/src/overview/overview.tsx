import { useLingui } from "@lingui/react/macro"
import { Page } from "../shell/page.tsx"
import { AwaitedDocuments } from "./awaited-documents.tsx"
import { CooperationFigures } from "./cooperation-figures.tsx"
import { DueTasks } from "./due-tasks.tsx"
import { IndicatorFigures } from "./indicator-figures.tsx"
import { LeadTable } from "./lead-table.tsx"
import styles from "./overview.module.css"
import { PlanLine } from "./plan-line.tsx"
import { TaskFigures } from "./task-figures.tsx"

/** The picture on one page; every number leads to the rows behind it. */
export function Overview() {
  const { t } = useLingui()
  return (
    <Page title={t`Tổng quan`} above={<PlanLine />}>
      <TaskFigures />
      <div className={styles.pair}>
        <DueTasks
          title={t`Quá hạn lâu nhất`}
          search={{ status: ["OVERDUE"] }}
          nothing={t`Không có nhiệm vụ nào quá hạn.`}
        />
        <DueTasks
          title={t`Đến hạn tiếp theo`}
          search={{ status: ["DUE_SOON", "IN_PROGRESS", "NOT_STARTED"] }}
          nothing={t`Không có nhiệm vụ nào sắp đến hạn.`}
        />
      </div>
      <LeadTable />
      <AwaitedDocuments />
      <div className={styles.pair}>
        <IndicatorFigures />
        <CooperationFigures />
      </div>
    </Page>
  )
}
