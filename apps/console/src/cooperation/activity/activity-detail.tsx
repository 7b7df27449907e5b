import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi } from "@tanstack/react-router"
import { graphql } from "../../__generated__/index.ts"
import { PrintedDate } from "../../calendar/printed-date.tsx"
import { Absent, Fact, Facts } from "../../facts/facts.tsx"
import { Answered } from "../../graph/answered.tsx"
import { useGraph } from "../../graph/ask-graph.ts"
import { NotFound } from "../../shell/not-found.tsx"
import { Panel } from "../../shell/page.tsx"
import { activityKindName } from "../cooperation-names.ts"
import { CooperationPage } from "../cooperation-page.tsx"
import { CountryName } from "../country-name.tsx"

const ActivityDetailDocument = graphql(`
  query ActivityDetail($id: ID!) {
    cooperationActivity(id: $id) {
      id
      title
      kind
      purpose
      startsOn
      endsOn
      place
      countryCode
      participants
      outputs
      followUps
      partners {
        id
        name
      }
    }
  }
`)

const route = getRouteApi("/hop-tac/hoat-dong/$id")

/** One activity, as recorded. */
export function ActivityDetail() {
  const { t, i18n } = useLingui()
  const { id } = route.useParams()
  const answer = useGraph(ActivityDetailDocument, { id })
  if (answer.data?.cooperationActivity === null && answer.failure === null) return <NotFound />
  const unknown = <Absent>{t`chưa ghi`}</Absent>
  return (
    <CooperationPage title={answer.data?.cooperationActivity?.title ?? t`Đang tải`}>
      <Answered answer={answer} waiting={<Skeleton height={320} />}>
        {({ cooperationActivity: activity }) =>
          activity && (
            <Panel title={t`Thông tin đã ghi`}>
              <Facts>
                <Fact name={t`Loại`}>{i18n._(activityKindName[activity.kind])}</Fact>
                <Fact name={t`Mục đích`}>{activity.purpose ?? unknown}</Fact>
                <Fact name={t`Bắt đầu`}>
                  {activity.startsOn ? <PrintedDate date={activity.startsOn} /> : unknown}
                </Fact>
                <Fact name={t`Kết thúc`}>
                  {activity.endsOn ? <PrintedDate date={activity.endsOn} /> : unknown}
                </Fact>
                <Fact name={t`Địa điểm`}>{activity.place ?? unknown}</Fact>
                <Fact name={t`Quốc gia`}>
                  {activity.countryCode ? <CountryName code={activity.countryCode} /> : unknown}
                </Fact>
                <Fact name={t`Thành phần tham dự`}>
                  {activity.participants.length > 0 ? activity.participants.join("; ") : unknown}
                </Fact>
                <Fact name={t`Kết quả`}>{activity.outputs ?? unknown}</Fact>
                <Fact name={t`Công việc tiếp theo`}>{activity.followUps ?? unknown}</Fact>
                <Fact name={t`Đối tác`}>
                  {activity.partners.length > 0
                    ? activity.partners.map(({ name }) => name).join("; ")
                    : unknown}
                </Fact>
              </Facts>
            </Panel>
          )
        }
      </Answered>
    </CooperationPage>
  )
}
