import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import type { ReportToContinueFragment } from "../__generated__/graphql.ts"
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
import { PartChoice } from "./part-choice.tsx"
import { ReportFields } from "./report-fields.tsx"
import { reportForm, reportOf, typedOf } from "./report-form.ts"
import { firstPart, partsOf, type ReportPart, slotOf } from "./report-part.ts"
import { reportSearch } from "./report-search.ts"
import { ReporterOnly } from "./reporter-only.tsx"

const ReportToContinue = graphql(`
  fragment ReportToContinue on ProgressReport {
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
    openFields {
      field
      reason
    }
    verification {
      outcome
      reason
    }
  }
`)

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
    }
    claim {
      id
      ...ReportToContinue
    }
    periods {
      key
      startsOn
      endsOn
      status
      claim {
        id
        ...ReportToContinue
      }
    }
    phases {
      status
      phase {
        id
        name
        expectedResult
        expectsDocument
      }
      claim {
        id
        ...ReportToContinue
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

type Continued = FragmentType<typeof ReportToContinue>

function Reporting({ obligation: masked, readAgain }: ReportingProps) {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const { part: asked } = reportSearch.read(route.useSearch()).values
  const obligation = readFragment(ObligationToReportFragment, masked)
  const { agency, task, periods, phases } = obligation
  const agencyName = agency?.name ?? t`cơ quan này`
  const reportsFor = useReportsFor(agency?.id)
  const continued = (claim: Continued | null | undefined) => readFragment(ReportToContinue, claim) ?? null
  const parts = partsOf({
    task,
    claim: continued(obligation.claim),
    periods: periods.map((period) => ({ ...period, claim: continued(period.claim) })),
    phases: phases.map((owed) => ({ ...owed, claim: continued(owed.claim) })),
  })
  const part = parts.find(({ id }) => id === asked) ?? firstPart(parts)
  const day = (date: string) => printedDate(date, i18n.locale)
  const names = Object.fromEntries([
    ...periods.map(({ key, startsOn, endsOn }) => [key, `${key} (${day(startsOn)} – ${day(endsOn)})`]),
    ...phases.map(({ phase }) => [phase.id, phase.name]),
  ])
  const expected =
    phases.find(({ phase }) => phase.id === part?.id)?.phase.expectedResult ?? task.expectedResult
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
      <p>
        <strong>
          <AgencyName agency={agency} />
        </strong>{" "}
        · <span lang="vi">{task.title}</span>
      </p>
      {expected && (
        <p>
          {t`Kết quả theo Kế hoạch:`} <span lang="vi">{expected}</span>
        </p>
      )}
      <PartChoice
        parts={parts}
        names={names}
        chosen={part?.id ?? null}
        choose={(id) =>
          void navigate({
            to: "/nhiem-vu/$code/bao-cao/$obligation",
            params: { code: task.code, obligation: obligation.id },
            search: reportSearch.write({ part: id }),
            replace: true,
            resetScroll: false,
          })
        }
      />
      {part && <PartReport key={part.id} obligation={obligation} part={part} readAgain={readAgain} />}
    </>
  )
}

interface PartReportProps {
  obligation: { id: string; version: number; task: { code: string } }
  part: ReportPart<ReportToContinueFragment>
  readAgain: () => Promise<unknown>
}

/** The report of one part: it begins with what was last said of that part. */
function PartReport({ obligation: { id, version, task }, part, readAgain }: PartReportProps) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { claim, expectsDocument } = part
  const drafted = useDraftedForm(`report/${id}/${part.id}`, reportForm, typedOf(claim))
  const { change, failure } = useChange(ReportProgressDocument, [
    "task",
    "obligation",
    "obligations",
    "reportsToVerify",
    "morning",
    "agenciesToRemind",
    "escalatedObligations",
  ])
  const back = { to: "/nhiem-vu/$code", params: { code: task.code } } as const
  const open = claim?.openFields ?? null
  return (
    <>
      {open && <ReturnedNotice verification={claim?.verification ?? null} />}
      <RecordForm
        drafted={drafted}
        failure={failure}
        readAgain={readAgain}
        send={async (values, idempotencyKey) => {
          const input = { ...reportOf(values), ...slotOf(part), obligationId: id, version, idempotencyKey }
          return (await change({ input }))?.reportProgress ?? null
        }}
        onDone={() => void navigate(back)}
        submit={open ? t`Gửi lại` : t`Ghi báo cáo`}
        cancel={<Link {...back}>{t`Thôi`}</Link>}
      >
        <ReportFields
          expectsDocument={expectsDocument}
          returned={open && Object.fromEntries(open.map(({ field, reason }) => [field, reason]))}
        />
      </RecordForm>
    </>
  )
}

/** What was returned, or was and is answered: until that answer is confirmed no other field may change. */
function ReturnedNotice({ verification }: { verification: { reason?: string | null } | null }) {
  const { t } = useLingui()
  return (
    <Notice
      tone="caution"
      title={
        verification === null
          ? t`Báo cáo sửa đã gửi, đang chờ Sở KH&CN xác nhận`
          : t`Sở KH&CN trả lại báo cáo trước`
      }
    >
      {verification?.reason && <p lang="vi">{verification.reason}</p>}
      <p>{t`Chỉ những ô bị trả lại mới sửa được; lý do ghi ở từng ô.`}</p>
    </Notice>
  )
}
