import { useLingui } from "@lingui/react/macro"
import { FormProvider, useForm, useWatch } from "react-hook-form"
import type { AttachedFile } from "../../evidence/attached-file.ts"
import { FileField } from "../../evidence/file-field.tsx"
import { DownloadButton } from "../../graph/download-button.tsx"
import { Panel } from "../../shell/page.tsx"
import { EnterFile } from "../entry/enter-file.tsx"
import type { ReportStanding } from "../report-standing.ts"
import { TakenWorkbooks } from "./taken-workbooks.tsx"
import styles from "./workbook.module.css"
import { FillableWorkbookDocument } from "./workbook-documents.ts"
import { WorkbookResult } from "./workbook-result.tsx"

interface WorkbookPanelProps {
  report: ReportStanding
  onMoved: () => void
}

interface UploadTyped {
  files: AttachedFile[]
}

/** For an agency without accounts: its form to send out, the file that came back, what was taken of it. */
export function WorkbookPanel({ report, onMoved }: WorkbookPanelProps) {
  const { t } = useLingui()
  const form = useForm<UploadTyped>({ defaultValues: { files: [] } })
  const files = useWatch({ control: form.control, name: "files" })
  const ready = files.findLast(({ id }) => id !== null)
  const { id } = report
  return (
    <Panel title={t`Cơ quan không có tài khoản: báo cáo bằng tệp Excel`}>
      <div className={styles.panel} data-workbook>
        <div className={styles.step}>
          <p>{t`1. Tải biểu mẫu có sẵn các dòng của báo cáo này, gửi cho cơ quan điền.`}</p>
          <DownloadButton
            document={FillableWorkbookDocument}
            variables={{ id }}
            fileOf={({ agencyReport }) => agencyReport?.fillableWorkbook}
          >
            {t`Tải biểu mẫu Excel`}
          </DownloadButton>
        </div>
        <div className={styles.step}>
          <p>{t`2. Tải lên tệp cơ quan gửi lại. Tệp được kiểm tra từng ô; chưa ghi gì vào báo cáo.`}</p>
          <FormProvider {...form}>
            <FileField<UploadTyped>
              name="files"
              label={t`Tệp cơ quan gửi lại`}
              holder="reporting"
              description={t`Tệp .xlsx theo biểu mẫu trên, không có macro, tới 5 MB`}
            />
          </FormProvider>
        </div>
        {ready?.id != null && (
          <WorkbookResult
            key={`${ready.id} ${report.version}`}
            report={report}
            fileId={ready.id}
            fileName={ready.name}
            onTaken={() => {
              form.reset({ files: [] })
              onMoved()
            }}
          />
        )}
        <TakenWorkbooks id={id} version={report.version}>
          {(last) => <EnterFile report={report} approvedBy={last.approvedBy ?? null} onMoved={onMoved} />}
        </TakenWorkbooks>
      </div>
    </Panel>
  )
}
