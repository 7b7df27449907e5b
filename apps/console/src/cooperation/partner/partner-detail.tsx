import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi } from "@tanstack/react-router"
import { graphql } from "../../__generated__/index.ts"
import { Absent, Fact, Facts } from "../../facts/facts.tsx"
import { Answered } from "../../graph/answered.tsx"
import { useGraph } from "../../graph/ask-graph.ts"
import { NotFound } from "../../shell/not-found.tsx"
import { Panel } from "../../shell/page.tsx"
import { partnerKindName } from "../cooperation-names.ts"
import { CooperationPage } from "../cooperation-page.tsx"
import { CountryName } from "../country-name.tsx"

const PartnerDetailDocument = graphql(`
  query PartnerDetail($id: ID!) {
    partner(id: $id) {
      id
      name
      kind
      countryCode
      fields
      website
      note
    }
  }
`)

const route = getRouteApi("/hop-tac/doi-tac/$id")

/** One partner, as recorded. */
export function PartnerDetail() {
  const { t, i18n } = useLingui()
  const { id } = route.useParams()
  const answer = useGraph(PartnerDetailDocument, { id })
  if (answer.data?.partner === null && answer.failure === null) return <NotFound />
  const unknown = <Absent>{t`chưa ghi`}</Absent>
  return (
    <CooperationPage title={answer.data?.partner?.name ?? t`Đang tải`}>
      <Answered answer={answer} waiting={<Skeleton height={320} />}>
        {({ partner }) =>
          partner && (
            <Panel title={t`Thông tin đã ghi`}>
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
              </Facts>
            </Panel>
          )
        }
      </Answered>
    </CooperationPage>
  )
}
