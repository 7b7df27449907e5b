import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link } from "@tanstack/react-router"
import { graphql } from "../__generated__/index.ts"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { NotFound } from "../shell/not-found.tsx"
import { Page } from "../shell/page.tsx"
import { AgencyFacts } from "./agency-facts.tsx"
import { AgencyTimeline } from "./agency-timeline.tsx"
import { AgencyWork } from "./agency-work.tsx"

const AgencyDetailDocument = graphql(`
  query AgencyDetail($code: String!) {
    agency(code: $code) {
      id
      name
      ...AgencyFacts
    }
  }
`)

const route = getRouteApi("/co-quan/$code")

/** One agency: who it is, whom it followed and who followed it, and what it has been given. */
export function AgencyDetail() {
  const { t } = useLingui()
  const { code } = route.useParams()
  const answer = useGraph(AgencyDetailDocument, { code })
  if (answer.data?.agency === null && answer.failure === null) return <NotFound />
  return (
    <Page
      title={answer.data?.agency?.name ?? code}
      heading={<span lang="vi">{answer.data?.agency?.name ?? code}</span>}
      above={
        <>
          <Link to="/co-quan">{t`Cơ quan`}</Link> / {code}
        </>
      }
    >
      <Answered answer={answer} waiting={<Skeleton height={220} />}>
        {({ agency }) => agency && <AgencyFacts agency={agency} />}
      </Answered>
      <AgencyWork code={code} />
      {answer.data?.agency && <AgencyTimeline id={answer.data.agency.id} />}
    </Page>
  )
}
