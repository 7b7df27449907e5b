import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { useRef } from "react"
import { ConfirmDialog } from "../../form/confirm-dialog.tsx"
import { useChange } from "../../graph/change-graph.ts"
import { OUTDATED_BY_MOVE, type ReportStanding } from "../report-standing.ts"
import { EnterAgencyReportDocument } from "./workbook-documents.ts"

interface EnterReportProps {
  report: ReportStanding
  /** The head whom the last file names. */
  approvedBy: string | null
  onMoved: () => void
}

/** Sends a report on behalf of its agency, once a file of it was taken. */
export function EnterReport({ report, approvedBy, onMoved }: EnterReportProps) {
  const { t } = useLingui()
  const { id, version } = report
  const dialog = useRef<HTMLDialogElement>(null)
  const { change, failure } = useChange(EnterAgencyReportDocument, OUTDATED_BY_MOVE)
  const button = t`Gửi thay cơ quan`
  return (
    <div>
      <Button onClick={() => dialog.current?.showModal()}>{button}</Button>
      <ConfirmDialog
        dialog={dialog}
        title={t`Gửi báo cáo thay cơ quan`}
        reason="WELCOME"
        confirm={button}
        about={{ move: "ENTER", version }}
        failure={failure}
        send={async (reason, idempotencyKey) =>
          (await change({ input: { id, version, reason, idempotencyKey } }))?.enterAgencyReport ?? null
        }
        onDone={onMoved}
      >
        <p>
          {approvedBy
            ? t`Báo cáo được ghi là do ${approvedBy} duyệt, theo tệp Excel của cơ quan. Ngày gửi là hôm nay.`
            : t`Tệp Excel chưa ghi người duyệt.`}
        </p>
      </ConfirmDialog>
    </div>
  )
}
