import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { type ReactNode, useRef, useState } from "react"
import { ConfirmDialog } from "../form/confirm-dialog.tsx"
import { useChange } from "../graph/change-graph.ts"
import { Notice } from "../notice/notice.tsx"
import styles from "../round/round.module.css"
import { useSession } from "../session/session.ts"
import { type ReportMove, reportMoveDocuments } from "./move-documents.ts"
import { movesFrom } from "./report-moves.ts"
import { OUTDATED_BY_MOVE, type ReportStanding } from "./report-standing.ts"

interface ReportActionsProps {
  report: ReportStanding
  /** What keeps it from being handed to the head, each in a sentence; empty: nothing does. */
  hindrances: readonly string[]
  /** The report was moved on. */
  onMoved: () => void
  /** Begins to return it field by field. */
  onReturn: () => void
}

/** What somebody may do next with a report of an open round; nothing where it is somebody else's turn. */
export function ReportActions({ report, hindrances, onMoved, onReturn }: ReportActionsProps) {
  const { t } = useLingui()
  const { person } = useSession()
  const [hindered, setHindered] = useState(false)
  const moves = movesFrom(report.state, person?.scopes ?? [])
  if (moves.length === 0) return null
  const moving = { report, onDone: onMoved }
  return (
    <>
      <div className={styles.actions}>
        {moves.includes("SUBMIT") &&
          (hindrances.length > 0 ? (
            <Button onClick={() => setHindered(true)}>{t`Trình thủ trưởng`}</Button>
          ) : (
            <Move
              {...moving}
              move="SUBMIT"
              main
              button={t`Trình thủ trưởng`}
              title={t`Trình thủ trưởng duyệt`}
            >
              <p>{t`Trong lúc chờ duyệt, báo cáo không sửa được. Thủ trưởng duyệt hoặc yêu cầu sửa.`}</p>
            </Move>
          ))}
        {moves.includes("APPROVE") && (
          <Move {...moving} move="APPROVE" main button={t`Duyệt`} title={t`Duyệt báo cáo`}>
            <p>{t`Tên và thời điểm duyệt được ghi vào báo cáo: ${person?.name ?? ""}.`}</p>
          </Move>
        )}
        {moves.includes("SEND") && (
          <Move {...moving} move="SEND" main button={t`Gửi về Sở`} title={t`Gửi báo cáo về Sở KH&CN`}>
            <p>{t`Sau khi gửi, cơ quan chỉ sửa được những ô mà Sở trả lại. Có biên nhận để in.`}</p>
          </Move>
        )}
        {moves.includes("SEND_BACK") && (
          <Move
            {...moving}
            move="SEND_BACK"
            reason="NEEDED"
            button={t`Yêu cầu sửa`}
            title={t`Yêu cầu đầu mối sửa báo cáo`}
          >
            <p>{t`Báo cáo trở lại bước soạn; lý do hiện ở đầu báo cáo.`}</p>
          </Move>
        )}
        {moves.includes("ACCEPT") && (
          <Move {...moving} move="ACCEPT" main button={t`Tiếp nhận`} title={t`Tiếp nhận báo cáo`}>
            <p>{t`Báo cáo đã tiếp nhận được đưa vào kỳ khi khóa kỳ.`}</p>
          </Move>
        )}
        {moves.includes("RETURN") && (
          <Button variant="default" onClick={onReturn}>
            {t`Trả lại để sửa`}
          </Button>
        )}
      </div>
      {hindered && hindrances.length > 0 && (
        <Notice tone="caution" title={t`Chưa trình được`}>
          {hindrances.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </Notice>
      )}
    </>
  )
}

interface MoveProps {
  report: ReportStanding
  move: ReportMove
  button: string
  title: string
  /** The one thing that is to be done next. */
  main?: boolean
  reason?: "NEEDED" | "WELCOME"
  onDone: () => void
  children: ReactNode
}

function Move({ report: { id, version }, move, button, title, main, reason, onDone, children }: MoveProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { change, failure } = useChange(reportMoveDocuments[move], OUTDATED_BY_MOVE)
  return (
    <>
      <Button {...(main ? {} : { variant: "default" })} onClick={() => dialog.current?.showModal()}>
        {button}
      </Button>
      <ConfirmDialog
        dialog={dialog}
        title={title}
        reason={reason ?? "WELCOME"}
        confirm={button}
        about={{ move, version }}
        failure={failure}
        send={async (why, idempotencyKey) =>
          (await change({ input: { id, version, reason: why, idempotencyKey } }))?.moved ?? null
        }
        onDone={onDone}
      >
        {children}
      </ConfirmDialog>
    </>
  )
}
