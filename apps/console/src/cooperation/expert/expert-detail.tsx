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
import { CooperationPage } from "../cooperation-page.tsx"
import { CountryName } from "../country-name.tsx"
import styles from "../publication.module.css"
import { PublicationFact } from "../publication.tsx"
import { RecordActions } from "../record-actions.tsx"
import { ExpertTimeline } from "./expert-timeline.tsx"

const ExpertDetailDocument = graphql(`
  query ExpertDetail($id: ID!, $contact: Boolean!) {
    expert(id: $id) {
      id
      version
      publishedAt
      name
      fields
      countryCode
      organisation
      email @include(if: $contact)
      phone @include(if: $contact)
      consentedOn
    }
  }
`)

const WithdrawExpertDocument = graphql(`
  mutation WithdrawExpert($input: WithdrawInput!) {
    withdrawExpert(input: $input) {
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const route = getRouteApi("/hop-tac/chuyen-gia/$id")

/** One expert, as recorded. */
export function ExpertDetail() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const navigate = useNavigate()
  const mayWrite = useMay("experts:write")
  const mayContact = useMay("experts:read")
  const answer = useGraph(ExpertDetailDocument, { id, contact: mayContact })
  const unread = useUnreadTitle(answer)
  if (answer.data?.expert === null && answer.failure === null) return <NotFound />
  const unknown = <Absent>{t`chưa ghi`}</Absent>
  return (
    <CooperationPage title={answer.data?.expert?.name ?? unread}>
      <Answered answer={answer} waiting={<Skeleton height={320} />}>
        {({ expert }) =>
          expert && (
            <Panel
              title={t`Thông tin đã ghi`}
              beside={
                mayWrite && (
                  <div className={styles.actions}>
                    <ActionLink to="/hop-tac/chuyen-gia/$id/sua" params={{ id }}>{t`Sửa`}</ActionLink>
                    <RecordActions
                      kind="EXPERT"
                      row={expert}
                      name={expert.name}
                      withdrawal={WithdrawExpertDocument}
                      errorsOf={(withdrawn) => withdrawn.withdrawExpert}
                      outdated={["experts", "expert"]}
                      onWithdrawn={() => void navigate({ to: "/hop-tac/chuyen-gia" })}
                    />
                  </div>
                )
              }
            >
              <Facts>
                <Fact name={t`Lĩnh vực`}>
                  {expert.fields.length > 0 ? expert.fields.join("; ") : unknown}
                </Fact>
                <Fact name={t`Quốc gia`}>
                  {expert.countryCode ? <CountryName code={expert.countryCode} /> : unknown}
                </Fact>
                <Fact name={t`Cơ quan công tác`}>{expert.organisation ?? unknown}</Fact>
                {mayContact && (
                  <>
                    <Fact name={t`Thư điện tử`}>{expert.email ?? unknown}</Fact>
                    <Fact name={t`Điện thoại`}>{expert.phone ?? unknown}</Fact>
                  </>
                )}
                <Fact name={t`Đồng ý công khai`}>{<PrintedDate date={expert.consentedOn} />}</Fact>
                <PublicationFact publishedAt={expert.publishedAt} />
              </Facts>
            </Panel>
          )
        }
      </Answered>
      {answer.data?.expert && <ExpertTimeline id={answer.data.expert.id} />}
    </CooperationPage>
  )
}
