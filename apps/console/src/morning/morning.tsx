import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { graphql } from "../__generated__/index.ts"
import { OwnReports } from "../agency-report/own-reports.tsx"
import { AsOf } from "../calendar/as-of.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { Notice } from "../notice/notice.tsx"
import { useMay } from "../session/permission.ts"
import { Restricted } from "../session/restricted.tsx"
import { Page, Panel } from "../shell/page.tsx"
import { taskSearch } from "../task/task-search.ts"
import styles from "./morning.module.css"
import { MorningItem } from "./morning-item.tsx"

const MorningDocument = graphql(`
  query Morning {
    morning {
      asOf
      items {
        id
        ...MorningItem
      }
    }
  }
`)

/** What needs somebody today, the most pressing first; an empty page says that nothing does. */
export function Morning() {
  const { t } = useLingui()
  const readsAll = useMay("progress:read")
  return (
    <Restricted to={readsAll ? "progress:read" : "progress:read:own"} title={t`Sáng nay`}>
      <Today whose={readsAll ? "ALL" : "OWN"} />
    </Restricted>
  )
}

function Today({ whose }: { whose: "ALL" | "OWN" }) {
  const { t } = useLingui()
  const answer = useGraph(MorningDocument, {})
  const morning = answer.data?.morning
  return (
    <Page
      title={t`Sáng nay`}
      above={whose === "ALL" ? t`Toàn Thành phố` : t`Chỉ phần việc của cơ quan tôi`}
      beside={morning && <AsOf date={morning.asOf} />}
    >
      <OwnReports />
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ morning: { items } }) =>
          items.length === 0 ? (
            <Notice tone="information" title={t`Không có việc nào cần xử lý sáng nay`}>
              <p>
                {whose === "ALL"
                  ? t`Không có gì chờ xác minh hay chờ quyết định, không có việc đến hạn, quá hạn, và không cơ quan nào im lặng.`
                  : t`Không có báo cáo bị trả lại, không có việc đến hạn hay quá hạn, và cơ quan không im lặng ở phần việc nào.`}
              </p>
            </Notice>
          ) : (
            <>
              <Panel title={t`${items.length} việc cần xem`}>
                <ol className={styles.items} data-items={items.length}>
                  {items.map((item) => (
                    <MorningItem key={item.id} item={item} whose={whose} />
                  ))}
                </ol>
              </Panel>
              <WholeLists />
            </>
          )
        }
      </Answered>
    </Page>
  )
}

/** Where everything stands of which the page has only the most pressing. */
function WholeLists() {
  const { t } = useLingui()
  return (
    <p className={styles.lists}>
      {t`Trang này chỉ nêu những việc cấp thiết nhất. Xem tất cả:`}
      <Link to="/nhiem-vu" search={taskSearch.write({ status: ["OVERDUE"] })}>{t`quá hạn`}</Link>
      <Link to="/nhiem-vu" search={taskSearch.write({ status: ["DUE_SOON"] })}>{t`sắp đến hạn`}</Link>
      {useMay("progress:write") && <Link to="/xac-minh">{t`chờ xác minh`}</Link>}
    </p>
  )
}
