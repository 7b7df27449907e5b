import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link } from "@tanstack/react-router"
import { graphql } from "../__generated__/index.ts"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useMay } from "../session/permission.ts"
import { NotFound } from "../shell/not-found.tsx"
import { Page, Panel } from "../shell/page.tsx"
import { ObligationStanding } from "./obligation-standing.tsx"
import { ObligationTimeline } from "./obligation-timeline.tsx"
import { Periods } from "./periods.tsx"
import { OwedPhases } from "./phases.tsx"
import { ReportList } from "./report-list.tsx"

const ObligationDetailDocument = graphql(`
  query ObligationDetail($id: ID!, $asOf: Date) {
    obligation(id: $id) {
      id
      task {
        id
        code
        title
        obligations {
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
  const answer = useGraph(ObligationDetailDocument, { id, asOf: null })
  if (answer.data?.obligation === null && answer.failure === null) return <NotFound />
  return (
    <Page
      title={t`Phần việc của cơ quan, nhiệm vụ ${code}`}
      above={
        <>
          <Link to="/nhiem-vu">{t`Nhiệm vụ`}</Link> /{" "}
          <Link to="/nhiem-vu/$code" params={{ code }}>
            {code}
          </Link>
        </>
      }
    >
      <Answered answer={answer} waiting={<Skeleton height={320} />}>
        {({ obligation }) =>
          obligation && (
            <>
              <Panel title={<span lang="vi">{obligation.task.title}</span>}>
                <ObligationStanding
                  obligation={obligation}
                  amongOthers={obligation.task.obligations.length > 1 ? "AMONG_OTHERS" : "ALONE"}
                />
              </Panel>
              <OwedPhases phases={obligation.phases} obligation={obligation} />
              <Periods periods={obligation.periods} obligation={obligation} />
            </>
          )
        }
      </Answered>
      <ReportList obligationId={id} />
      {readsReports && answer.data?.obligation && <ObligationTimeline id={id} />}
    </Page>
  )
}
