import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link } from "@tanstack/react-router"
import { useState } from "react"
import { graphql, readFragment } from "../__generated__/index.ts"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { Notice } from "../notice/notice.tsx"
import { Restricted } from "../session/restricted.tsx"
import { NotFound } from "../shell/not-found.tsx"
import { Page, Panel } from "../shell/page.tsx"
import { PublicationPreview } from "./publication-preview.tsx"
import { PublicationVersionDocument, PublicationVersions } from "./publication-versions.tsx"
import type { PublicationTyped } from "./publish-form.ts"
import { Publishing } from "./publishing.tsx"

const PublicationDocument = graphql(`
  query Publication($id: ID!) {
    round: reportingRound(id: $id) {
      id
      version
      name
      stage
      publishedAt
      publications(first: 50) {
        edges {
          node {
            id
            parts
            text
            ...PublicationVersion
          }
        }
      }
    }
  }
`)

const route = getRouteApi("/ky-bao-cao/$id/cong-bo")

/** What the public is shown of a round: chosen, looked at before it is published, corrected, taken back. */
export function Publication() {
  const { t } = useLingui()
  return (
    <Restricted to="reports:write" title={t`Công bố`}>
      <PublicationOfRound />
    </Restricted>
  )
}

function PublicationOfRound() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const answer = useGraph(PublicationDocument, { id })
  const [looked, setLooked] = useState<PublicationTyped | null>(null)
  if (answer.data?.round === null && answer.failure === null) return <NotFound />
  return (
    <Page
      title={t`Công bố`}
      above={
        <Link to="/ky-bao-cao/$id" params={{ id }}>
          {answer.data?.round?.name ?? t`Kỳ báo cáo`}
        </Link>
      }
    >
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ round }) => {
          if (!round) return null
          if (round.stage !== "LOCKED")
            return (
              <Notice tone="information" title={t`Chỉ công bố được kỳ báo cáo đã khóa`}>
                <p>
                  <Link to="/ky-bao-cao/$id" params={{ id }}>{t`Xem kỳ báo cáo`}</Link>
                </p>
              </Notice>
            )
          const publications = round.publications.edges.map(({ node }) => node)
          const versions = readFragment(PublicationVersionDocument, publications)
          const [last] = publications
          return (
            <>
              {versions.length > 0 && (
                <Panel title={t`Các bản đã công bố`}>
                  <PublicationVersions round={round} versions={versions} readAgain={answer.readAgain} />
                </Panel>
              )}
              <Panel
                title={last === undefined ? t`Công bố lần đầu` : t`Công bố bản đính chính`}
                note={t`Nhiệm vụ có yếu tố nhạy cảm, tên cán bộ, khó khăn, kiến nghị và nội dung chưa được tiếp nhận không bao giờ được công bố. Số tổng hợp vẫn tính đủ mọi nhiệm vụ.`}
              >
                <Publishing
                  // A version that was published is what the next one begins with
                  key={last?.id ?? "first"}
                  round={round}
                  last={last ?? null}
                  look={setLooked}
                  readAgain={answer.readAgain}
                  onDone={() => {
                    setLooked(null)
                    void answer.readAgain()
                  }}
                />
              </Panel>
              {looked && <PublicationPreview id={id} typed={looked} />}
            </>
          )
        }}
      </Answered>
    </Page>
  )
}
