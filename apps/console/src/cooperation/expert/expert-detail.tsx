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
import { CooperationPage } from "../cooperation-page.tsx"
import { CountryName } from "../country-name.tsx"

const ExpertDetailDocument = graphql(`
  query ExpertDetail($id: ID!) {
    expert(id: $id) {
      id
      name
      fields
      countryCode
      organisation
      consentedOn
    }
  }
`)

const route = getRouteApi("/hop-tac/chuyen-gia/$id")

/** One expert, as recorded. */
export function ExpertDetail() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const answer = useGraph(ExpertDetailDocument, { id })
  if (answer.data?.expert === null && answer.failure === null) return <NotFound />
  const unknown = <Absent>{t`chưa ghi`}</Absent>
  return (
    <CooperationPage title={answer.data?.expert?.name ?? t`Đang tải`}>
      <Answered answer={answer} waiting={<Skeleton height={320} />}>
        {({ expert }) =>
          expert && (
            <Panel title={t`Thông tin đã ghi`}>
              <Facts>
                <Fact name={t`Lĩnh vực`}>
                  {expert.fields.length > 0 ? expert.fields.join("; ") : unknown}
                </Fact>
                <Fact name={t`Quốc gia`}>
                  {expert.countryCode ? <CountryName code={expert.countryCode} /> : unknown}
                </Fact>
                <Fact name={t`Cơ quan công tác`}>{expert.organisation ?? unknown}</Fact>
                <Fact name={t`Đồng ý công khai`}>{<PrintedDate date={expert.consentedOn} />}</Fact>
              </Facts>
            </Panel>
          )
        }
      </Answered>
    </CooperationPage>
  )
}
