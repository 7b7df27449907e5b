import { useLingui } from "@lingui/react/macro"
import styles from "../form/form.module.css"
import { RadioField } from "../form/radio-field.tsx"
import { TextField } from "../form/text-field.tsx"
import { useNames } from "../language/use-names.ts"
import type { CalendarDayTyped } from "./calendar-day-form.ts"
import { calendarKindName } from "./calendar-names.ts"

/** What is recorded of a day off or worked. */
export function CalendarDayFields() {
  const { t } = useLingui()
  const kinds = useNames(calendarKindName)
  return (
    <>
      <RadioField<CalendarDayTyped> name="kind" label={t`Loại ngày`} choices={kinds} />
      <div className={styles.pair}>
        <TextField<CalendarDayTyped> name="day" type="date" label={t`Ngày`} required />
        <TextField<CalendarDayTyped>
          name="name"
          label={t`Tên ngày`}
          description={t`Ví dụ: Quốc khánh`}
          required
        />
      </div>
      <fieldset className={styles.group}>
        <legend>{t`Văn bản công bố`}</legend>
        <p className={styles.note}>{t`Ghi khi đã đọc văn bản: ngày này được đánh dấu là đã đối chiếu.`}</p>
        <div className={styles.pair}>
          <TextField<CalendarDayTyped> name="number" label={t`Số, ký hiệu`} required />
          <TextField<CalendarDayTyped> name="issuedOn" type="date" label={t`Ngày ban hành`} required />
          <TextField<CalendarDayTyped> name="issuer" label={t`Cơ quan ban hành`} required />
          <TextField<CalendarDayTyped> name="link" type="url" label={t`Địa chỉ web của văn bản`} />
        </div>
      </fieldset>
    </>
  )
}
