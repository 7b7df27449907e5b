import { useLingui } from "@lingui/react/macro"
import type { ReceivedEntryFragment } from "../../__generated__/graphql.ts"
import { PrintedDate } from "../../calendar/printed-date.tsx"
import { FileList } from "../../evidence/file-list.tsx"

/** What a report was entered from on behalf of its agency, when that came, and who entered it. */
export function EnteredFrom({ entry }: { entry: ReceivedEntryFragment }) {
  const { t } = useLingui()
  const { receivedOn, enteredByName, recordedOn, workbook, scans } = entry
  const files = workbook ? [workbook.file].filter((file) => file != null) : scans
  return (
    <span data-entered-from={workbook ? "FILE" : "PAPER"}>
      {workbook ? t`từ tệp Excel` : t`từ bản giấy`}
      {", "}
      {t`đến Sở`} <PrintedDate date={receivedOn} />
      {"; "}
      {enteredByName && (
        <>
          {t`người nhập:`} <span lang="vi">{enteredByName}</span>,{" "}
        </>
      )}
      <PrintedDate date={recordedOn} />
      <FileList files={files} />
    </span>
  )
}
