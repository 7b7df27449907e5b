import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { graphql } from "../__generated__/index.ts"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { DownloadButton } from "../graph/download-button.tsx"
import { Restricted } from "../session/restricted.tsx"
import { Page, Panel } from "../shell/page.tsx"
import { CountedFrom } from "./counted-from.tsx"
import { NoScorecard } from "./no-scorecard.tsx"
import { PeriodChoice } from "./period-choice.tsx"
import { ScorecardFigures } from "./scorecard-figures.tsx"
import { cardSearch, periodOf } from "./scorecard-search.ts"

const AgencyScorecardDocument = graphql(`
  query AgencyScorecard($from: Date!, $to: Date!, $freeze: ID!, $kept: Boolean!, $id: ID!) {
    scorecards(from: $from, to: $to) @skip(if: $kept) {
      ...CountedFrom
      card(kind: AGENCY, subjectId: $id) {
        id
        agencyName
        ...ScorecardFigures
      }
    }
    scorecardFreeze(id: $freeze) @include(if: $kept) {
      id
      scorecards {
        ...CountedFrom
        card(kind: AGENCY, subjectId: $id) {
          id
          agencyName
          ...ScorecardFigures
        }
      }
    }
  }
`)

const AgencyScorecardWordDocument = graphql(`
  query AgencyScorecardWord($from: Date!, $to: Date!, $freeze: ID!, $kept: Boolean!, $id: ID!) {
    scorecards(from: $from, to: $to) @skip(if: $kept) {
      card(kind: AGENCY, subjectId: $id) {
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
        card(kind: AGENCY, subjectId: $id) {
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

const route = getRouteApi("/danh-gia/co-quan/$id")

/** The scorecard of an agency: each figure, how it is counted, and every row behind it. */
export function AgencyScorecard() {
  const { t } = useLingui()
  const title = t`Kết quả của cơ quan`
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
  const answer = useGraph(AgencyScorecardDocument, { ...source, id })
  const scorecards = answer.data?.scorecards ?? answer.data?.scorecardFreeze?.scorecards
  const card = scorecards?.card
  const show = (next: typeof values) =>
    void navigate({
      to: "/danh-gia/co-quan/$id",
      params: { id },
      search: cardSearch.write(next),
      resetScroll: false,
    })
  return (
    <Page
      title={card?.agencyName ?? title}
      heading={card && <span lang="vi">{card.agencyName}</span>}
      above={<Link to="/danh-gia" search={cardSearch.write(values)}>{t`Đánh giá mức độ hoàn thành`}</Link>}
      beside={
        card && (
          <DownloadButton
            document={AgencyScorecardWordDocument}
            variables={{ ...source, id }}
            fileOf={(data) => (data.scorecards ?? data.scorecardFreeze?.scorecards)?.card?.word}
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
        {scorecards && <CountedFrom scorecards={scorecards} />}
      </Panel>
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {() => (card ? <ScorecardFigures card={card} source={source} /> : <NoScorecard />)}
      </Answered>
    </Page>
  )
}
