import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { FormProvider, useForm, useWatch } from "react-hook-form"
import type { RecognisedWorkbookQuery } from "../__generated__/graphql.ts"
import { graphql, readFragment } from "../__generated__/index.ts"
import { AgencyName } from "../agency/agency-name.tsx"
import { ReportStandingFragmentDocument } from "../agency-report/report-standing.ts"
import styles from "../agency-report/workbook/workbook.module.css"
import { WorkbookFindingsFragmentDocument } from "../agency-report/workbook/workbook-documents.ts"
import { Findings } from "../agency-report/workbook/workbook-result.tsx"
import type { AttachedFile } from "../evidence/attached-file.ts"
import { FileField } from "../evidence/file-field.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { Notice } from "../notice/notice.tsx"

const RecognisedWorkbookDocument = graphql(`
  query RecognisedWorkbook($id: ID!, $fileId: ID!) {
    round: reportingRound(id: $id) {
      id
      recognisedWorkbook(fileId: $fileId) {
        report {
          ...ReportStanding
          agency {
            id
            code
            name
          }
        }
        check {
          ...WorkbookFindings
        }
        problem {
          code
          message
        }
      }
    }
  }
`)

type Recognised = NonNullable<NonNullable<RecognisedWorkbookQuery["round"]>["recognisedWorkbook"]>
type Report = NonNullable<Recognised["report"]>

/** Answers that taking a file makes untrue; the round itself is asked for again by its screen. */
const OUTDATED_BY_TAKING = ["reportingRounds", "agencyReport"] as const

interface UploadTyped {
  files: AttachedFile[]
}

interface ReturnedFormsProps {
  roundId: string
  /** Reads the board again. */
  readAgain: () => Promise<unknown>
}

/** Excel forms that came back, several at once: each says itself whose it is, is checked cell by cell, and taken or sent back. */
export function ReturnedForms({ roundId, readAgain }: ReturnedFormsProps) {
  const { t } = useLingui()
  const form = useForm<UploadTyped>({ defaultValues: { files: [] } })
  const files = useWatch({ control: form.control, name: "files" })
  const [taken, setTaken] = useState<readonly { report: Report; fileName: string }[]>([])
  const onTaken = (file: AttachedFile, report: Report) => {
    form.setValue(
      "files",
      form.getValues("files").filter(({ key }) => key !== file.key),
    )
    setTaken((before) => [...before, { report, fileName: file.name }])
    void readAgain()
  }
  return (
    <details className={styles.folded} data-returned-forms>
      <summary>{t`Tệp Excel các cơ quan gửi lại`}</summary>
      <FormProvider {...form}>
        <FileField<UploadTyped>
          name="files"
          label={t`Tải lên một hoặc nhiều tệp`}
          holder="reporting"
          description={t`Hệ thống nhận ra cơ quan theo biểu mẫu và kiểm tra từng ô; chưa ghi gì vào báo cáo`}
        />
      </FormProvider>
      {files.some(({ id }) => id !== null) && (
        <ul className={styles.returned} aria-label={t`Kết quả theo từng tệp`}>
          {files.map(
            (file) =>
              file.id !== null && (
                <li key={`${file.key} ${taken.length}`} data-returned={file.name}>
                  <ReturnedForm
                    roundId={roundId}
                    fileId={file.id}
                    fileName={file.name}
                    onTaken={(report) => onTaken(file, report)}
                  />
                </li>
              ),
          )}
        </ul>
      )}
      {taken.length > 0 && (
        <ul className={styles.taken} aria-label={t`Tệp vừa nhận`}>
          {taken.map(({ report, fileName }) => (
            <li key={fileName + readFragment(ReportStandingFragmentDocument, report).id}>
              <p role="status">
                {t`Đã nhận các dòng từ ${fileName}.`} <ReportLink report={report} />:{" "}
                {t`hãy đến báo cáo để gửi thay cơ quan.`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}

interface ReturnedFormProps {
  roundId: string
  fileId: string
  fileName: string
  onTaken: (report: Report) => void
}

/** Whose form a file is, and what was found in it. */
function ReturnedForm({ roundId, fileId, fileName, onTaken }: ReturnedFormProps) {
  const { t } = useLingui()
  const answer = useGraph(RecognisedWorkbookDocument, { id: roundId, fileId })
  return (
    <Answered answer={answer} waiting={<Skeleton height={80} />}>
      {({ round }) =>
        round?.recognisedWorkbook ? (
          <Came {...round.recognisedWorkbook} fileId={fileId} fileName={fileName} onTaken={onTaken} />
        ) : (
          <Notice tone="caution" title={t`Tệp ${fileName} đã được dùng, hoặc không phải do bạn tải lên`} />
        )
      }
    </Answered>
  )
}

function Came({
  report,
  check,
  problem,
  fileId,
  fileName,
  onTaken,
}: Recognised & Omit<ReturnedFormProps, "roundId">) {
  const { t } = useLingui()
  return (
    <>
      <h3 className={styles.heading}>
        {fileName}
        {report && (
          <>
            {": "}
            <ReportLink report={report} />
          </>
        )}
      </h3>
      {problem && (
        <div data-problem={problem.code} role="status">
          <Notice tone="caution" title={t`Không nhận được tệp này`}>
            <p lang="vi">{problem.message}</p>
          </Notice>
        </div>
      )}
      {report && check && (
        <Findings
          report={readFragment(ReportStandingFragmentDocument, report)}
          check={readFragment(WorkbookFindingsFragmentDocument, check)}
          fileId={fileId}
          fileName={fileName}
          outdated={OUTDATED_BY_TAKING}
          onTaken={() => onTaken(report)}
        />
      )}
    </>
  )
}

function ReportLink({ report }: { report: Report }) {
  const { id } = readFragment(ReportStandingFragmentDocument, report)
  return (
    <Link to="/bao-cao/$id" params={{ id }} lang="vi">
      <AgencyName agency={report.agency ?? null} />
    </Link>
  )
}
