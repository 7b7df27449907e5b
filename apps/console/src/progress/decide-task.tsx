import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import type { TaskToDecideQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { attachedFiles } from "../evidence/attached-file.ts"
import { FileField } from "../evidence/file-field.tsx"
import { useDraftedForm } from "../form/drafted-form.ts"
import formStyles from "../form/form.module.css"
import { RadioField } from "../form/radio-field.tsx"
import { RecordForm } from "../form/record-form.tsx"
import { LongTextField, TextField } from "../form/text-field.tsx"
import { chosenOf, neededWords, optionalDay, optionalWords } from "../form/written.ts"
import { z } from "../form/zod.ts"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useChange } from "../graph/change-graph.ts"
import { Restricted } from "../session/restricted.tsx"
import { NotFound } from "../shell/not-found.tsx"
import { Page } from "../shell/page.tsx"
import { TaskStatusMark } from "../task/task-status-mark.tsx"
import { isCompleted } from "./task-decisions.tsx"

const TaskToDecideDocument = graphql(`
  query TaskToDecide($code: String!) {
    task(code: $code) {
      id
      version
      code
      title
      status
    }
  }
`)

const SuspendTaskDocument = graphql(`
  mutation SuspendTask($input: TaskDecisionInput!) {
    suspendTask(input: $input) {
      decision {
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

const CancelTaskDocument = graphql(`
  mutation CancelTask($input: TaskDecisionInput!) {
    cancelTask(input: $input) {
      decision {
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

const ReopenTaskDocument = graphql(`
  mutation ReopenTask($input: TaskDecisionInput!) {
    reopenTask(input: $input) {
      decision {
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

type Task = NonNullable<TaskToDecideQuery["task"]>

const decisionForm = z.object({
  kind: chosenOf(["SUSPENDED", "CANCELLED", "REOPENED"]),
  basis: neededWords,
  number: optionalWords,
  issuedOn: optionalDay,
  issuer: optionalWords,
  link: optionalWords,
  fileIds: attachedFiles,
})

type DecisionTyped = z.input<typeof decisionForm>

const route = getRouteApi("/nhiem-vu/$code/quyet-dinh")

/** Suspends, cancels or re-opens a task, with the basis of it. */
export function DecideTask() {
  const { t } = useLingui()
  return (
    <Restricted to="progress:write" title={t`Tạm dừng, hủy, mở lại`}>
      <TaskToDecide />
    </Restricted>
  )
}

function TaskToDecide() {
  const { t } = useLingui()
  const { code } = route.useParams()
  const answer = useGraph(TaskToDecideDocument, { code })
  if (answer.data?.task === null && answer.failure === null) return <NotFound />
  return (
    <Page
      title={t`Tạm dừng, hủy, mở lại nhiệm vụ ${code}`}
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
        {({ task }) =>
          task && answer.failure === null && <Deciding task={task} readAgain={answer.readAgain} />
        }
      </Answered>
    </Page>
  )
}

function Deciding({ task, readAgain }: { task: Task; readAgain: () => Promise<unknown> }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { id, version, code, title, status } = task
  const stopped = status === "SUSPENDED" || status === "CANCELLED"
  const completed = isCompleted(status)
  const drafted = useDraftedForm(`task-decision/${id}`, decisionForm, {
    kind: stopped || completed ? "REOPENED" : "SUSPENDED",
    basis: "",
    number: "",
    issuedOn: "",
    issuer: "",
    link: "",
    fileIds: [],
  })
  const outdated = [
    "task",
    "tasks",
    "taskSummary",
    "obligation",
    "obligations",
    "reportsToVerify",
    "morning",
    "agenciesToRemind",
    "escalatedObligations",
  ]
  const suspension = useChange(SuspendTaskDocument, outdated)
  const cancellation = useChange(CancelTaskDocument, outdated)
  const reopening = useChange(ReopenTaskDocument, outdated)
  const back = { to: "/nhiem-vu/$code", params: { code } } as const
  const opens = { REOPENED: t`Mở lại` }
  const stops = { SUSPENDED: t`Tạm dừng`, CANCELLED: t`Hủy` }
  const choices: Record<string, string> = stopped ? opens : completed ? { ...opens, ...stops } : stops
  return (
    <>
      <p>
        <TaskStatusMark status={status} /> <span lang="vi">{title}</span>
      </p>
      <RecordForm
        drafted={drafted}
        failure={suspension.failure ?? cancellation.failure ?? reopening.failure}
        readAgain={readAgain}
        send={async ({ kind, basis, ...document }, idempotencyKey) => {
          const { fileIds, ...words } = document
          const cited = fileIds.length > 0 || Object.values(words).some((part) => part !== null)
          const input = { id, version, basis, document: cited ? document : null, idempotencyKey }
          if (kind === "SUSPENDED") return (await suspension.change({ input }))?.suspendTask ?? null
          if (kind === "CANCELLED") return (await cancellation.change({ input }))?.cancelTask ?? null
          return (await reopening.change({ input }))?.reopenTask ?? null
        }}
        onDone={() => void navigate(back)}
        submit={t`Ghi quyết định`}
        cancel={<Link {...back}>{t`Thôi`}</Link>}
      >
        <RadioField<DecisionTyped> name="kind" label={t`Quyết định`} choices={choices} />
        {completed && drafted.form.watch("kind") === "REOPENED" && (
          <p className={formStyles.note}>
            {t`Xác nhận hoàn thành đã ghi không còn tính từ hôm nay; với nhiệm vụ theo kỳ, chỉ kỳ này được mở lại, các kỳ trước giữ nguyên.`}
          </p>
        )}
        <LongTextField<DecisionTyped> name="basis" label={t`Căn cứ`} required />
        <fieldset className={formStyles.group}>
          <legend>{t`Văn bản làm căn cứ`}</legend>
          <div className={formStyles.pair}>
            <TextField<DecisionTyped> name="number" label={t`Số, ký hiệu`} />
            <TextField<DecisionTyped> name="issuedOn" type="date" label={t`Ngày ban hành`} />
            <TextField<DecisionTyped> name="issuer" label={t`Cơ quan ban hành`} />
            <TextField<DecisionTyped> name="link" type="url" label={t`Địa chỉ web của văn bản`} />
          </div>
          <FileField<DecisionTyped> name="fileIds" label={t`Tệp minh chứng`} holder="tasks" />
        </fieldset>
      </RecordForm>
    </>
  )
}
