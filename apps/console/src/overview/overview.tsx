import { useLingui } from "@lingui/react/macro"
import { getRouteApi, useNavigate } from "@tanstack/react-router"
import { DayChoice, OtherDayNotice } from "../calendar/past-day.tsx"
import { DeadlinesChoice } from "../deadline/deadlines-choice.tsx"
import { Page } from "../shell/page.tsx"
import { AwaitedDocuments } from "./awaited-documents.tsx"
import { CooperationFigures } from "./cooperation-figures.tsx"
import { DueTasks } from "./due-tasks.tsx"
import { IndicatorFigures } from "./indicator-figures.tsx"
import { LeadTable } from "./lead-table.tsx"
import styles from "./overview.module.css"
import { type OverviewSearchValues, overviewSearch } from "./overview-search.ts"
import { PlanLine } from "./plan-line.tsx"
import { TaskFigures } from "./task-figures.tsx"

const route = getRouteApi("/")

/** The picture on one page; every number leads to the rows behind it. */
export function Overview() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { values } = overviewSearch.read(route.useSearch())
  const { asOf, deadlines } = values
  const show = (part: OverviewSearchValues) =>
    void navigate({ to: "/", search: overviewSearch.write({ ...values, ...part }), resetScroll: false })
  const read = (day: string | undefined) => show({ asOf: day })
  return (
    <Page
      title={t`Tổng quan`}
      above={
        <>
          <PlanLine />
          {" · "}
          <a href="/cong-bo">{t`Kết quả đã công bố`}</a>
        </>
      }
      beside={
        <>
          <DeadlinesChoice deadlines={deadlines} onChange={(chosen) => show({ deadlines: chosen })} />
          <DayChoice asOf={asOf} onChange={read} />
        </>
      }
    >
      <OtherDayNotice asOf={asOf} onChange={read} />
      <TaskFigures asOf={asOf} deadlines={deadlines} />
      <div className={styles.pair}>
        <DueTasks
          title={t`Quá hạn lâu nhất`}
          search={{ status: ["OVERDUE"], asOf, deadlines }}
          nothing={t`Không có nhiệm vụ nào quá hạn.`}
        />
        <DueTasks
          title={t`Đến hạn tiếp theo`}
          search={{ status: ["DUE_SOON", "IN_PROGRESS", "NOT_STARTED"], asOf, deadlines }}
          nothing={t`Không có nhiệm vụ nào sắp đến hạn.`}
        />
      </div>
      <LeadTable asOf={asOf} deadlines={deadlines} />
      <AwaitedDocuments asOf={asOf} />
      <div className={styles.pair}>
        <IndicatorFigures asOf={asOf} />
        {asOf === undefined && <CooperationFigures />}
      </div>
    </Page>
  )
}
