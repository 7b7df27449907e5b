import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { graphql } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { Fact, Facts } from "../facts/facts.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { DownloadButton } from "../graph/download-button.tsx"
import { Notice } from "../notice/notice.tsx"
import { Restricted } from "../session/restricted.tsx"
import { Page, Panel } from "../shell/page.tsx"
import { CountedFrom } from "./counted-from.tsx"
import { NoScorecard } from "./no-scorecard.tsx"
import { PeriodChoice } from "./period-choice.tsx"
import { ScorecardFigures } from "./scorecard-figures.tsx"
import { cardSearch, periodOf } from "./scorecard-search.ts"

const PersonScorecardDocument = graphql(`
  query PersonScorecard($from: Date!, $to: Date!, $freeze: ID!, $kept: Boolean!, $id: ID!) {
    scorecards(from: $from, to: $to) @skip(if: $kept) {
      ...CountedFrom
      head: card(kind: HEAD, subjectId: $id) {
        id
        agencyName
        person {
          id
          name
          validFrom
          validTo
          recognised
        }
        ...ScorecardFigures
      }
      official: card(kind: OFFICIAL, subjectId: $id) {
        id
        agencyName
        person {
          id
          name
          validFrom
          validTo
          recognised
        }
        ...ScorecardFigures
      }
    }
    scorecardFreeze(id: $freeze) @include(if: $kept) {
      id
      scorecards {
        ...CountedFrom
        head: card(kind: HEAD, subjectId: $id) {
          id
          agencyName
          person {
            id
            name
            validFrom
            validTo
            recognised
          }
          ...ScorecardFigures
        }
        official: card(kind: OFFICIAL, subjectId: $id) {
          id
          agencyName
          person {
            id
            name
            validFrom
            validTo
            recognised
          }
          ...ScorecardFigures
        }
      }
    }
  }
`)

const PersonScorecardWordDocument = graphql(`
  query PersonScorecardWord($from: Date!, $to: Date!, $freeze: ID!, $kept: Boolean!, $id: ID!) {
    scorecards(from: $from, to: $to) @skip(if: $kept) {
      head: card(kind: HEAD, subjectId: $id) {
        id
        word {
          name
          mediaType
          base64
        }
      }
      official: card(kind: OFFICIAL, subjectId: $id) {
        id
        word {
          name
          mediaType
          base64
        }
      }
    }
    scorecardFreeze(id: $freeze) @include(if: $kept) {
      id
      scorecards {
        head: card(kind: HEAD, subjectId: $id) {
          id
          word {
            name
            mediaType
            base64
          }
        }
        official: card(kind: OFFICIAL, subjectId: $id) {
          id
          word {
            name
            mediaType
            base64
          }
        }
      }
    }
  }
`)

const route = getRouteApi("/danh-gia/nguoi/$id")

/** The scorecard of a head or an official: each figure, how it is counted, and every row behind it. */
export function PersonScorecard() {
  const { t } = useLingui()
  const title = t`Kết quả của cá nhân`
  return (
    <Restricted to={["scorecards:read", "scorecards:read:own"]} title={title}>
      <Shown title={title} />
    </Restricted>
  )
}

function Shown({ title }: { title: string }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { id } = route.useParams()
  const { values } = cardSearch.read(route.useSearch())
  const source = { ...periodOf(values), freeze: values.ban ?? "", kept: values.ban !== undefined }
  const answer = useGraph(PersonScorecardDocument, { ...source, id })
  const scorecards = answer.data?.scorecards ?? answer.data?.scorecardFreeze?.scorecards
  const card = scorecards?.head ?? scorecards?.official
  const person = card?.person
  const show = (next: typeof values) =>
    void navigate({
      to: "/danh-gia/nguoi/$id",
      params: { id },
      search: cardSearch.write(next),
      resetScroll: false,
    })
  return (
    <Page
      title={person?.name ?? title}
      heading={person && <span lang="vi">{person.name}</span>}
      above={<Link to="/danh-gia" search={cardSearch.write(values)}>{t`Đánh giá mức độ hoàn thành`}</Link>}
      beside={
        card && (
          <DownloadButton
            document={PersonScorecardWordDocument}
            variables={{ ...source, id }}
            fileOf={(data) => {
              const found = data.scorecards ?? data.scorecardFreeze?.scorecards
              return (found?.head ?? found?.official)?.word
            }}
          >
            {t`Tải kèm mọi căn cứ (Word)`}
          </DownloadButton>
        )
      }
    >
      <Panel title={t`Kỳ đánh giá`}>
        <PeriodChoice
          period={source}
          freeze={values.ban ?? null}
          onPeriod={({ from, to }) => show({ tu: from, den: to })}
          onFreeze={(ban) => show({ ...values, ban })}
        />
        {card && person && (
          <Facts>
            <Fact name={t`Cơ quan`}>
              <span lang="vi">{card.agencyName}</span>
            </Fact>
            <Fact name={t`Với tư cách`}>
              {scorecards?.head ? t`Người đứng đầu` : t`Cán bộ, công chức, viên chức`}
              {person.validFrom ? (
                <>
                  {", "}
                  {t`từ`} <PrintedDate date={person.validFrom} />
                </>
              ) : (
                <> {t`(theo hệ thống đăng nhập, không có phân công ghi ở đây)`}</>
              )}
              {person.validTo && (
                <>
                  {" "}
                  {t`đến`} <PrintedDate date={person.validTo} />
                </>
              )}
            </Fact>
          </Facts>
        )}
        {scorecards && <CountedFrom scorecards={scorecards} />}
        {person?.recognised === false && (
          <Notice tone="caution" title={t`Chưa quy được việc đã ghi về người này`}>
            <p>{t`Phân công mới chỉ có địa chỉ thư, chưa có định danh tài khoản; việc người này ký hoặc điền không tự nhận ra được.`}</p>
          </Notice>
        )}
      </Panel>
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {() => (card ? <ScorecardFigures card={card} source={source} /> : <NoScorecard />)}
      </Answered>
    </Page>
  )
}
