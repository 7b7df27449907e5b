import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link } from "@tanstack/react-router"
import { graphql } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { PrintedInstant } from "../calendar/printed-instant.tsx"
import { Absent, Fact, Facts } from "../facts/facts.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useUnreadTitle } from "../graph/unread-title.ts"
import { useNames } from "../language/use-names.ts"
import { useMay } from "../session/permission.ts"
import { Page, Panel } from "../shell/page.tsx"
import { AskedFacts } from "../template/asked-facts.tsx"
import { AskedAgencies } from "./asked-agencies.tsx"
import { ClockList } from "./clock-list.tsx"
import { ItemsWithoutReport } from "./items-without-report.tsx"
import { NotForYou } from "./not-for-you.tsx"
import { RoundActions } from "./round-actions.tsx"
import { RoundBoard } from "./round-board.tsx"
import { RoundFigures } from "./round-figures.tsx"
import { roundKindName } from "./round-names.ts"
import { boardSearch } from "./round-search.ts"
import { RoundStageMark } from "./round-stage-mark.tsx"
import { RoundTimeline } from "./round-timeline.tsx"

const RoundDetailDocument = graphql(`
  query RoundDetail($id: ID!, $readsAll: Boolean!) {
    round: reportingRound(id: $id) {
      id
      version
      kind
      name
      itemKinds
      sections
      questions
      templateVersion
      template @include(if: $readsAll) {
        id
        name
      }
      cutOffOn
      agenciesDueOn
      cityDueOn
      governmentDueOn
      openedOn
      lockedAt
      publishedAt
      publications(first: 1) {
        edges {
          node {
            id
            path
            version
          }
        }
      }
      stage
      filledOn
      signedCopies {
        id
        number
        signedOn
      }
      tally {
        state
        count
      }
      late: reports(first: 1, filter: { late: true }) {
        totalCount
      }
      itemsWithoutReport {
        id
        kind
        code
        name
      }
    }
  }
`)

const route = getRouteApi("/ky-bao-cao/$id")

/** A round: its clocks, what the coordinator does with it next, and how far each agency has come. */
export function RoundDetail() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const { values } = boardSearch.read(route.useSearch())
  const readsHistory = useMay("reports:read", "reports:read:own")
  const readsAll = useMay("reports:read")
  const kinds = useNames(roundKindName)
  const answer = useGraph(RoundDetailDocument, { id, readsAll })
  const unread = useUnreadTitle(answer)
  const round = answer.data?.round
  if (round === null && answer.failure === null)
    return <NotForYou title={t`Kỳ báo cáo`} what={t`Kỳ báo cáo này không có, đã rút, hoặc chưa công khai`} />
  return (
    <Page
      title={round?.name ?? unread}
      heading={round && <span lang="vi">{round.name}</span>}
      above={<Link to="/ky-bao-cao">{t`Kỳ báo cáo`}</Link>}
      beside={round && <RoundStageMark stage={round.stage} published={round.publishedAt != null} />}
    >
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ round: read }) =>
          read && (
            <>
              <Panel
                title={t`Các mốc thời gian`}
                beside={<RoundActions round={read} readAgain={answer.readAgain} />}
              >
                <ClockList round={read} />
              </Panel>
              {read.stage !== "PREPARED" && (
                <>
                  <Panel title={t`Báo cáo của các cơ quan`}>
                    <RoundBoard round={read} narrowed={values} readAgain={answer.readAgain} />
                  </Panel>
                  <RoundFigures id={read.id} locked={read.stage === "LOCKED"} />
                </>
              )}
              <ItemsWithoutReport items={read.itemsWithoutReport} />
              <Panel title={t`Về kỳ báo cáo`}>
                <Facts>
                  <Fact name={t`Loại`}>{kinds[read.kind]}</Fact>
                  {read.template && (
                    <Fact name={t`Mẫu báo cáo`}>
                      <Link to="/mau-bao-cao/$id" params={{ id: read.template.id }} lang="vi">
                        {read.template.name}
                      </Link>
                      , {t`phiên bản ${read.templateVersion ?? 0}`}
                    </Fact>
                  )}
                  {/* Whoever reads only what was published is not told that there are questions, nor that there are none */}
                  <AskedFacts
                    asked={{ ...read, questions: read.questions ?? (readsAll ? null : undefined) }}
                  />
                  <Fact name={t`Cơ quan phải báo cáo`}>
                    <AskedAgencies id={read.id} />
                  </Fact>
                  <Fact name={t`Ngày mở`}>
                    {read.openedOn ? <PrintedDate date={read.openedOn} /> : <Absent>{t`chưa mở`}</Absent>}
                  </Fact>
                  <Fact name={t`Khóa lúc`}>
                    {read.lockedAt ? (
                      <PrintedInstant instant={read.lockedAt} />
                    ) : (
                      <Absent>{t`chưa khóa`}</Absent>
                    )}
                  </Fact>
                  {read.signedCopies[0] && (
                    <Fact name={t`Văn bản đã ký`}>
                      <span lang="vi">{read.signedCopies[0].number}</span>,{" "}
                      <PrintedDate date={read.signedCopies[0].signedOn} />
                    </Fact>
                  )}
                  <Fact name={t`Công khai lúc`}>
                    {read.publishedAt ? (
                      <PrintedInstant instant={read.publishedAt} />
                    ) : (
                      <Absent>{t`chưa công khai`}</Absent>
                    )}
                  </Fact>
                  {read.publications.edges.map(({ node: { id: publication, path, version } }) => (
                    <Fact key={publication} name={t`Trang công bố`}>
                      <a href={path}>{t`Phiên bản ${version}`}</a>
                    </Fact>
                  ))}
                </Facts>
              </Panel>
            </>
          )
        }
      </Answered>
      {round && readsHistory && <RoundTimeline id={round.id} />}
    </Page>
  )
}
