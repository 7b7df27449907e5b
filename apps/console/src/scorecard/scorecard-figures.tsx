import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import type { ScoreCriterionCode, ScoreRowsQuery } from "../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { Absent } from "../facts/facts.tsx"
import { Answered } from "../graph/answered.tsx"
import { useNames } from "../language/use-names.ts"
import { useRegister } from "../register/ask-register.ts"
import { MoreRows } from "../register/more-rows.tsx"
import { Panel } from "../shell/page.tsx"
import { scoreTopicName, scoreTopics } from "./score-names.ts"
import { Points, ScoreValue } from "./score-value.tsx"
import styles from "./scorecard.module.css"

const ScorecardFiguresFragment = graphql(`
  fragment ScorecardFigures on Scorecard {
    kind
    subjectId
    figures {
      criterion {
        code
        topic
        measure
        name
        rule
      }
      value
      counted
      outOf
      before
    }
    composite {
      points
      parts {
        criterion
        weight
        value
        points
      }
    }
    compositeBefore {
      points
    }
  }
`)

const ScoreRowsDocument = graphql(`
  query ScoreRows(
    $from: Date!
    $to: Date!
    $freeze: ID!
    $kept: Boolean!
    $kind: ScorecardKind!
    $id: ID!
    $criterion: ScoreCriterionCode!
    $first: Int
    $after: String
  ) {
    scorecards(from: $from, to: $to) @skip(if: $kept) {
      card(kind: $kind, subjectId: $id) {
        id
        figure(criterion: $criterion) {
          criterion {
            code
          }
          rows(first: $first, after: $after) {
            totalCount
            pageInfo {
              hasNextPage
              endCursor
            }
            edges {
              node {
                ...ScoreRowLine
              }
            }
          }
        }
      }
    }
    scorecardFreeze(id: $freeze) @include(if: $kept) {
      id
      scorecards {
        card(kind: $kind, subjectId: $id) {
          id
          figure(criterion: $criterion) {
            criterion {
              code
            }
            rows(first: $first, after: $after) {
              totalCount
              pageInfo {
                hasNextPage
                endCursor
              }
              edges {
                node {
                  ...ScoreRowLine
                }
              }
            }
          }
        }
      }
    }
  }
`)

const ScoreRowLineFragment = graphql(`
  fragment ScoreRowLine on ScoreRow {
    id
    code
    name
    why
    counted
    outOf
    letterId
    task {
      id
    }
    indicator {
      id
    }
    reportId
  }
`)

/** Where the figures come from: a period as it is now, or what was kept. */
export interface CardSource {
  from: string
  to: string
  freeze: string
  kept: boolean
}

/** A scorecard, as far as its figures are shown. */
export type ShownCard = FragmentType<typeof ScorecardFiguresFragment>

interface ScorecardFiguresProps {
  card: ShownCard
  source: CardSource
}

/** Every figure of a scorecard beside that of the period before, how it is counted, and the rows that it is counted from. */
export function ScorecardFigures({ card, source }: ScorecardFiguresProps) {
  const { t, i18n } = useLingui()
  const topics = useNames(scoreTopicName)
  const { kind, subjectId, figures, composite, compositeBefore } = readFragment(
    ScorecardFiguresFragment,
    card,
  )
  const nameOf = (code: ScoreCriterionCode) =>
    figures.find(({ criterion }) => criterion.code === code)?.criterion.name ?? code
  return (
    <>
      {composite && (
        <Panel
          title={t`Điểm tổng hợp`}
          note={t`Trên thang 100, theo trọng số của cách tính. Tiêu chí không có căn cứ tính thì không tính trọng số.`}
        >
          <p className={styles.value}>
            <Points points={composite.points} />
          </p>
          {compositeBefore && (
            <p className={styles.before}>
              {t`Kỳ trước`} <Points points={compositeBefore.points} />
            </p>
          )}
          <ul className={styles.figures}>
            {composite.parts.map(({ criterion, weight, value, points }) => (
              <li key={criterion} className={styles.figure}>
                <h3 lang="vi">{nameOf(criterion)}</h3>
                <p>
                  <ScoreValue measure="SHARE" value={value} /> · {t`trọng số ${weight}`} ·{" "}
                  {t`${i18n.number(points, { maximumFractionDigits: 1 })} điểm`}
                </p>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {scoreTopics.map((topic) => {
        const ofTopic = figures.filter(({ criterion }) => criterion.topic === topic)
        return (
          ofTopic.length > 0 && (
            <Panel key={topic} title={topics[topic]}>
              <ul className={styles.figures}>
                {ofTopic.map(({ criterion, value, counted, outOf, before }) => (
                  <li key={criterion.code} data-criterion={criterion.code}>
                    <div className={styles.figure}>
                      <h3 lang="vi">{criterion.name}</h3>
                      <p>
                        <span className={styles.value}>
                          <ScoreValue measure={criterion.measure} value={value} />
                        </span>
                        {criterion.measure === "SHARE" && outOf > 0 && ` (${counted}/${outOf})`}{" "}
                        <span className={styles.before}>
                          {t`kỳ trước`} <ScoreValue measure={criterion.measure} value={before} />
                        </span>
                      </p>
                    </div>
                    <p className={styles.rule} lang="vi">
                      {criterion.rule}
                    </p>
                    {outOf > 0 && (
                      <Behind
                        name={criterion.name}
                        question={{ ...source, kind, id: subjectId, criterion: criterion.code }}
                      />
                    )}
                  </li>
                ))}
              </ul>
            </Panel>
          )
        )
      })}
    </>
  )
}

type Question = CardSource & {
  kind: "AGENCY" | "HEAD" | "OFFICIAL"
  id: string
  criterion: ScoreCriterionCode
}

/** What a figure is counted from; read when it is opened. */
function Behind({ name, question }: { name: string; question: Question }) {
  const { t } = useLingui()
  const [opened, setOpened] = useState(false)
  return (
    <details
      className={styles.behind}
      onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}
    >
      <summary>
        {t`Căn cứ`}
        <span className="for-readers"> {name}</span>
      </summary>
      {opened && <Rows question={question} />}
    </details>
  )
}

const rowsIn = (data: ScoreRowsQuery) =>
  (data.scorecards ?? data.scorecardFreeze?.scorecards)?.card?.figure?.rows

function Rows({ question }: { question: Question }) {
  const { t } = useLingui()
  const answer = useRegister(ScoreRowsDocument, question, rowsIn)
  return (
    <>
      <Answered answer={answer} waiting={<Skeleton height={80} />}>
        {() => (
          <ol className={styles.rows} data-total={answer.total}>
            {answer.rows.map((masked) => {
              const row = readFragment(ScoreRowLineFragment, masked)
              const { id, why, counted, outOf } = row
              return (
                <li key={id} data-counts={counted > 0}>
                  <p>
                    <RowLink row={row} />
                  </p>
                  <p className={styles.why}>
                    <span lang="vi">{why}</span>
                    {" · "}
                    {outOf === 1 ? (
                      counted === 1 ? (
                        t`được tính`
                      ) : (
                        <Absent>{t`không được tính`}</Absent>
                      )
                    ) : (
                      t`tính ${counted} trên ${outOf}`
                    )}
                  </p>
                </li>
              )
            })}
          </ol>
        )}
      </Answered>
      <MoreRows answer={answer} />
    </>
  )
}

interface ShownRow {
  code?: string | null
  name: string
  letterId?: string | null
  task?: unknown
  indicator?: unknown
  reportId?: string | null
}

/** What a row is about; it leads there, or to the letter that urged. */
function RowLink({ row: { code, name, letterId, task, indicator, reportId } }: { row: ShownRow }) {
  const { t } = useLingui()
  const words = <span lang="vi">{name}</span>
  if (code == null)
    return reportId != null ? (
      <Link to="/bao-cao/$id" params={{ id: reportId }}>
        {words}
      </Link>
    ) : (
      words
    )
  return (
    <>
      {task != null && <Link to="/nhiem-vu/$code" params={{ code }}>{t`Nhiệm vụ ${code}`}</Link>}
      {indicator != null && <Link to="/chi-tieu/$code" params={{ code }}>{t`Chỉ tiêu ${code}`}</Link>} {words}
      {letterId != null && (
        <>
          {" "}
          <Link to="/don-doc/$id" params={{ id: letterId }}>{t`(công văn)`}</Link>
        </>
      )}
    </>
  )
}
