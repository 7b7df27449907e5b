import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { useRef, useState } from "react"
import type { ReportState } from "../__generated__/graphql.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { today } from "../calendar/today.ts"
import { ConfirmDialog } from "../form/confirm-dialog.tsx"
import { useIdempotencyKey } from "../form/idempotency-key.ts"
import { useChange } from "../graph/change-graph.ts"
import { FailureNotice } from "../graph/failure-notice.tsx"
import { ActionLink } from "../shell/action-link.tsx"
import { hasArrived } from "./arrived.ts"
import { RemindOfReportsDocument } from "./remind-documents.ts"
import styles from "./round.module.css"

interface RemindProps {
  roundId: string
  report: {
    id: string
    state: ReportState
    reminders: readonly { remindedOn: string }[]
    agency?: { code: string; name: string } | null | undefined
  }
  readAgain: () => Promise<unknown>
}

/** One click to remind an agency whose report has not come; when that was; the letter where a click is not enough. */
export function Remind({ roundId, report, readAgain }: RemindProps) {
  const { t } = useLingui()
  const keyFor = useIdempotencyKey()
  const { change, running, failure } = useChange(RemindOfReportsDocument, [])
  const [refused, setRefused] = useState<string | null>(null)
  const { id, state, reminders, agency } = report
  const [last] = reminders
  if (hasArrived(state)) return null
  async function remind() {
    const payload = await change({
      input: {
        roundId,
        reportIds: [id],
        idempotencyKey: keyFor({ id, day: today(), after: reminders.length }),
      },
    })
    if (payload === null) return
    setRefused(payload.remindOfReports.userErrors[0]?.message ?? null)
    await readAgain()
  }
  return (
    <span className={styles.marks}>
      {last?.remindedOn !== today() && (
        <Button
          variant="default"
          size="xs"
          fz="sm"
          h="2rem"
          loading={running}
          aria-label={agency ? t`Nhắc gửi báo cáo: ${agency.name}` : t`Nhắc gửi báo cáo`}
          onClick={() => void remind()}
        >
          {t`Nhắc`}
        </Button>
      )}
      {agency && (
        <ActionLink to="/don-doc/co-quan/$code" params={{ code: agency.code }}>
          {t`Đôn đốc`}
        </ActionLink>
      )}
      {last && (
        <small data-reminded>
          {t`đã nhắc ${reminders.length} lần, gần nhất`} <PrintedDate date={last.remindedOn} />
        </small>
      )}
      {refused && <span role="alert">{refused}</span>}
      {failure && <FailureNotice failure={failure} partial retry={() => void remind()} />}
    </span>
  )
}

/** Reminds everybody whose report has not come, after it was said how many that are. */
export function RemindAll({
  roundId,
  missing,
  readAgain,
}: {
  roundId: string
  missing: number
  readAgain: () => Promise<unknown>
}) {
  const { t } = useLingui()
  const dialog = useRef<HTMLDialogElement>(null)
  const { change, failure } = useChange(RemindOfReportsDocument, [])
  if (missing === 0) return null
  return (
    <>
      <Button variant="default" size="xs" fz="sm" h="2rem" onClick={() => dialog.current?.showModal()}>
        {t`Nhắc mọi cơ quan chưa gửi`}
      </Button>
      <ConfirmDialog
        dialog={dialog}
        title={t`Nhắc mọi cơ quan chưa gửi`}
        reason="WELCOME"
        confirm={t`Nhắc`}
        about={{ roundId, day: today() }}
        failure={failure}
        send={async (reason, idempotencyKey) =>
          (await change({ input: { roundId, reason, idempotencyKey } }))?.remindOfReports ?? null
        }
        onDone={() => void readAgain()}
      >
        <p>{t`Đầu mối và người đứng đầu của ${missing} cơ quan chưa gửi báo cáo nhận thông báo; cơ quan đã được nhắc hôm nay thì không nhắc lại.`}</p>
      </ConfirmDialog>
    </>
  )
}
