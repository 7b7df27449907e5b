import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { Answered } from "../graph/answered.tsx"
import type { Answer } from "../graph/ask-graph.ts"
import type { ValuesOfSearch } from "../register/search-model.ts"
import { Page, Panel } from "../shell/page.tsx"
import { CountedFrom, type CountedScorecards } from "./counted-from.tsx"
import { NoScorecard } from "./no-scorecard.tsx"
import { PeriodChoice } from "./period-choice.tsx"
import { type CardSource, ScorecardFigures, type ShownCard } from "./scorecard-figures.tsx"
import { cardSearch } from "./scorecard-search.ts"

type CardSearchValues = ValuesOfSearch<typeof cardSearch>

interface ScorecardPageProps {
  title: string
  /** Whose it is, once that is known. */
  name: string | undefined
  answer: Answer<unknown>
  source: CardSource
  values: CardSearchValues
  show: (next: CardSearchValues) => void
  scorecards: CountedScorecards | null | undefined
  card: ShownCard | null | undefined
  /** The card as a file. */
  download: ReactNode
  /** Who it is about. */
  about?: ReactNode
  /** What has to be known besides. */
  remark?: ReactNode
}

/** One scorecard: of which period, each figure, how it is counted, and every row behind it. */
export function ScorecardPage(props: ScorecardPageProps) {
  const { title, name, answer, source, values, show, scorecards, card, download, about, remark } = props
  const { t } = useLingui()
  return (
    <Page
      title={name ?? title}
      heading={name && <span lang="vi">{name}</span>}
      above={<Link to="/danh-gia" search={cardSearch.write(values)}>{t`Đánh giá mức độ hoàn thành`}</Link>}
      beside={card && download}
    >
      <Panel title={t`Kỳ đánh giá`}>
        <PeriodChoice
          period={source}
          freeze={values.ban ?? null}
          onPeriod={({ from, to }) => show({ tu: from, den: to })}
          onFreeze={(ban) => show({ ...values, ban })}
        />
        {about}
        {scorecards && <CountedFrom scorecards={scorecards} />}
        {remark}
      </Panel>
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {() => (card ? <ScorecardFigures card={card} source={source} /> : <NoScorecard />)}
      </Answered>
    </Page>
  )
}
