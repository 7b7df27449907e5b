import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, useNavigate } from "@tanstack/react-router"
import { graphql } from "../../__generated__/index.ts"
import { PrintedDate } from "../../calendar/printed-date.tsx"
import { Absent, Fact, Facts } from "../../facts/facts.tsx"
import { Answered } from "../../graph/answered.tsx"
import { useGraph } from "../../graph/ask-graph.ts"
import { useUnreadTitle } from "../../graph/unread-title.ts"
import { useMay } from "../../session/permission.ts"
import { ActionLink } from "../../shell/action-link.tsx"
import { NotFound } from "../../shell/not-found.tsx"
import { Panel } from "../../shell/page.tsx"
import { activityKindName } from "../cooperation-names.ts"
import { CooperationPage } from "../cooperation-page.tsx"
import { CountryName } from "../country-name.tsx"
import styles from "../publication.module.css"
import { PublicationFact } from "../publication.tsx"
import { RecordActions } from "../record-actions.tsx"
import { Responsibility } from "../responsibility.tsx"
import { ActivityTimeline } from "./activity-timeline.tsx"

const ActivityDetailDocument = graphql(`
  query ActivityDetail($id: ID!) {
    cooperationActivity(id: $id) {
      id
      version
      publishedAt
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
      responsibleAgency {
        id
        code
        name
      }
      programme {
        id
        code
        title
      }
    }
  }
`)

const WithdrawActivityDocument = graphql(`
  mutation WithdrawActivity($input: WithdrawInput!) {
    withdrawCooperationActivity(input: $input) {
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const route = getRouteApi("/hop-tac/hoat-dong/$id")

/** One activity, as recorded. */
export function ActivityDetail() {
  const { t, i18n } = useLingui()
  const { id } = route.useParams()
  const navigate = useNavigate()
  const mayWrite = useMay("cooperation:write")
  const answer = useGraph(ActivityDetailDocument, { id })
  const unread = useUnreadTitle(answer)
  if (answer.data?.cooperationActivity === null && answer.failure === null) return <NotFound />
  const unknown = <Absent>{t`chưa ghi`}</Absent>
  return (
    <CooperationPage title={answer.data?.cooperationActivity?.title ?? unread}>
      <Answered answer={answer} waiting={<Skeleton height={320} />}>
        {({ cooperationActivity: activity }) =>
          activity && (
            <Panel
              title={t`Thông tin đã ghi`}
              beside={
                mayWrite && (
                  <div className={styles.actions}>
                    <ActionLink to="/hop-tac/hoat-dong/$id/sua" params={{ id }}>{t`Sửa`}</ActionLink>
                    <RecordActions
                      kind="ACTIVITY"
                      row={activity}
                      name={activity.title}
                      withdrawal={WithdrawActivityDocument}
                      errorsOf={(withdrawn) => withdrawn.withdrawCooperationActivity}
                      outdated={["cooperationActivities", "cooperationActivity"]}
                      onWithdrawn={() => void navigate({ to: "/hop-tac/hoat-dong" })}
                    />
                  </div>
                )
              }
            >
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
                <Responsibility agency={activity.responsibleAgency} programme={activity.programme} />
                <PublicationFact publishedAt={activity.publishedAt} />
              </Facts>
            </Panel>
          )
        }
      </Answered>
      {answer.data?.cooperationActivity && <ActivityTimeline id={answer.data.cooperationActivity.id} />}
    </CooperationPage>
  )
}
