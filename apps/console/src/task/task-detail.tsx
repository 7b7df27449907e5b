import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { MentionedAgencies } from "../agency/mentioned-agencies.tsx"
import { AsOf } from "../calendar/as-of.tsx"
import { daySearch, type OnDay } from "../calendar/day-search.ts"
import { DayChoice, OtherDayNotice } from "../calendar/past-day.tsx"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { DeadlineInForce } from "../deadline/deadline-in-force.tsx"
import { DeadlineOnDay } from "../deadline/deadline-words.tsx"
import { Absent, Fact, Facts, LinkList, Verbatim } from "../facts/facts.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { Notice } from "../notice/notice.tsx"
import { TaskObstacles } from "../obstacle/task-obstacles.tsx"
import { Extensions } from "../progress/extensions.tsx"
import { Periods } from "../progress/periods.tsx"
import { Phases } from "../progress/phases.tsx"
import { TaskDecisions } from "../progress/task-decisions.tsx"
import { TaskStanding } from "../progress/task-standing.tsx"
import { TaskReminders } from "../reminder/task-reminders.tsx"
import { useSession } from "../session/session.ts"
import { NotFound } from "../shell/not-found.tsx"
import { Page, Panel } from "../shell/page.tsx"
import { PlanSource } from "../source/plan-source.tsx"
import { taskSearch } from "./task-search.ts"
import { TaskStatusMark } from "./task-status-mark.tsx"
import { TaskTimeline } from "./task-timeline.tsx"

const TaskFactsFragment = graphql(`
  fragment TaskFacts on Task {
    id
    code
    number
    title
    leadText
    coordinatorText
    leadMentions {
      text
      agency {
        id
        code
        name
      }
    }
    coordinatorMentions {
      text
      agency {
        id
        code
        name
      }
    }
    section {
      id
      numeral
      title
    }
    expectedResult
    deadline {
      ...DeadlineOnDay
      ...DeadlineInForce
      triggers {
        id
        title
        issuer
        document(asOf: $asOf) {
          number
          issuedOn
        }
      }
    }
    phases {
      ...PhaseStanding
    }
    obligations(asOf: $asOf) {
      id
      agency {
        id
      }
    }
    periods(asOf: $asOf) {
      key
      ...PeriodStanding
    }
    extensions {
      id
      ...Extension
    }
    ...TaskStanding
    ...TaskDecisions
    milestones {
      kind
      text
    }
    sensitive
    status(asOf: $asOf)
    progressReported(asOf: $asOf)
    source {
      ...PlanSource
    }
  }
`)

const TaskDetailDocument = graphql(`
  query TaskDetail($code: String!, $codes: [String!]!, $asOf: Date) {
    task(code: $code) {
      id
      ...TaskFacts
    }
    taskSummary(filter: { code: $codes }, asOf: $asOf) {
      asOf
    }
  }
`)

const route = getRouteApi("/nhiem-vu/$code")

/** One task: every cell of its row, how it was understood, and where it stands today. */
export function TaskDetail() {
  const { t } = useLingui()
  const { code } = route.useParams()
  const navigate = useNavigate()
  const { asOf } = daySearch.read(route.useSearch()).values
  const answer = useGraph(TaskDetailDocument, { code, codes: [code], asOf: asOf ?? null })
  const read = (day: string | undefined) =>
    void navigate({
      to: "/nhiem-vu/$code",
      params: { code },
      search: daySearch.write({ asOf: day }),
      resetScroll: false,
    })
  if (answer.data?.task === null && answer.failure === null) return <NotFound />
  return (
    <Page
      title={t`Nhiệm vụ ${code}`}
      above={
        <>
          <Link to="/nhiem-vu" search={taskSearch.write({ asOf })}>
            {t`Nhiệm vụ`}
          </Link>{" "}
          / {code}
        </>
      }
      beside={
        <>
          {answer.data?.taskSummary && <AsOf date={answer.data.taskSummary.asOf} />}
          <DayChoice asOf={asOf} onChange={read} />
        </>
      }
    >
      <OtherDayNotice asOf={asOf} onChange={read} />
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ task }) => task && <TaskFacts task={task} asOf={asOf} />}
      </Answered>
      {asOf === undefined && <TaskReminders code={code} />}
      {asOf === undefined && <TaskObstacles code={code} />}
      <TaskCooperation code={code} />
      {answer.data?.task && <TaskTimeline id={answer.data.task.id} />}
    </Page>
  )
}

function TaskFacts({ task: masked, asOf }: { task: FragmentType<typeof TaskFactsFragment> } & OnDay) {
  const { t } = useLingui()
  const { person } = useSession()
  const task = readFragment(TaskFactsFragment, masked)
  const own = task.obligations.find(({ agency }) => agency !== null && agency.id === person?.agencyId)
  const only = task.obligations.length === 1 ? task.obligations[0] : undefined
  // Nothing is reported on a past day
  const obligation = asOf === undefined ? (own ?? only) : undefined
  const reportable = obligation === undefined ? null : { ...obligation, task }
  return (
    <>
      {task.sensitive && (
        <Notice tone="caution" title={t`Nhiệm vụ nhạy cảm`}>
          <p>{t`Không nhập nội dung thuộc bí mật nhà nước vào hệ thống này.`}</p>
        </Notice>
      )}
      <Panel title={<span lang="vi">{task.title}</span>} beside={<TaskStatusMark status={task.status} />}>
        <Facts>
          <Fact name={t`Số thứ tự trong Kế hoạch`}>
            {task.number ?? <Absent>{t`dòng này không được đánh số; gọi là ${task.code}`}</Absent>}
          </Fact>
          <Fact name={t`Nhóm nhiệm vụ`}>
            <Link
              to="/nhiem-vu"
              search={taskSearch.write({ section: [task.section.numeral as "I"] })}
              lang="vi"
            >
              {task.section.numeral}. {task.section.title}
            </Link>
          </Fact>
          <Fact name={t`Cơ quan chủ trì`}>
            <MentionedAgencies text={task.leadText} mentions={task.leadMentions} />
          </Fact>
          <Fact name={t`Cơ quan phối hợp`}>
            {task.coordinatorText ? (
              <MentionedAgencies text={task.coordinatorText} mentions={task.coordinatorMentions} />
            ) : (
              <Absent>{t`Kế hoạch để trống`}</Absent>
            )}
          </Fact>
          <Fact name={t`Kết quả, sản phẩm`}>
            {task.expectedResult ? (
              <Verbatim>{task.expectedResult}</Verbatim>
            ) : (
              <Absent>{t`Kế hoạch để trống`}</Absent>
            )}
          </Fact>
          <Fact name={t`Thời gian hoàn thành`}>
            <DeadlineOnDay deadline={task.deadline} />
            <DeadlineInForce deadline={task.deadline} />
            <Triggers triggers={task.deadline.triggers} />
          </Fact>
          <Fact name={t`Tình trạng`}>
            <TaskStatusMark status={task.status} />{" "}
            {!task.progressReported && <Absent>{t`chưa có báo cáo; suy từ thời hạn`}</Absent>}
          </Fact>
          <Fact name={t`Vị trí trong Kế hoạch`}>
            <PlanSource source={task.source} withDocument />
          </Fact>
        </Facts>
      </Panel>
      <TaskStanding task={task} asOf={asOf} />
      <Phases phases={task.phases} obligation={reportable} />
      <Periods periods={task.periods} obligation={reportable} />
      {/* What is worked on now is no part of a past day */}
      {asOf === undefined && <Extensions extensions={task.extensions} />}
      {asOf === undefined && <TaskDecisions task={task} />}
      {task.milestones.length > 0 && (
        <Panel title={t`Hai bước của nhiệm vụ`}>
          <Facts>
            {task.milestones.map(({ kind, text }) => (
              <Fact key={kind} name={kind === "CONTRIBUTION" ? t`Tham mưu, góp ý` : t`Triển khai`}>
                <span lang="vi">{text}</span>
              </Fact>
            ))}
          </Facts>
        </Panel>
      )}
    </>
  )
}

interface TriggersProps {
  triggers: readonly {
    id: string
    title: string
    issuer?: string | null
    document?: { number: string; issuedOn: string } | null
  }[]
}

function Triggers({ triggers }: TriggersProps) {
  const { t } = useLingui()
  if (triggers.length === 0) return null
  return (
    <LinkList>
      {triggers.map(({ id, title, issuer, document }) => (
        <li key={id}>
          <Link to="/van-ban-cho/$id" params={{ id }} lang="vi">
            {title}
          </Link>
          {issuer && <span lang="vi">{issuer}</span>}
          {document ? (
            <span>
              {document.number} · <PrintedDate date={document.issuedOn} />
            </span>
          ) : (
            <Absent>{t`chưa được ghi nhận là đã ban hành`}</Absent>
          )}
        </li>
      ))}
    </LinkList>
  )
}

const TaskCooperationDocument = graphql(`
  query TaskCooperation($code: String!) {
    task(code: $code) {
      id
      cooperationProgrammes {
        id
        code
        title
      }
    }
  }
`)

/** The cooperation programmes that a task belongs to; asked apart, so that the task stands without them. */
function TaskCooperation({ code }: { code: string }) {
  const { t } = useLingui()
  const answer = useGraph(TaskCooperationDocument, { code })
  const programmes = answer.data?.task?.cooperationProgrammes ?? []
  if (programmes.length === 0 && answer.failure === null) return null
  return (
    <Panel title={t`Hợp tác quốc tế`}>
      <Answered answer={answer} waiting={<Skeleton height={80} />}>
        {() => (
          <LinkList>
            {programmes.map((programme) => (
              <li key={programme.id}>
                <Link to="/hop-tac/chuong-trinh/$code" params={{ code: programme.code }} lang="vi">
                  {programme.title}
                </Link>
              </li>
            ))}
          </LinkList>
        )}
      </Answered>
    </Panel>
  )
}
