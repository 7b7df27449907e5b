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
import { agreementLevelName, agreementStateName, legalRegimeName } from "../cooperation-names.ts"
import { CooperationPage } from "../cooperation-page.tsx"
import styles from "../publication.module.css"
import { PublicationFact } from "../publication.tsx"
import { RecordActions } from "../record-actions.tsx"
import { Responsibility } from "../responsibility.tsx"
import { AgreementTimeline } from "./agreement-timeline.tsx"

const AgreementDetailDocument = graphql(`
  query AgreementDetail($id: ID!) {
    agreement(id: $id) {
      id
      version
      publishedAt
      title
      number
      level
      state
      legalRegime
      signedOn
      inForceOn
      expiresOn
      renewal
      commitments
      signatories
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

const WithdrawAgreementDocument = graphql(`
  mutation WithdrawAgreement($input: WithdrawInput!) {
    withdrawAgreement(input: $input) {
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const route = getRouteApi("/hop-tac/thoa-thuan/$id")

/** One agreement, as recorded. */
export function AgreementDetail() {
  const { t, i18n } = useLingui()
  const { id } = route.useParams()
  const navigate = useNavigate()
  const mayWrite = useMay("cooperation:write")
  const answer = useGraph(AgreementDetailDocument, { id })
  const unread = useUnreadTitle(answer)
  if (answer.data?.agreement === null && answer.failure === null) return <NotFound />
  const unknown = <Absent>{t`chưa ghi`}</Absent>
  return (
    <CooperationPage title={answer.data?.agreement?.title ?? unread}>
      <Answered answer={answer} waiting={<Skeleton height={320} />}>
        {({ agreement }) =>
          agreement && (
            <Panel
              title={t`Thông tin đã ghi`}
              beside={
                mayWrite && (
                  <div className={styles.actions}>
                    <ActionLink to="/hop-tac/thoa-thuan/$id/sua" params={{ id }}>{t`Sửa`}</ActionLink>
                    <RecordActions
                      kind="AGREEMENT"
                      row={agreement}
                      name={agreement.title}
                      withdrawal={WithdrawAgreementDocument}
                      errorsOf={(withdrawn) => withdrawn.withdrawAgreement}
                      outdated={["agreements", "agreement"]}
                      onWithdrawn={() => void navigate({ to: "/hop-tac/thoa-thuan" })}
                    />
                  </div>
                )
              }
            >
              <Facts>
                <Fact name={t`Số`}>{agreement.number ?? unknown}</Fact>
                <Fact name={t`Cấp`}>{i18n._(agreementLevelName[agreement.level])}</Fact>
                <Fact name={t`Tình trạng`}>{i18n._(agreementStateName[agreement.state])}</Fact>
                <Fact name={t`Chế độ pháp lý`}>{i18n._(legalRegimeName[agreement.legalRegime])}</Fact>
                <Fact name={t`Ngày ký`}>
                  {agreement.signedOn ? <PrintedDate date={agreement.signedOn} /> : unknown}
                </Fact>
                <Fact name={t`Có hiệu lực`}>
                  {agreement.inForceOn ? <PrintedDate date={agreement.inForceOn} /> : unknown}
                </Fact>
                <Fact name={t`Hết hạn`}>
                  {agreement.expiresOn ? <PrintedDate date={agreement.expiresOn} /> : unknown}
                </Fact>
                <Fact name={t`Gia hạn`}>{agreement.renewal ?? unknown}</Fact>
                <Fact name={t`Cam kết`}>{agreement.commitments ?? unknown}</Fact>
                <Fact name={t`Bên ký`}>
                  {agreement.signatories.length > 0 ? agreement.signatories.join("; ") : unknown}
                </Fact>
                <Fact name={t`Đối tác`}>
                  {agreement.partners.length > 0
                    ? agreement.partners.map(({ name }) => name).join("; ")
                    : unknown}
                </Fact>
                <Responsibility agency={agreement.responsibleAgency} programme={agreement.programme} />
                <PublicationFact publishedAt={agreement.publishedAt} />
              </Facts>
            </Panel>
          )
        }
      </Answered>
      {answer.data?.agreement && <AgreementTimeline id={answer.data.agreement.id} />}
    </CooperationPage>
  )
}
