import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { AgencyName } from "../agency/agency-name.tsx"
import { printedDate } from "../calendar/printed-date.tsx"
import { useDraftedForm } from "../form/drafted-form.ts"
import { RecordForm } from "../form/record-form.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useChange } from "../graph/change-graph.ts"
import { Notice } from "../notice/notice.tsx"
import { NotFound } from "../shell/not-found.tsx"
import { Page } from "../shell/page.tsx"
import { useReportsFor } from "./obligation-actions.tsx"
import { ReportFields } from "./report-fields.tsx"
import { reportForm, reportOf, typedOf } from "./report-form.ts"
import { ReporterOnly } from "./reporter-only.tsx"

const ObligationToReportFragment = graphql(`
  fragment ObligationToReport on TaskObligation {
    id
    version
    agency {
      id
      name
    }
    task {
      id
      code
      title
      expectedResult
      sensitive
      expectsDocument
      periods {
        key
        startsOn
        endsOn
      }
      phases {
        id
        name
      }
    }
    claim {
      id
      answer
      state
      percentage
      done
      result {
        number
        issuedOn
        issuer
        link
        files {
          id
          name
          size
        }
      }
      completedOn
      difficulties
      nextStep
      period {
        key
      }
      phase {
        id
      }
      verification {
        outcome
        reason
        fields {
          field
          reason
        }
      }
    }
  }
`)

const ObligationToReportDocument = graphql(`
  query ObligationToReport($id: ID!) {
    obligation(id: $id) {
      id
      agency {
        id
      }
      ...ObligationToReport
    }
  }
`)

const ReportProgressDocument = graphql(`
  mutation ReportProgress($input: ReportProgressInput!) {
    reportProgress(input: $input) {
      report {
        id
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const route = getRouteApi("/nhiem-vu/$code/bao-cao/$obligation")

/** Reports what an agency did of a task, or that there is nothing to say; after a return, corrects what was returned. */
export function NewReport() {
  const { t } = useLingui()
  return (
    <ReporterOnly title={t`Báo cáo tiến độ`}>
      <ReportToRecord />
    </ReporterOnly>
  )
}

function ReportToRecord() {
  const { t } = useLingui()
  const { code, obligation: id } = route.useParams()
  const answer = useGraph(ObligationToReportDocument, { id })
  if (answer.data?.obligation === null && answer.failure === null) return <NotFound />
  return (
    <Page
      title={t`Báo cáo tiến độ nhiệm vụ ${code}`}
      above={
        <>
          <Link to="/nhiem-vu">{t`Nhiệm vụ`}</Link> /{" "}
          <Link to="/nhiem-vu/$code" params={{ code }}>
            {code}
          </Link>
        </>
      }
    >
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ obligation }) =>
          // A part that did not come would be reported as if it were empty
          obligation &&
          answer.failure === null && <Reporting obligation={obligation} readAgain={answer.readAgain} />
        }
      </Answered>
    </Page>
  )
}

interface ReportingProps {
  obligation: FragmentType<typeof ObligationToReportFragment>
  readAgain: () => Promise<unknown>
}

function Reporting({ obligation: masked, readAgain }: ReportingProps) {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const obligation = readFragment(ObligationToReportFragment, masked)
  const { id, version, agency, task, claim } = obligation
  const agencyName = agency?.name ?? t`cơ quan này`
  const reportsFor = useReportsFor(agency?.id)
  const returned = claim?.verification?.outcome === "RETURNED" ? claim.verification : null
  // A new period begins with nothing; what was reported of an earlier one is not true of it
  const current = task.periods[0]?.key ?? null
  const goesOn = returned !== null || (claim?.period?.key ?? null) === current
  const standing = typedOf(goesOn && claim ? claim : null)
  const drafted = useDraftedForm(`report/${id}`, reportForm, standing)
  const { change, failure } = useChange(ReportProgressDocument, [
    "task",
    "obligation",
    "obligations",
    "morning",
  ])
  const back = { to: "/nhiem-vu/$code", params: { code: task.code } } as const
  const day = (date: string) => printedDate(date, i18n.locale)
  if (reportsFor === null)
    return (
      <Notice tone="information" title={t`Chỉ cơ quan được giao mới báo cáo phần việc này`}>
        <p>
          <AgencyName agency={agency} />
        </p>
      </Notice>
    )
  return (
    <>
      {task.sensitive && (
        <Notice tone="caution" title={t`Nhiệm vụ nhạy cảm`}>
          <p>{t`Không nhập nội dung thuộc bí mật nhà nước vào hệ thống này.`}</p>
        </Notice>
      )}
      {reportsFor === "ON_BEHALF" && (
        <Notice tone="information" title={t`Báo cáo thay “${agencyName}”`}>
          <p>{t`Báo cáo được đánh dấu là do Sở KH&CN ghi thay cơ quan này.`}</p>
        </Notice>
      )}
      {returned && (
        <Notice tone="caution" title={t`Sở KH&CN trả lại báo cáo trước`}>
          {returned.reason && <p lang="vi">{returned.reason}</p>}
          <p>{t`Chỉ những ô bị trả lại mới sửa được; lý do ghi ở từng ô.`}</p>
        </Notice>
      )}
      <p>
        <strong>
          <AgencyName agency={agency} />
        </strong>{" "}
        · <span lang="vi">{task.title}</span>
      </p>
      {task.expectedResult && (
        <p>
          {t`Kết quả theo Kế hoạch:`} <span lang="vi">{task.expectedResult}</span>
        </p>
      )}
      <RecordForm
        drafted={drafted}
        failure={failure}
        readAgain={readAgain}
        send={async (values, idempotencyKey) => {
          const input = { ...reportOf(values), obligationId: id, version, idempotencyKey }
          return (await change({ input }))?.reportProgress ?? null
        }}
        onDone={() => void navigate(back)}
        submit={returned ? t`Gửi lại` : t`Ghi báo cáo`}
        cancel={<Link {...back}>{t`Thôi`}</Link>}
      >
        <ReportFields
          expectsDocument={task.expectsDocument}
          returned={
            returned && Object.fromEntries(returned.fields.map(({ field, reason }) => [field, reason]))
          }
          periods={Object.fromEntries(
            task.periods.map(({ key, startsOn, endsOn }) => [
              key,
              `${key} (${day(startsOn)} – ${day(endsOn)})`,
            ]),
          )}
          phases={Object.fromEntries(task.phases.map((phase) => [phase.id, phase.name]))}
        />
      </RecordForm>
    </>
  )
}
