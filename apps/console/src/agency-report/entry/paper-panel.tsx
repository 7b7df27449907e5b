import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { FileField } from "../../evidence/file-field.tsx"
import { useDraftedForm } from "../../form/drafted-form.ts"
import { RecordForm } from "../../form/record-form.tsx"
import { TextField } from "../../form/text-field.tsx"
import { useChange } from "../../graph/change-graph.ts"
import { Notice } from "../../notice/notice.tsx"
import { Panel } from "../../shell/page.tsx"
import { OUTDATED_BY_MOVE, type ReportStanding } from "../report-standing.ts"
import styles from "../workbook/workbook.module.css"
import { EnterReceivedReportDocument } from "./entry-documents.ts"
import { EMPTY_PAPER_ENTRY, type PaperEntryTyped, paperEntryForm } from "./entry-form.ts"

interface PaperPanelProps {
  report: ReportStanding
  /** Whether the lines are open to be entered. */
  entering: boolean
  onEnter: () => void
  /** What keeps it from being sent, each in a sentence; empty: nothing does. */
  hindrances: readonly string[]
  onMoved: () => void
}

/** For a report that came on paper: its lines are entered below, then it is sent with its scan and the head who signed it. */
export function PaperPanel({ report, entering, onEnter, hindrances, onMoved }: PaperPanelProps) {
  const { t } = useLingui()
  return (
    <Panel title={t`Báo cáo đến bằng bản giấy`}>
      <div className={styles.panel} data-paper>
        <div className={styles.step}>
          <p>{t`1. Nhập từng dòng theo bản giấy; mỗi dòng ghi rõ ai nhập thay.`}</p>
          {entering ? (
            <p role="status">{t`Các dòng bên dưới đang mở để nhập từ bản giấy.`}</p>
          ) : (
            <Button variant="default" size="xs" fz="sm" h="2rem" onClick={onEnter}>
              {t`Nhập từ bản giấy`}
            </Button>
          )}
        </div>
        {entering && (
          <div className={styles.step}>
            <p>{t`2. Đính kèm bản chụp, ghi thủ trưởng đã ký và ngày bản giấy đến Sở, rồi gửi.`}</p>
            {hindrances.length > 0 ? (
              <Notice tone="information" title={t`Chưa gửi được`}>
                {hindrances.map((words) => (
                  <p key={words}>{words}</p>
                ))}
              </Notice>
            ) : (
              <EnterPaper report={report} onMoved={onMoved} />
            )}
          </div>
        )}
      </div>
    </Panel>
  )
}

function EnterPaper({ report: { id, version }, onMoved }: Pick<PaperPanelProps, "report" | "onMoved">) {
  const { t } = useLingui()
  const { change, failure } = useChange(EnterReceivedReportDocument, OUTDATED_BY_MOVE)
  const drafted = useDraftedForm(`enter-paper/${id}`, paperEntryForm, EMPTY_PAPER_ENTRY)
  return (
    <RecordForm
      drafted={drafted}
      send={async ({ receivedOn, reason, ...paper }, idempotencyKey) =>
        (await change({ input: { id, version, receivedOn, reason, paper, idempotencyKey } }))
          ?.enterReceivedReport ?? null
      }
      failure={failure}
      onDone={onMoved}
      submit={t`Gửi thay cơ quan`}
      cancel={null}
    >
      <TextField<PaperEntryTyped>
        name="receivedOn"
        label={t`Ngày bản giấy đến Sở`}
        type="date"
        required
        description={t`Báo cáo đúng hạn hay muộn tính theo ngày này`}
      />
      <TextField<PaperEntryTyped> name="approvedBy" label={t`Thủ trưởng đã ký (họ và tên)`} required />
      <TextField<PaperEntryTyped> name="approvedOn" label={t`Ngày ký`} type="date" />
      <FileField<PaperEntryTyped>
        name="fileIds"
        label={t`Bản chụp của báo cáo giấy`}
        holder="reporting"
        description={t`PDF hoặc ảnh, tới 25 MB mỗi tệp`}
        required
      />
      <TextField<PaperEntryTyped>
        name="reason"
        label={t`Ghi chú`}
        description={t`Ghi vào nhật ký, ví dụ số văn bản đến`}
      />
    </RecordForm>
  )
}
