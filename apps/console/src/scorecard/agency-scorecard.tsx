import { useLingui } from "@lingui/react/macro"
import { getRouteApi, useNavigate } from "@tanstack/react-router"
import { graphql, readFragment } from "../__generated__/index.ts"
import { useGraph } from "../graph/ask-graph.ts"
import { DownloadButton } from "../graph/download-button.tsx"
import { Restricted } from "../session/restricted.tsx"
import { ScorecardPage } from "./scorecard-page.tsx"
import { cardSearch, sourceOf } from "./scorecard-search.ts"

const AgencyCardFragment = graphql(`
  fragment AgencyCard on Scorecards {
    ...CountedFrom
    card(kind: AGENCY, subjectId: $id) {
      id
      agencyName
      ...ScorecardFigures
    }
  }
`)

const AgencyScorecardDocument = graphql(`
  query AgencyScorecard($from: Date!, $to: Date!, $freeze: ID!, $kept: Boolean!, $id: ID!) {
    scorecards(from: $from, to: $to) @skip(if: $kept) {
      ...AgencyCard
    }
    scorecardFreeze(id: $freeze) @include(if: $kept) {
      id
      scorecards {
        ...AgencyCard
      }
    }
  }
`)

const AgencyCardFileFragment = graphql(`
  fragment AgencyCardFile on Scorecards {
    card(kind: AGENCY, subjectId: $id) {
      id
      word {
        name
        mediaType
        base64
      }
    }
  }
`)

const AgencyScorecardWordDocument = graphql(`
  query AgencyScorecardWord($from: Date!, $to: Date!, $freeze: ID!, $kept: Boolean!, $id: ID!) {
    scorecards(from: $from, to: $to) @skip(if: $kept) {
      ...AgencyCardFile
    }
    scorecardFreeze(id: $freeze) @include(if: $kept) {
      id
      scorecards {
        ...AgencyCardFile
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
  const source = sourceOf(values)
  const answer = useGraph(AgencyScorecardDocument, { ...source, id })
  const scorecards = readFragment(
    AgencyCardFragment,
    answer.data?.scorecards ?? answer.data?.scorecardFreeze?.scorecards,
  )
  const card = scorecards?.card
  return (
    <ScorecardPage
      {...{ title, answer, source, values, scorecards, card }}
      name={card?.agencyName}
      show={(next) =>
        void navigate({
          to: "/danh-gia/co-quan/$id",
          params: { id },
          search: cardSearch.write(next),
          resetScroll: false,
        })
      }
      download={
        <DownloadButton
          document={AgencyScorecardWordDocument}
          variables={{ ...source, id }}
          fileOf={(data) =>
            readFragment(AgencyCardFileFragment, data.scorecards ?? data.scorecardFreeze?.scorecards)?.card
              ?.word
          }
        >
          {t`Tải kèm mọi căn cứ (Word)`}
        </DownloadButton>
      }
    />
  )
}
