import { useLingui } from "@lingui/react/macro"
import { Button, Skeleton } from "@mantine/core"
import { getRouteApi } from "@tanstack/react-router"
import { useCallback, useEffect, useRef, useState } from "react"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { AgencyName } from "../agency/agency-name.tsx"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { Answered } from "../graph/answered.tsx"
import { Notice } from "../notice/notice.tsx"
import { useRegister } from "../register/ask-register.ts"
import { MoreRows } from "../register/more-rows.tsx"
import { Restricted } from "../session/restricted.tsx"
import { useSession } from "../session/session.ts"
import { Page } from "../shell/page.tsx"
import { reportFieldName } from "./progress-names.ts"
import { useReportInView } from "./report-in-view.ts"
import { ReportToVerify } from "./report-to-verify.tsx"
import { keptReasons } from "./return-reasons.ts"
import styles from "./verification.module.css"
import { verificationSearch } from "./verification-search.ts"

const QueuedReportFragment = graphql(`
  fragment QueuedReport on ProgressReport {
    id
    recordedOn
    agency {
      id
      name
    }
    task {
      id
      code
      title
    }
    phase {
      id
      name
    }
    period {
      key
    }
  }
`)

const VerificationQueueDocument = graphql(`
  query VerificationQueue($first: Int, $after: String) {
    reportsToVerify(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          obligation {
            id
          }
          ...QueuedReport
          ...ReportToVerify
        }
      }
    }
  }
`)

const WAITING = {}

const route = getRouteApi("/xac-minh")

/** What agencies report as done and nobody has confirmed yet: one after the other, without the mouse. */
export function VerificationQueue() {
  const { t } = useLingui()
  return (
    <Restricted to="progress:write" title={t`Xác minh`}>
      <Queue />
    </Restricted>
  )
}

function Queue() {
  const { t } = useLingui()
  const { values } = verificationSearch.read(route.useSearch())
  const answer = useRegister(VerificationQueueDocument, WAITING, ({ reportsToVerify }) => reportsToVerify)
  const list = useRef<HTMLOListElement>(null)
  /** The place in the list whose row takes the focus as soon as the row that stood there is gone. */
  const [next, setNext] = useState<{ place: number; gone: string } | null>(null)
  const { rows } = answer
  const asked = rows.find(({ obligation }) => obligation?.id === values.obligation)
  const { row, gone, show } = useReportInView(rows, asked ?? rows[0], next?.gone ?? null)
  /** Shows the report at a place of the list and gives it the focus; where the list is empty, the page. */
  const showAt = useCallback(
    (place: number) => {
      show(rows[place] ?? null)
      const links = list.current?.querySelectorAll<HTMLElement>("[data-row-link]") ?? []
      const link = links[place] ?? document.querySelector("h1")
      link?.focus()
    },
    [show, rows],
  )
  useEffect(() => {
    if (next === null || rows.some(({ id }) => id === next.gone)) return
    setNext(null)
    showAt(Math.min(next.place, rows.length - 1))
  }, [next, rows, showAt])
  return (
    <Page title={t`Xác minh`} beside={answer.total !== null && <span>{t`${answer.total} báo cáo chờ`}</span>}>
      <Keys />
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {() => (
          <>
            {rows.length === 0 && gone === null && (
              <Notice tone="information" title={t`Không có báo cáo nào chờ xác minh`}>
                <p>{t`Mọi báo cáo tiến độ đã được xác nhận hoặc trả lại.`}</p>
              </Notice>
            )}
            {gone && <GoneReport report={gone} others={rows} showAt={showAt} />}
            {rows.length > 0 && (
              <div className={styles.queue}>
                <nav aria-label={t`Báo cáo chờ xác minh`} className={styles.list}>
                  <ol ref={list} data-total={answer.total}>
                    {rows.map((queued) => (
                      <QueuedReport
                        key={queued.id}
                        report={queued}
                        current={queued.id === row?.id}
                        choose={() => show(queued)}
                      />
                    ))}
                  </ol>
                  <MoreRows answer={answer} />
                </nav>
                {row && (
                  <ReportToVerify
                    key={row.id}
                    report={row}
                    readAgain={answer.readAgain}
                    onDone={() => {
                      setNext({ place: rows.indexOf(row), gone: row.id })
                      void answer.readAgain()
                    }}
                  />
                )}
              </div>
            )}
          </>
        )}
      </Answered>
    </Page>
  )
}

interface QueuedReportProps {
  report: FragmentType<typeof QueuedReportFragment>
  current: boolean
  choose: () => void
}

/** One that waits. It is shown as soon as it has the focus: j and k are enough to leaf through. */
function QueuedReport({ report: masked, current, choose }: QueuedReportProps) {
  const { t } = useLingui()
  const { agency, task, phase, period, recordedOn } = readFragment(QueuedReportFragment, masked)
  return (
    <li>
      <button
        type="button"
        data-row-link
        className={styles.queued}
        aria-current={current}
        onFocus={choose}
        onClick={choose}
      >
        <span lang="vi" className={styles.queuedTask}>
          <strong>{task.code}.</strong> {task.title}
        </span>
        <span className={styles.queuedWho}>
          <AgencyName agency={agency} />
          {phase && <span lang="vi">{phase.name}</span>}
          {period && <span>{t`kỳ ${period.key}`}</span>}
          <span>
            {t`báo cáo`} <PrintedDate date={recordedOn} />
          </span>
        </span>
      </button>
    </li>
  )
}

type Queued = { id: string } & FragmentType<typeof QueuedReportFragment>

interface GoneReportProps {
  report: Queued
  others: readonly Queued[]
  showAt: (place: number) => void
}

/** Says that the report in view waits no longer, and what was being typed of it, before another one is shown. */
function GoneReport({ report, others, showAt }: GoneReportProps) {
  const { t, i18n } = useLingui()
  const { person } = useSession()
  const { agency, task, phase, period } = readFragment(QueuedReportFragment, report)
  const reasons = keptReasons(person?.id ?? "", report.id)
  const anew = others.findIndex((other) => {
    const queued = readFragment(QueuedReportFragment, other)
    return (
      queued.task.id === task.id &&
      queued.agency?.id === agency?.id &&
      queued.phase?.id === phase?.id &&
      queued.period?.key === period?.key
    )
  })
  return (
    <Notice
      tone="caution"
      title={t`Báo cáo đang xem không còn chờ xác minh`}
      actions={
        <Button variant="default" size="xs" onClick={() => showAt(Math.max(anew, 0))}>
          {anew >= 0 ? t`Xem báo cáo mới` : others.length > 0 ? t`Xem báo cáo khác` : t`Đã rõ`}
        </Button>
      }
    >
      <p lang="vi">
        {task.code}. {task.title} – <AgencyName agency={agency} />
      </p>
      <p>
        {anew >= 0
          ? t`Cơ quan đã báo cáo lại phần này.`
          : t`Báo cáo này đã được xác nhận hoặc trả lại, hoặc cơ quan đã báo cáo lại.`}
      </p>
      {reasons.length > 0 && (
        <>
          <p>{t`Lý do trả lại bạn đang nhập dở:`}</p>
          <ul>
            {reasons.map(({ field, reason }) => (
              <li key={field}>
                {i18n._(reportFieldName[field])}: <span lang="vi">{reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}

/** The keys of this screen, in sight. */
function Keys() {
  const { t } = useLingui()
  const keys: [string, string][] = [
    ["j", t`tiếp theo`],
    ["k", t`trước`],
    ["x", t`xác nhận`],
    ["r", t`trả lại`],
    ["Enter", t`ghi`],
    ["Esc", t`thôi`],
  ]
  return (
    <p className={`${styles.keys} not-printed`}>
      {keys.map(([key, effect]) => (
        <span key={key}>
          <kbd>{key}</kbd> {effect}
        </span>
      ))}
    </p>
  )
}
