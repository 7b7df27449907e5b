import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi } from "@tanstack/react-router"
import { useEffect, useRef, useState } from "react"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { AgencyName } from "../agency/agency-name.tsx"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { Answered } from "../graph/answered.tsx"
import { Notice } from "../notice/notice.tsx"
import { useRegister } from "../register/ask-register.ts"
import { MoreRows } from "../register/more-rows.tsx"
import { Restricted } from "../session/restricted.tsx"
import { Page } from "../shell/page.tsx"
import { ReportToVerify } from "./report-to-verify.tsx"
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
  const [chosen, setChosen] = useState<string | null>(null)
  const list = useRef<HTMLOListElement>(null)
  /** The place in the list whose row takes the focus as soon as the row that stood there is gone. */
  const [next, setNext] = useState<{ place: number; gone: string } | null>(null)
  const { rows } = answer
  const asked = rows.find(({ obligation }) => obligation?.id === values.obligation)
  const row = rows.find(({ id }) => id === chosen) ?? (chosen === null ? asked : undefined) ?? rows[0]
  useEffect(() => {
    if (next === null || rows.some(({ id }) => id === next.gone)) return
    const follower = rows[Math.min(next.place, rows.length - 1)]
    setNext(null)
    setChosen(follower?.id ?? null)
    const links = list.current?.querySelectorAll<HTMLElement>("[data-row-link]") ?? []
    const link = links[Math.min(next.place, links.length - 1)]
    if (link) link.focus()
    else document.querySelector("h1")?.focus()
  }, [next, rows])
  return (
    <Page title={t`Xác minh`} beside={answer.total !== null && <span>{t`${answer.total} báo cáo chờ`}</span>}>
      <Keys />
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {() =>
          row === undefined ? (
            <Notice tone="information" title={t`Không có báo cáo nào chờ xác minh`}>
              <p>{t`Mọi báo cáo tiến độ đã được xác nhận hoặc trả lại.`}</p>
            </Notice>
          ) : (
            <div className={styles.queue}>
              <nav aria-label={t`Báo cáo chờ xác minh`} className={styles.list}>
                <ol ref={list} data-total={answer.total}>
                  {rows.map((queued) => (
                    <QueuedReport
                      key={queued.id}
                      report={queued}
                      current={queued.id === row.id}
                      choose={() => setChosen(queued.id)}
                    />
                  ))}
                </ol>
                <MoreRows answer={answer} />
              </nav>
              <ReportToVerify
                key={row.id}
                report={row}
                readAgain={answer.readAgain}
                onDone={() => {
                  setNext({ place: rows.indexOf(row), gone: row.id })
                  void answer.readAgain()
                }}
              />
            </div>
          )
        }
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
