import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { useNavigate } from "@tanstack/react-router"
import { type ReactNode, useRef } from "react"
import type { RoundStage } from "../__generated__/graphql.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { today } from "../calendar/today.ts"
import { ConfirmDialog } from "../form/confirm-dialog.tsx"
import { useChange } from "../graph/change-graph.ts"
import { useMay } from "../session/permission.ts"
import { ActionLink } from "../shell/action-link.tsx"
import { type RoundMove, roundMoveDocuments } from "./move-documents.ts"
import styles from "./round.module.css"

interface RoundActionsProps {
  round: {
    id: string
    version: number
    name: string
    stage: RoundStage
    cutOffOn: string
    filledOn?: string | null | undefined
    tally: readonly { state: string; count: number }[]
  }
  readAgain: () => Promise<unknown>
}

/** What a coordinator may do next with a round; nothing for everybody else. */
export function RoundActions({ round, readAgain }: RoundActionsProps) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { id, name, stage, tally, filledOn, cutOffOn } = round
  if (!useMay("reports:write")) return null
  const left = tally
    .filter(({ state }) => state !== "ACCEPTED" && state !== "INCLUDED")
    .reduce((total, { count }) => total + count, 0)
  const moving = { round, onDone: () => void readAgain() }
  return (
    <div className={styles.actions}>
      {stage === "PREPARED" && (
        <>
          <Move {...moving} move="OPEN" button={t`Mở kỳ`} title={t`Mở kỳ “${name}”`}>
            <p>{t`Mỗi cơ quan phải báo cáo nhận một báo cáo với các dòng phải trả lời. Sau khi mở không sửa hoặc rút kỳ được nữa.`}</p>
          </Move>
          <ActionLink to="/ky-bao-cao/$id/sua" params={{ id }}>
            {t`Sửa`}
          </ActionLink>
          <Move
            {...moving}
            move="WITHDRAW"
            reason="NEEDED"
            button={t`Rút kỳ`}
            title={t`Rút kỳ “${name}”`}
            onDone={() => void navigate({ to: "/ky-bao-cao" })}
          >
            <p>{t`Kỳ báo cáo không còn trong danh sách nào; nhật ký vẫn giữ.`}</p>
          </Move>
        </>
      )}
      {stage === "OPEN" && filledOn != null && filledOn < cutOffOn && filledOn < today() && (
        <Move {...moving} move="REFILL" button={t`Cập nhật số liệu gợi ý`} title={t`Cập nhật số liệu gợi ý`}>
          <p>
            {t`Các dòng đang gợi ý theo những gì đã ghi đến`} <PrintedDate date={filledOn} />.{" "}
            {t`Cập nhật thì gợi ý theo những gì ghi từ đó đến nay; nội dung cơ quan đã điền giữ nguyên, báo cáo đã trình hoặc đã gửi không đổi.`}
          </p>
        </Move>
      )}
      {stage === "OPEN" && (
        <Move {...moving} move="LOCK" button={t`Khóa kỳ`} title={t`Khóa kỳ “${name}”`}>
          <p>{t`Báo cáo đã tiếp nhận được đưa vào kỳ; từ đó không gì trong kỳ thay đổi nữa. Không mở lại được.`}</p>
          {left > 0 && (
            <p>
              <strong>{t`${left} báo cáo chưa được tiếp nhận sẽ không nằm trong kỳ.`}</strong>
            </p>
          )}
        </Move>
      )}
      {stage === "LOCKED" && (
        <ActionLink to="/ky-bao-cao/$id/cong-bo" params={{ id }}>
          {t`Công bố`}
        </ActionLink>
      )}
    </div>
  )
}

interface MoveProps {
  round: RoundActionsProps["round"]
  move: RoundMove
  button: string
  title: string
  reason?: "NEEDED" | "WELCOME"
  onDone: () => void
  /** What will happen. */
  children: ReactNode
}

function Move({ round: { id, version }, move, button, title, reason, onDone, children }: MoveProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { change, failure } = useChange(roundMoveDocuments[move], ["reportingRounds"])
  return (
    <>
      <Button variant="default" size="xs" fz="sm" h="2rem" onClick={() => dialog.current?.showModal()}>
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
