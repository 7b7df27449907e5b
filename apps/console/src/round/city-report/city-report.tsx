import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link } from "@tanstack/react-router"
import type { CityReportQuery } from "../../__generated__/graphql.ts"
import { graphql } from "../../__generated__/index.ts"
import { AsOf } from "../../calendar/as-of.tsx"
import { Answered } from "../../graph/answered.tsx"
import { useGraph } from "../../graph/ask-graph.ts"
import { Notice } from "../../notice/notice.tsx"
import { useMay } from "../../session/permission.ts"
import { Restricted } from "../../session/restricted.tsx"
import { NotFound } from "../../shell/not-found.tsx"
import { Page, Panel } from "../../shell/page.tsx"
import { RoundStageMark } from "../round-stage-mark.tsx"
import { type Commentary, useCommentary } from "./ask-commentary.ts"
import { CityReportFiles } from "./city-report-files.tsx"
import { RecipientForms } from "./recipient-forms.tsx"
import { ReportSection } from "./report-section.tsx"
import { SentReports } from "./sent-reports.tsx"
import { SignedCopies } from "./signed-copies.tsx"

const CityReportDocument = graphql(`
  query CityReport($id: ID!) {
    round: reportingRound(id: $id) {
      id
      name
      stage
      publishedAt
      synthesis {
        asOf
        sha256
        frozenAt
        sections {
          key
          heading
          ...ReportSection
        }
      }
    }
  }
`)

const route = getRouteApi("/ky-bao-cao/$id/bao-cao")

/** The City's report of a round as it will read: what is generated from data, and what people write beside it. */
export function CityReport() {
  const { t } = useLingui()
  const { id } = route.useParams()
  return (
    <Restricted to={["reports:read"]} title={t`Báo cáo của Thành phố`}>
      <Report key={id} id={id} />
    </Restricted>
  )
}

function Report({ id }: { id: string }) {
  const { t } = useLingui()
  const answer = useGraph(CityReportDocument, { id })
  const round = answer.data?.round
  if (round === null && answer.failure === null) return <NotFound />
  return (
    <Page
      title={t`Báo cáo của Thành phố`}
      above={
        <Link to="/ky-bao-cao/$id" params={{ id }}>
          {round ? <span lang="vi">{round.name}</span> : t`Kỳ báo cáo`}
        </Link>
      }
      beside={round && <RoundStageMark stage={round.stage} published={round.publishedAt != null} />}
    >
      <Answered answer={answer} waiting={<Skeleton height={640} />}>
        {({ round: read }) =>
          read &&
          (read.synthesis ? (
            <Sections round={read} synthesis={read.synthesis} />
          ) : (
            <Notice tone="information" title={t`Kỳ này chưa mở`}>
              <p>{t`Báo cáo được lập từ số liệu và báo cáo của các cơ quan sau khi mở kỳ.`}</p>
            </Notice>
          ))
        }
      </Answered>
    </Page>
  )
}

type ReadRound = NonNullable<CityReportQuery["round"]>

function Sections({
  round,
  synthesis,
}: {
  round: ReadRound
  synthesis: NonNullable<ReadRound["synthesis"]>
}) {
  const { t } = useLingui()
  const { id } = round
  const locked = round.stage === "LOCKED"
  const writes = useMay("reports:write") && !locked
  const commentary = useCommentary(id)
  const writtenTo = (key: string): Commentary | null =>
    commentary.data?.round?.commentary?.find(({ part }) => part === key) ?? null
  return (
    <>
      <Panel title={t`Báo cáo và phụ lục`} beside={<AsOf date={synthesis.asOf} />}>
        <CityReportFiles id={id} sha256={synthesis.sha256 ?? null} frozenAt={synthesis.frozenAt ?? null} />
      </Panel>
      {writes && (
        <Notice tone="information" title={t`Câu lập từ số liệu không sửa được; lời văn ghi dưới từng phần`}>
          <p>
            {t`Lời văn tự lưu, được giữ khi số liệu cập nhật và được khóa cùng kỳ. Không ghi nội dung thuộc bí mật nhà nước.`}
          </p>
        </Notice>
      )}
      <Answered answer={commentary} waiting={<Skeleton height={480} />}>
        {() =>
          synthesis.sections.map((section, place) => (
            <ReportSection
              // A report has its parts in one order: the place is who they are
              key={section.key ?? place}
              roundId={id}
              asOf={synthesis.asOf}
              section={section}
              commentary={section.key == null ? null : writtenTo(section.key)}
              writable={writes}
              readAgain={commentary.readAgain}
            />
          ))
        }
      </Answered>
      <RecipientForms id={id} />
      {locked && (
        <>
          <SignedCopies id={id} />
          <SentReports id={id} />
        </>
      )}
    </>
  )
}
