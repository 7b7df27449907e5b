import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, useNavigate } from "@tanstack/react-router"
import { graphql } from "../../__generated__/index.ts"
import { Absent, Fact, Facts } from "../../facts/facts.tsx"
import { Answered } from "../../graph/answered.tsx"
import { useGraph } from "../../graph/ask-graph.ts"
import { useUnreadTitle } from "../../graph/unread-title.ts"
import { useMay } from "../../session/permission.ts"
import { ActionLink } from "../../shell/action-link.tsx"
import { NotFound } from "../../shell/not-found.tsx"
import { Panel } from "../../shell/page.tsx"
import { partnerKindName } from "../cooperation-names.ts"
import { CooperationPage } from "../cooperation-page.tsx"
import { CountryName } from "../country-name.tsx"
import styles from "../publication.module.css"
import { PublicationFact } from "../publication.tsx"
import { RecordActions } from "../record-actions.tsx"
import { PartnerTimeline } from "./partner-timeline.tsx"

const PartnerDetailDocument = graphql(`
  query PartnerDetail($id: ID!) {
    partner(id: $id) {
      id
      version
      publishedAt
      name
      kind
      countryCode
      fields
      website
      note
    }
  }
`)

const WithdrawPartnerDocument = graphql(`
  mutation WithdrawPartner($input: WithdrawInput!) {
    withdrawPartner(input: $input) {
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const route = getRouteApi("/hop-tac/doi-tac/$id")

/** One partner, as recorded. */
export function PartnerDetail() {
  const { t, i18n } = useLingui()
  const { id } = route.useParams()
  const navigate = useNavigate()
  const mayWrite = useMay("cooperation:write")
  const answer = useGraph(PartnerDetailDocument, { id })
  const unread = useUnreadTitle(answer)
  if (answer.data?.partner === null && answer.failure === null) return <NotFound />
  const unknown = <Absent>{t`chưa ghi`}</Absent>
  return (
    <CooperationPage title={answer.data?.partner?.name ?? unread}>
      <Answered answer={answer} waiting={<Skeleton height={320} />}>
        {({ partner }) =>
          partner && (
            <Panel
              title={t`Thông tin đã ghi`}
              beside={
                mayWrite && (
                  <div className={styles.actions}>
                    <ActionLink to="/hop-tac/doi-tac/$id/sua" params={{ id }}>{t`Sửa`}</ActionLink>
                    <RecordActions
                      kind="PARTNER"
                      row={partner}
                      name={partner.name}
                      withdrawal={WithdrawPartnerDocument}
                      errorsOf={(withdrawn) => withdrawn.withdrawPartner}
                      outdated={["partners", "partner"]}
                      onWithdrawn={() => void navigate({ to: "/hop-tac/doi-tac" })}
                    />
                  </div>
                )
              }
            >
              <Facts>
                <Fact name={t`Loại`}>{i18n._(partnerKindName[partner.kind])}</Fact>
                <Fact name={t`Quốc gia`}>
                  {partner.countryCode ? <CountryName code={partner.countryCode} /> : unknown}
                </Fact>
                <Fact name={t`Lĩnh vực`}>
                  {partner.fields.length > 0 ? partner.fields.join("; ") : unknown}
                </Fact>
                <Fact name={t`Trang thông tin điện tử`}>{partner.website ?? unknown}</Fact>
                <Fact name={t`Ghi chú`}>{partner.note ?? unknown}</Fact>
                <PublicationFact publishedAt={partner.publishedAt} />
              </Facts>
            </Panel>
          )
        }
      </Answered>
      {answer.data?.partner && <PartnerTimeline id={answer.data.partner.id} />}
    </CooperationPage>
  )
}
