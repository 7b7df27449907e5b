import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useEffect, useRef, useState } from "react"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { AgencyName } from "../agency/agency-name.tsx"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { DeadlineWords } from "../deadline/deadline-words.tsx"
import { Absent } from "../facts/facts.tsx"
import { forgetDraft } from "../form/draft.ts"
import { useIdempotencyKey } from "../form/idempotency-key.ts"
import type { UserError } from "../form/user-error.ts"
import { useChange } from "../graph/change-graph.ts"
import { FailureNotice } from "../graph/failure-notice.tsx"
import { useSession } from "../session/session.ts"
import { shortcutsAreOn } from "../shortcut/shortcut-setting.ts"
import { TaskStatusMark } from "../task/task-status-mark.tsx"
import progressStyles from "./progress.module.css"
import { ReportFacts, VerificationWords } from "./report-facts.tsx"
import { ResultWords } from "./result-words.tsx"
import { keptReasons, returnDraftName } from "./return-reasons.ts"
import { type AnsweringProps, Errors, OUTDATED, Returning } from "./returning-report.tsx"
import styles from "./verification.module.css"

const ReportToVerifyFragment = graphql(`
  fragment ReportToVerify on ProgressReport {
    id
    version
    ...ReportFacts
    result {
      number
      link
      fileIds
      ...ResultWords
    }
    partStatus
    agency {
      id
      name
    }
    phase {
      id
      name
      expectedResult
      deadline {
        ...DeadlineWords
      }
    }
    period {
      key
      startsOn
      endsOn
    }
    task {
      id
      code
      title
      expectedResult
      deadline {
        ...DeadlineWords
      }
    }
    lastVerified {
      id
      ...ReportFacts
      verification {
        ...VerificationWords
      }
    }
  }
`)

const ConfirmReportDocument = graphql(`
  mutation ConfirmReport($input: ConfirmReportInput!) {
    confirmReport(input: $input) {
      report {
        id
        version
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

interface ReportToVerifyProps {
  report: FragmentType<typeof ReportToVerifyFragment>
  /** The report has been confirmed or returned. */
  onDone: () => void
  /** Asks for the queue as it now stands: the agency may have reported anew meanwhile. */
  readAgain: () => Promise<unknown>
}

/** Nothing is decided by one key alone: the first chooses, Enter records. */
type Choice = "NONE" | "CONFIRM" | "RETURN"

/** A report that waits: the claim, its evidence and the last verified state side by side, and the two answers to it. */
export function ReportToVerify({ report: masked, onDone, readAgain }: ReportToVerifyProps) {
  const { t } = useLingui()
  const claim = readFragment(ReportToVerifyFragment, masked)
  const { id, partStatus, agency, task, phase, period, result, lastVerified } = claim
  const expectedResult = phase === null ? task.expectedResult : phase?.expectedResult
  const [choice, setChoice] = useState<Choice>("NONE")
  useChoiceKeys(setChoice)
  const { person } = useSession()
  const owner = person?.id ?? ""
  const hasDocument = Boolean(result.number || result.link || result.fileIds.length > 0)
  const answering = { readAgain, onCancel: () => setChoice("NONE") }
  return (
    <section className={styles.report} aria-label={t`Báo cáo đang xem`} data-report={id}>
      <header className={styles.head}>
        <h2 lang="vi">
          <Link to="/nhiem-vu/$code" params={{ code: task.code }}>
            {task.code}. {task.title}
          </Link>
        </h2>
        <p className={progressStyles.who}>
          <strong>
            <AgencyName agency={agency} />
          </strong>
          {partStatus && <TaskStatusMark status={partStatus} />}
          <DeadlineWords deadline={phase?.deadline ?? task.deadline} />
        </p>
        {phase && (
          <p className={progressStyles.who} lang="vi">
            <strong>{phase.name}</strong>
          </p>
        )}
        {period && (
          <p className={progressStyles.who}>
            <strong>{t`Kỳ ${period.key}`}</strong>
            <span>
              <PrintedDate date={period.startsOn} /> – <PrintedDate date={period.endsOn} />
            </span>
          </p>
        )}
      </header>
      <div className={progressStyles.sides}>
        <section className={progressStyles.side}>
          <h3>{t`Cơ quan báo cáo`}</h3>
          <ReportFacts report={claim} />
        </section>
        <section className={progressStyles.side}>
          <h3>{t`Minh chứng`}</h3>
          {hasDocument ? <ResultWords result={result} /> : <Absent>{t`không có văn bản kết quả`}</Absent>}
          <p className={progressStyles.kept}>{t`Kết quả theo Kế hoạch:`}</p>
          {expectedResult ? <p lang="vi">{expectedResult}</p> : <Absent>{t`Kế hoạch để trống`}</Absent>}
        </section>
        <section className={progressStyles.side}>
          <h3>{t`Lần xác minh gần nhất`}</h3>
          {lastVerified ? (
            <>
              <ReportFacts report={lastVerified} />
              <VerificationWords verification={lastVerified.verification} />
            </>
          ) : (
            <Absent>{t`chưa xác minh nội dung nào`}</Absent>
          )}
        </section>
      </div>
      {choice === "NONE" && (
        <>
          {keptReasons(owner, id).length > 0 && (
            <p className={progressStyles.kept}>
              {t`Lý do trả lại đang nhập dở được giữ trên máy này: bấm “Trả lại” để nhập tiếp.`}
            </p>
          )}
          <div className={progressStyles.actions}>
            <Button onClick={() => setChoice("CONFIRM")}>{t`Xác nhận (x)`}</Button>
            <Button variant="default" onClick={() => setChoice("RETURN")}>
              {t`Trả lại (r)`}
            </Button>
          </div>
        </>
      )}
      {choice === "CONFIRM" && (
        <Confirmation
          report={claim}
          {...answering}
          onDone={() => {
            forgetDraft(owner, returnDraftName(id))
            onDone()
          }}
        />
      )}
      {choice === "RETURN" && <Returning report={claim} {...answering} onDone={onDone} />}
    </section>
  )
}

/** Listens for the keys that choose an answer. */
function useChoiceKeys(choose: (choice: Choice) => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      // A form that holds something keeps Escape to itself
      if (event.key === "Escape" && !event.defaultPrevented) return choose("NONE")
      const typing =
        event.target instanceof Element && event.target.closest("input, textarea, select, dialog")
      if (typing || !shortcutsAreOn() || (event.key !== "x" && event.key !== "r")) return
      event.preventDefault()
      choose(event.key === "x" ? "CONFIRM" : "RETURN")
    }
    document.addEventListener("keydown", onKeyDown)
    return () => document.removeEventListener("keydown", onKeyDown)
  }, [choose])
}

function Confirmation({ report: { id, version }, onDone, readAgain, onCancel }: AnsweringProps) {
  const { t } = useLingui()
  const { change, failure, running } = useChange(ConfirmReportDocument, OUTDATED)
  const keyFor = useIdempotencyKey()
  const [errors, setErrors] = useState<readonly UserError[]>([])
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  async function confirm() {
    const payload = (await change({ input: { id, version, idempotencyKey: keyFor({ id, version }) } }))
      ?.confirmReport
    if (payload === undefined) return
    setErrors(payload.userErrors)
    if (payload.userErrors.length === 0) onDone()
    else if (payload.userErrors.some(({ reason }) => reason === "VERSION_STALE")) void readAgain()
  }
  return (
    <div className={styles.answer}>
      <p>{t`Xác nhận nội dung này là đúng: từ nay số liệu tính theo nội dung đã xác nhận.`}</p>
      <Errors errors={errors} />
      {failure && <FailureNotice failure={failure} partial={false} retry={() => void confirm()} />}
      <div className={progressStyles.actions}>
        <Button ref={button} loading={running} onClick={() => void confirm()}>
          {t`Xác nhận`}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t`Thôi`}
        </Button>
      </div>
    </div>
  )
}
