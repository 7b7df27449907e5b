import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link } from "@tanstack/react-router"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { MentionedAgencies } from "../agency/mentioned-agencies.tsx"
import { AsOf } from "../calendar/as-of.tsx"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { Absent, Fact, Facts, LinkList } from "../facts/facts.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { NotFound } from "../shell/not-found.tsx"
import { Page, Panel } from "../shell/page.tsx"
import { PlanSource } from "../source/plan-source.tsx"
import { AssessmentMark, assessmentInputName } from "./assessment-mark.tsx"
import { IndicatorTimeline } from "./indicator-timeline.tsx"
import { TargetWords } from "./target-words.tsx"

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
    baseline {
      on
      value
      source
    }
    milestones {
      on
      value
    }
    observations(first: 50) {
      totalCount
      edges {
        node {
          id
          periodStart
          periodEnd
          value
          provisional
          source
        }
      }
    }
    assessment {
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
  query IndicatorDetail($code: String!) {
    indicator(code: $code) {
      id
      assessment {
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
  const answer = useGraph(IndicatorDetailDocument, { code })
  if (answer.data?.indicator === null && answer.failure === null) return <NotFound />
  const asOf = answer.data?.indicator?.assessment?.asOf
  return (
    <Page
      title={t`Chỉ tiêu ${code}`}
      above={
        <>
          <Link to="/chi-tieu">{t`Chỉ tiêu`}</Link> / {code}
        </>
      }
      beside={asOf && <AsOf date={asOf} />}
    >
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ indicator }) => indicator && <IndicatorFacts indicator={indicator} />}
      </Answered>
      {answer.data?.indicator && <IndicatorTimeline id={answer.data.indicator.id} />}
    </Page>
  )
}

function IndicatorFacts({ indicator: masked }: { indicator: FragmentType<typeof IndicatorFactsFragment> }) {
  const { t, i18n } = useLingui()
  const indicator = readFragment(IndicatorFactsFragment, masked)
  const { assessment, baseline, observations } = indicator
  const { note } = indicator.target
  const number = (value: number) => new Intl.NumberFormat(i18n.locale).format(value)
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
          <Fact name={t`Số liệu kỳ gốc`}>
            {baseline ? (
              <>
                {number(baseline.value)} · <PrintedDate date={baseline.on} /> · {baseline.source}
              </>
            ) : (
              <Absent>{t`chưa có; Kế hoạch không nêu`}</Absent>
            )}
          </Fact>
          <Fact name={t`Mốc trên lộ trình`}>
            {indicator.milestones.length === 0 ? (
              <Absent>{t`chưa đặt; Kế hoạch không nêu`}</Absent>
            ) : (
              indicator.milestones.map(({ on, value }) => (
                <p key={on}>
                  <PrintedDate date={on} />: {number(value)}
                </p>
              ))
            )}
          </Fact>
          <Fact name={t`Số liệu đã ghi`}>
            {observations.totalCount === 0 ? (
              <Absent>{t`chưa có số liệu nào`}</Absent>
            ) : (
              observations.edges.map(({ node }) => (
                <p key={node.id}>
                  <PrintedDate date={node.periodStart} /> – <PrintedDate date={node.periodEnd} />:{" "}
                  {node.value == null ? t`không áp dụng` : number(node.value)}
                  {node.provisional && <> ({t`tạm tính`})</>} · {node.source}
                </p>
              ))
            )}
          </Fact>
        </Facts>
      </Panel>
    </>
  )
}
