import { useLingui } from "@lingui/react/macro"
import { useDraftedForm } from "../../form/drafted-form.ts"
import { RecordForm } from "../../form/record-form.tsx"
import { TextField } from "../../form/text-field.tsx"
import { useChange } from "../../graph/change-graph.ts"
import { OUTDATED_BY_MOVE, type ReportStanding } from "../report-standing.ts"
import { EnterReceivedReportDocument } from "./entry-documents.ts"
import { EMPTY_FILE_ENTRY, type FileEntryTyped, fileEntryForm } from "./entry-form.ts"

interface EnterFileProps {
  report: ReportStanding
  /** The head whom the last file names. */
  approvedBy: string | null
  onMoved: () => void
}

/** Sends a report on behalf of its agency, once a file of it was taken: as of the day on which the file came. */
export function EnterFile({ report: { id, version }, approvedBy, onMoved }: EnterFileProps) {
  const { t } = useLingui()
  const { change, failure } = useChange(EnterReceivedReportDocument, OUTDATED_BY_MOVE)
  const drafted = useDraftedForm(`enter-file/${id}`, fileEntryForm, EMPTY_FILE_ENTRY)
  return (
    <RecordForm
      drafted={drafted}
      send={async (values, idempotencyKey) =>
        (await change({ input: { ...values, id, version, idempotencyKey } }))?.enterReceivedReport ?? null
      }
      failure={failure}
      onDone={onMoved}
      submit={t`Gửi thay cơ quan`}
      cancel={null}
    >
      <p>
        {approvedBy
          ? t`Báo cáo được ghi là do ${approvedBy} duyệt, theo tệp Excel của cơ quan.`
          : t`Tệp Excel chưa ghi người duyệt.`}
      </p>
      <TextField<FileEntryTyped>
        name="receivedOn"
        label={t`Ngày tệp đến Sở`}
        type="date"
        required
        description={t`Báo cáo đúng hạn hay muộn tính theo ngày này`}
      />
    </RecordForm>
  )
}
