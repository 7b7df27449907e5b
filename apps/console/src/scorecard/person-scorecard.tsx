import { useLingui } from "@lingui/react/macro"
import { getRouteApi, useNavigate } from "@tanstack/react-router"
import { graphql, readFragment } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { Fact, Facts } from "../facts/facts.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { DownloadButton } from "../graph/download-button.tsx"
import { Notice } from "../notice/notice.tsx"
import { Restricted } from "../session/restricted.tsx"
import { ScorecardPage } from "./scorecard-page.tsx"
import { cardSearch, sourceOf } from "./scorecard-search.ts"

const PersonCardFragment = graphql(`
  fragment PersonCard on Scorecard {
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
`)

const PersonCardsFragment = graphql(`
  fragment PersonCards on Scorecards {
    ...CountedFrom
    head: card(kind: HEAD, subjectId: $id) {
      ...PersonCard
    }
    official: card(kind: OFFICIAL, subjectId: $id) {
      ...PersonCard
    }
  }
`)

const PersonScorecardDocument = graphql(`
  query PersonScorecard($from: Date!, $to: Date!, $freeze: ID!, $kept: Boolean!, $id: ID!) {
    scorecards(from: $from, to: $to) @skip(if: $kept) {
      ...PersonCards
    }
    scorecardFreeze(id: $freeze) @include(if: $kept) {
      id
      scorecards {
        ...PersonCards
      }
    }
  }
`)

const PersonCardFilesFragment = graphql(`
  fragment PersonCardFiles on Scorecards {
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
`)

const PersonScorecardWordDocument = graphql(`
  query PersonScorecardWord($from: Date!, $to: Date!, $freeze: ID!, $kept: Boolean!, $id: ID!) {
    scorecards(from: $from, to: $to) @skip(if: $kept) {
      ...PersonCardFiles
    }
    scorecardFreeze(id: $freeze) @include(if: $kept) {
      id
      scorecards {
        ...PersonCardFiles
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
  const source = sourceOf(values)
  const answer = useGraph(PersonScorecardDocument, { ...source, id })
  const scorecards = readFragment(
    PersonCardsFragment,
    answer.data?.scorecards ?? answer.data?.scorecardFreeze?.scorecards,
  )
  const card = readFragment(PersonCardFragment, scorecards?.head ?? scorecards?.official)
  const person = card?.person
  return (
    <ScorecardPage
      {...{ title, answer, source, values, scorecards, card }}
      name={person?.name}
      show={(next) =>
        void navigate({
          to: "/danh-gia/nguoi/$id",
          params: { id },
          search: cardSearch.write(next),
          resetScroll: false,
        })
      }
      download={
        <DownloadButton
          document={PersonScorecardWordDocument}
          variables={{ ...source, id }}
          fileOf={(data) => {
            const found = readFragment(
              PersonCardFilesFragment,
              data.scorecards ?? data.scorecardFreeze?.scorecards,
            )
            return (found?.head ?? found?.official)?.word
          }}
        >
          {t`Tải kèm mọi căn cứ (Word)`}
        </DownloadButton>
      }
      about={
        card &&
        person && (
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
        )
      }
      remark={
        person?.recognised === false && (
          <Notice tone="caution" title={t`Chưa quy được việc đã ghi về người này`}>
            <p>{t`Phân công mới chỉ có địa chỉ thư, chưa có định danh tài khoản; việc người này ký hoặc điền không tự nhận ra được.`}</p>
          </Notice>
        )
      }
    />
  )
}
