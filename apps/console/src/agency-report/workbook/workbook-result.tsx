import { useLingui } from "@lingui/react/macro"
import { Button, Skeleton } from "@mantine/core"
import { useRef } from "react"
import type { WorkbookFindingsFragment, WorkbookTaking } from "../../__generated__/graphql.ts"
import { readFragment } from "../../__generated__/index.ts"
import { PrintedDate } from "../../calendar/printed-date.tsx"
import { ConfirmDialog } from "../../form/confirm-dialog.tsx"
import { Answered } from "../../graph/answered.tsx"
import { useGraph } from "../../graph/ask-graph.ts"
import { useChange } from "../../graph/change-graph.ts"
import { DownloadButton } from "../../graph/download-button.tsx"
import { Notice } from "../../notice/notice.tsx"
import { OUTDATED_BY_MOVE, type ReportStanding } from "../report-standing.ts"
import styles from "./workbook.module.css"
import {
  AnnotatedWorkbookDocument,
  CheckedWorkbookDocument,
  TakeReportWorkbookDocument,
  WorkbookFindingsFragmentDocument,
} from "./workbook-documents.ts"

interface WorkbookResultProps {
  report: ReportStanding
  fileId: string
  fileName: string
  onTaken: () => void
}

/** What was found in a file, cell by cell; and what of it may be taken. */
export function WorkbookResult(props: WorkbookResultProps) {
  const { t } = useLingui()
  const answer = useGraph(CheckedWorkbookDocument, { id: props.report.id, fileId: props.fileId })
  return (
    <Answered answer={answer} waiting={<Skeleton height={120} />}>
      {({ agencyReport }) =>
        agencyReport?.checkedWorkbook ? (
          <Findings
            {...props}
            check={readFragment(WorkbookFindingsFragmentDocument, agencyReport.checkedWorkbook)}
            outdated={OUTDATED_BY_MOVE}
          />
        ) : (
          <Notice tone="caution" title={t`Tệp này đã được dùng, hoặc không phải do bạn tải lên`} />
        )
      }
    </Answered>
  )
}

interface FindingsProps extends WorkbookResultProps {
  check: WorkbookFindingsFragment
  /** Root fields whose answers are untrue once the file is taken. */
  outdated: readonly string[]
}

/** The same of a file that was checked already. */
export function Findings({ check, ...props }: FindingsProps) {
  const { t } = useLingui()
  const { problems, lineCount, rightCount, changedCount, approvedBy, approvedOn } = check
  const nothing = problems.some(({ reach }) => reach === "FILE")
  const { report, fileId, fileName } = props
  return (
    <section
      className={styles.result}
      aria-label={t`Kết quả kiểm tra ${fileName}`}
      data-problems={problems.length}
    >
      <p role="status">
        {nothing
          ? t`Không lấy được gì từ tệp này.`
          : problems.length === 0
            ? t`Tệp đúng: ${rightCount}/${lineCount} dòng, ${changedCount} dòng có nội dung mới.`
            : t`${problems.length} chỗ cần sửa. ${rightCount}/${lineCount} dòng đúng, ${changedCount} dòng có nội dung mới.`}
      </p>
      {!nothing && approvedBy && (
        <p>
          {t`Người duyệt ghi trong tệp:`} <span lang="vi">{approvedBy}</span>
          {approvedOn && (
            <>
              , <PrintedDate date={approvedOn} />
            </>
          )}
        </p>
      )}
      {problems.length > 0 && <Problems problems={problems} />}
      {!nothing && (
        <div className={styles.actions}>
          {problems.length === 0 ? (
            <Take
              {...props}
              taking="ALL"
              main
              button={t`Nhận ${rightCount} dòng`}
              title={t`Nhận các dòng từ tệp`}
            />
          ) : (
            <>
              <DownloadButton
                document={AnnotatedWorkbookDocument}
                variables={{ id: report.id, fileId }}
                fileOf={({ agencyReport }) => agencyReport?.checkedWorkbook?.annotated}
              >
                {t`Tải bản có ghi chú để gửi lại`}
              </DownloadButton>
              {rightCount > 0 && (
                <Take
                  {...props}
                  taking="RIGHT_LINES"
                  button={t`Chỉ nhận ${rightCount} dòng đúng`}
                  title={t`Chỉ nhận các dòng đúng`}
                />
              )}
            </>
          )}
        </div>
      )}
    </section>
  )
}

/** Every problem with its place, as one looks it up in the file. */
function Problems({ problems }: Pick<WorkbookFindingsFragment, "problems">) {
  const { t } = useLingui()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section className={styles.scroll} aria-label={t`Những chỗ cần sửa`} tabIndex={0}>
      <table className={styles.problems}>
        <caption className="for-readers">{t`Những chỗ cần sửa trong tệp`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Chỗ`}</th>
            <th scope="col">{t`Cần sửa`}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ code, sheet, cell, message }) => (
            <tr key={`${code} ${sheet} ${cell} ${message}`} data-problem={code}>
              <th scope="row">
                {sheet == null ? t`Cả tệp` : cell == null ? sheet : <code>{`${sheet}!${cell}`}</code>}
              </th>
              <td lang="vi">{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface TakeProps extends Omit<FindingsProps, "check"> {
  taking: WorkbookTaking
  button: string
  title: string
  /** The one thing that is to be done next. */
  main?: boolean
}

function Take({
  report: { id, version },
  fileId,
  fileName,
  outdated,
  onTaken,
  taking,
  button,
  title,
  main,
}: TakeProps) {
  const { t } = useLingui()
  const dialog = useRef<HTMLDialogElement>(null)
  const { change, failure } = useChange(TakeReportWorkbookDocument, outdated)
  return (
    <>
      <Button
        size="xs"
        fz="sm"
        h="2rem"
        {...(main ? {} : { variant: "default" })}
        onClick={() => dialog.current?.showModal()}
      >
        {button}
      </Button>
      <ConfirmDialog
        dialog={dialog}
        title={title}
        reason="WELCOME"
        confirm={button}
        about={{ fileId, taking, version }}
        failure={failure}
        send={async (reason, idempotencyKey) =>
          (await change({ input: { id, version, fileId, taking, reason, idempotencyKey } }))
            ?.takeReportWorkbook ?? null
        }
        onDone={onTaken}
      >
        <p>
          {taking === "ALL"
            ? t`Các dòng ghi rõ lấy từ tệp ${fileName}; tệp được giữ làm minh chứng.`
            : t`Những dòng còn chỗ cần sửa giữ nguyên như trên hệ thống; nội dung ngoài các dòng bị bỏ qua. Tệp được giữ làm minh chứng.`}
        </p>
      </ConfirmDialog>
    </>
  )
}
