import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { DayField } from "../filter/day-field.tsx"
import { Notice } from "../notice/notice.tsx"
import styles from "./past-day.module.css"
import { printedDate } from "./printed-date.tsx"
import { today } from "./today.ts"

interface PastDayProps {
  /** "YYYY-MM-DD"; undefined: today. */
  asOf: string | undefined
  onChange: (asOf: string | undefined) => void
}

/** Chooses the day as of which a screen is read. */
export function DayChoice({ asOf, onChange }: PastDayProps) {
  const { t } = useLingui()
  return (
    <div className={`${styles.choice} not-printed`}>
      <DayField label={t`Xem như ngày`} value={asOf} onChange={onChange} />
    </div>
  )
}

/** Says that a screen shows another day than today, and leads back. Nothing while it shows today. */
export function OtherDayNotice({ asOf, onChange }: PastDayProps) {
  const { t, i18n } = useLingui()
  if (asOf === undefined || asOf === today()) return null
  const day = printedDate(asOf, i18n.locale)
  return (
    <Notice
      tone="caution"
      title={asOf < today() ? t`Đang xem lại ngày ${day}` : t`Đang xem trước ngày ${day}`}
      actions={
        <Button variant="default" size="xs" onClick={() => onChange(undefined)}>
          {t`Về hôm nay`}
        </Button>
      }
    >
      <p>
        {asOf < today()
          ? t`Tình trạng và số liệu chỉ tính những gì đã được ghi nhận đến hết ngày đó.`
          : t`Tình trạng suy từ những gì đã ghi nhận đến nay, như thể từ nay không ai ghi thêm gì.`}
      </p>
    </Notice>
  )
}
