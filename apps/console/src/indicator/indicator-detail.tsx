import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { lazy, Suspense } from "react"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { MentionedAgencies } from "../agency/mentioned-agencies.tsx"
import { AsOf } from "../calendar/as-of.tsx"
import { daySearch } from "../calendar/day-search.ts"
import { DayChoice, OtherDayNotice } from "../calendar/past-day.tsx"
import { Absent, Fact, Facts, LinkList } from "../facts/facts.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { IndicatorObstacles } from "../obstacle/indicator-obstacles.tsx"
import { useMay } from "../session/permission.ts"
import { NotFound } from "../shell/not-found.tsx"
import { Page, Panel } from "../shell/page.tsx"
import { PlanSource } from "../source/plan-source.tsx"
import { AssessmentMark, assessmentInputName } from "./assessment-mark.tsx"
import { DirectedTargetPanel } from "./directive/directed-target-panel.tsx"
import styles from "./indicator.module.css"
import { indicatorSearch } from "./indicator-search.ts"
import { IndicatorTimeline } from "./indicator-timeline.tsx"
import { JudgementPanel } from "./judgement/judgement-panel.tsx"
import { ObservationTable } from "./observation/observation-table.tsx"
import { PathPanel } from "./path/path-panel.tsx"
import { frequencyName } from "./period-words.ts"
import { TargetWords } from "./target-words.tsx"

const IndicatorChart = lazy(async () => ({
  default: (await import("./chart/indicator-chart.tsx")).IndicatorChart,
}))

const IndicatorFactsFragment = graphql(`
  fragment IndicatorFacts on Indicator {
    id
    code
    name
    unit
    horizonYear
    yearly
    leadText
    leadMentions {
      text
      agency {
        id
        code
        name
      }
    }
    targetText
    ...TargetWords
    target {
      note
    }
    parent {
      id
      code
      name
    }
    children {
      id
      code
      name
    }
    counterpart {
      id
      code
      name
      horizonYear
    }
    measure
    frequency
    target {
      kind
    }
    childAssessments(asOf: $asOf) {
      state
      count
    }
    ...DirectedTargetPanel
    ...IndicatorChart
    ...JudgementPanel
    ...ObservationTable
    ...PathPanel
    assessment(asOf: $asOf) {
      asOf
      state
      explanation
      missing
    }
    source {
      ...PlanSource
    }
  }
`)

const IndicatorDetailDocument = graphql(`
  query IndicatorDetail($code: String!, $asOf: Date) {
    indicator(code: $code) {
      id
      assessment(asOf: $asOf) {
        asOf
      }
      ...IndicatorFacts
    }
  }
`)

const route = getRouteApi("/chi-tieu/$code")

/** One indicator: every cell of its row, how it was understood, and where it stands today. */
export function IndicatorDetail() {
  const { t } = useLingui()
  const { code } = route.useParams()
  const navigate = useNavigate()
  const { asOf: day } = daySearch.read(route.useSearch()).values
  const answer = useGraph(IndicatorDetailDocument, { code, asOf: day ?? null })
  const read = (other: string | undefined) =>
    void navigate({
      to: "/chi-tieu/$code",
      params: { code },
      search: daySearch.write({ asOf: other }),
      resetScroll: false,
    })
  if (answer.data?.indicator === null && answer.failure === null) return <NotFound />
  const asOf = answer.data?.indicator?.assessment?.asOf
  return (
    <Page
      title={t`Chỉ tiêu ${code}`}
      above={
        <>
          <Link to="/chi-tieu" search={indicatorSearch.write({ asOf: day })}>
            {t`Chỉ tiêu`}
          </Link>{" "}
          / {code}
        </>
      }
      beside={
        <>
          {asOf && <AsOf date={asOf} />}
          <DayChoice asOf={day} onChange={read} />
        </>
      }
    >
      <OtherDayNotice asOf={day} onChange={read} />
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ indicator }) => indicator && <IndicatorFacts indicator={indicator} />}
      </Answered>
      {answer.data?.indicator && <IndicatorObstacles code={code} />}
      {answer.data?.indicator && <IndicatorTimeline id={answer.data.indicator.id} />}
    </Page>
  )
}

function IndicatorFacts({ indicator: masked }: { indicator: FragmentType<typeof IndicatorFactsFragment> }) {
  const { t, i18n } = useLingui()
  const indicator = readFragment(IndicatorFactsFragment, masked)
  const mayWrite = useMay("observations:write")
  const { assessment, code, measure } = indicator
  const { note, kind } = indicator.target
  const hasPath = !["WORDS", "DONE_OR_NOT"].includes(measure) && kind !== "RANK_GROUP"
  return (
    <>
      <Panel
        title={<span lang="vi">{indicator.name}</span>}
        beside={<AssessmentMark state={assessment.state} />}
      >
        <Facts>
          <Fact name={t`Mục tiêu`}>
            <TargetWords indicator={indicator} />
            {note && note !== indicator.targetText && <p lang="vi">{note}</p>}
          </Fact>
          <Fact name={t`Đơn vị tính`}>
            {indicator.unit ? (
              <span lang="vi">{indicator.unit}</span>
            ) : (
              <Absent>{t`Kế hoạch để trống`}</Absent>
            )}
          </Fact>
          {kind !== "NONE" && (
            <Fact name={t`Tần suất số liệu`}>
              {i18n._(frequencyName[indicator.frequency])}
              {mayWrite && (
                <>
                  {" "}
                  · <Link to="/chi-tieu/$code/tan-suat" params={{ code }}>{t`Đổi tần suất`}</Link>
                </>
              )}
            </Fact>
          )}
          <Fact name={t`Mốc thời gian`}>
            {t`Đến năm ${String(indicator.horizonYear)}`}
            {indicator.yearly && <> · {t`chỉ tiêu của từng năm`}</>}
          </Fact>
          <Fact name={t`Chủ trì theo dõi, đánh giá`}>
            {indicator.leadText ? (
              <MentionedAgencies text={indicator.leadText} mentions={indicator.leadMentions} />
            ) : (
              <Absent>{t`Kế hoạch để trống`}</Absent>
            )}
          </Fact>
          {indicator.parent && (
            <Fact name={t`Thuộc chỉ tiêu`}>
              <Link to="/chi-tieu/$code" params={{ code: indicator.parent.code }} lang="vi">
                {indicator.parent.code}. {indicator.parent.name}
              </Link>
            </Fact>
          )}
          {indicator.counterpart && (
            <Fact name={t`Cùng chỉ tiêu, mốc thời gian khác`}>
              <Link to="/chi-tieu/$code" params={{ code: indicator.counterpart.code }}>
                {indicator.counterpart.code}. <span lang="vi">{indicator.counterpart.name}</span> (
                {t`đến năm ${String(indicator.counterpart.horizonYear)}`})
              </Link>
            </Fact>
          )}
          <Fact name={t`Vị trí trong Kế hoạch`}>
            <PlanSource source={indicator.source} withDocument />
          </Fact>
        </Facts>
      </Panel>
      {indicator.children.length > 0 && (
        <Panel title={t`Chỉ tiêu thành phần`}>
          <ul className={styles.counts} aria-label={t`Kết quả đánh giá các chỉ tiêu thành phần`}>
            {indicator.childAssessments.map(({ state, count }) => (
              <li key={state}>
                <AssessmentMark state={state} />
                <strong>{count}</strong>
              </li>
            ))}
          </ul>
          <LinkList>
            {indicator.children.map(({ id, code, name }) => (
              <li key={id}>
                <Link to="/chi-tieu/$code" params={{ code }} lang="vi">
                  {code}. {name}
                </Link>
              </li>
            ))}
          </LinkList>
        </Panel>
      )}
      <Panel title={t`Đánh giá`} beside={<AsOf date={assessment.asOf} />}>
        <Facts>
          <Fact name={t`Kết quả`}>
            <AssessmentMark state={assessment.state} />
          </Fact>
          <Fact name={t`Lý do`}>
            <span lang="vi">{assessment.explanation}</span>
          </Fact>
          {assessment.missing.length > 0 && (
            <Fact name={t`Còn thiếu`}>
              {assessment.missing.map((input) => i18n._(assessmentInputName[input])).join(", ")}
            </Fact>
          )}
        </Facts>
      </Panel>
      {indicator.target.kind === "DIRECTIVE" && <DirectedTargetPanel indicator={indicator} />}
      <JudgementPanel indicator={indicator} />
      {hasPath && (
        <Suspense fallback={<Skeleton height={320} />}>
          <IndicatorChart indicator={indicator} />
        </Suspense>
      )}
      {indicator.target.kind !== "NONE" && <ObservationTable indicator={indicator} />}
      {hasPath && <PathPanel indicator={indicator} />}
    </>
  )
}
