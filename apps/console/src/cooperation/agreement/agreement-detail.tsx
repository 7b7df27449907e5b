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
import { agreementLevelName, agreementStateName, legalRegimeName } from "../cooperation-names.ts"
import { CooperationPage } from "../cooperation-page.tsx"

const AgreementDetailDocument = graphql(`
  query AgreementDetail($id: ID!) {
    agreement(id: $id) {
      id
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
    }
  }
`)

const route = getRouteApi("/hop-tac/thoa-thuan/$id")

/** One agreement, as recorded. */
export function AgreementDetail() {
  const { t, i18n } = useLingui()
  const { id } = route.useParams()
  const answer = useGraph(AgreementDetailDocument, { id })
  if (answer.data?.agreement === null && answer.failure === null) return <NotFound />
  const unknown = <Absent>{t`chưa ghi`}</Absent>
  return (
    <CooperationPage title={answer.data?.agreement?.title ?? t`Đang tải`}>
      <Answered answer={answer} waiting={<Skeleton height={320} />}>
        {({ agreement }) =>
          agreement && (
            <Panel title={t`Thông tin đã ghi`}>
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
              </Facts>
            </Panel>
          )
        }
      </Answered>
    </CooperationPage>
  )
}
