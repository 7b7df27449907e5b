import { Trans } from "@lingui/react/macro"
import { PrintedDate } from "./printed-date.tsx"

/** The day for which computed values hold. */
export function AsOf({ date }: { date: string }) {
  return (
    <span>
      <Trans>
        Tính đến hết ngày <PrintedDate date={date} />
      </Trans>
    </span>
  )
}
