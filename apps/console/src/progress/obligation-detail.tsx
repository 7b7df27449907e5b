import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { graphql } from "../__generated__/index.ts"
import { daySearch } from "../calendar/day-search.ts"
import { DayChoice, OtherDayNotice } from "../calendar/past-day.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useMay } from "../session/permission.ts"
import { NotFound } from "../shell/not-found.tsx"
import { Page, Panel } from "../shell/page.tsx"
import { taskSearch } from "../task/task-search.ts"
import { ObligationStanding } from "./obligation-standing.tsx"
import { ObligationTimeline } from "./obligation-timeline.tsx"
import { Periods } from "./periods.tsx"
import { OwedPhases } from "./phases.tsx"
import { ReportList } from "./report-list.tsx"

const ObligationDetailDocument = graphql(`
  query ObligationDetail($id: ID!, $asOf: Date) {
    obligation(id: $id, asOf: $asOf) {
      id
      task {
        id
        code
        title
        obligations(asOf: $asOf) {
          id
        }
      }
      agency {
        id
      }
      periods(asOf: $asOf) {
        key
        ...PeriodStanding
      }
      phases(asOf: $asOf) {
        ...OwedPhase
      }
      ...ObligationStanding
    }
  }
`)

const route = getRouteApi("/nhiem-vu/$code/nghia-vu/$obligation")

/** What one agency owes of a task: where it stands, and every report of it. */
export function ObligationDetail() {
  const { t } = useLingui()
  const { code, obligation: id } = route.useParams()
  const readsReports = useMay("progress:read", "progress:read:own")
  const navigate = useNavigate()
  const { asOf } = daySearch.read(route.useSearch()).values
  const answer = useGraph(ObligationDetailDocument, { id, asOf: asOf ?? null })
  const read = (day: string | undefined) =>
    void navigate({
      to: "/nhiem-vu/$code/nghia-vu/$obligation",
      params: { code, obligation: id },
      search: daySearch.write({ asOf: day }),
      resetScroll: false,
    })
  const absent = answer.data?.obligation === null && answer.failure === null
  if (absent && asOf === undefined) return <NotFound />
  return (
    <Page
      title={t`Phần việc của cơ quan, nhiệm vụ ${code}`}
      above={
        <>
          <Link to="/nhiem-vu" search={taskSearch.write({ asOf })}>
            {t`Nhiệm vụ`}
          </Link>{" "}
          /{" "}
          <Link to="/nhiem-vu/$code" params={{ code }} search={daySearch.write({ asOf })}>
            {code}
          </Link>
        </>
      }
      beside={<DayChoice asOf={asOf} onChange={read} />}
    >
      <OtherDayNotice asOf={asOf} onChange={read} />
      <Answered answer={answer} waiting={<Skeleton height={320} />}>
        {({ obligation }) =>
          obligation ? (
            <>
              <Panel title={<span lang="vi">{obligation.task.title}</span>}>
                <ObligationStanding
                  obligation={obligation}
                  amongOthers={obligation.task.obligations.length > 1 ? "AMONG_OTHERS" : "ALONE"}
                  asOf={asOf}
                />
              </Panel>
              <OwedPhases phases={obligation.phases} obligation={asOf === undefined ? obligation : null} />
              <Periods periods={obligation.periods} obligation={asOf === undefined ? obligation : null} />
            </>
          ) : (
            <p>{t`Vào ngày này cơ quan không có phần việc nào của nhiệm vụ.`}</p>
          )
        }
      </Answered>
      {!absent && <ReportList obligationId={id} asOf={asOf} />}
      {readsReports && answer.data?.obligation && <ObligationTimeline id={id} />}
    </Page>
  )
}
