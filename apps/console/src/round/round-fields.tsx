import { useLingui } from "@lingui/react/macro"
import { useWatch } from "react-hook-form"
import { printedDate } from "../calendar/printed-date.tsx"
import styles from "../form/form.module.css"
import { RadioField } from "../form/radio-field.tsx"
import { TextField } from "../form/text-field.tsx"
import { useNames } from "../language/use-names.ts"
import { AskedFields } from "../template/asked-fields.tsx"
import { TemplateChoice } from "../template/template-choice.tsx"
import { HalfChoice } from "./half-choice.tsx"
import { halfOfCutOff } from "./regular-half.ts"
import type { RoundTyped } from "./round-form.ts"
import { roundKindName } from "./round-names.ts"

/** What is recorded of a round before it opens. */
export function RoundFields() {
  const { t, i18n } = useLingui()
  const kinds = useNames(roundKindName)
  const [kind, cutOffOn, governmentDueOn] = useWatch<RoundTyped, ["kind", "cutOffOn", "governmentDueOn"]>({
    name: ["kind", "cutOffOn", "governmentDueOn"],
  })
  const half = kind === "REGULAR" ? halfOfCutOff(cutOffOn) : null
  const late = half !== null && governmentDueOn > half.governmentDueOn ? half : null
  return (
    <>
      <RadioField<RoundTyped> name="kind" label={t`Loại`} choices={kinds} />
      {kind === "REGULAR" && <HalfChoice />}
      <TextField<RoundTyped>
        name="name"
        label={t`Tên kỳ báo cáo`}
        description={t`Ví dụ: Báo cáo 6 tháng đầu năm 2026`}
        required
      />
      <div className={styles.pair}>
        <TextField<RoundTyped>
          name="cutOffOn"
          type="date"
          label={t`Ngày chốt số liệu`}
          description={t`Việc ghi sau ngày này thuộc kỳ sau`}
          required
        />
        <TextField<RoundTyped>
          name="agenciesDueOn"
          type="date"
          label={t`Hạn của các cơ quan`}
          description={t`Ngày cuối cùng gửi báo cáo đúng hạn`}
          required
        />
        <TextField<RoundTyped>
          name="cityDueOn"
          type="date"
          label={t`Hạn báo cáo Thành phố`}
          description={t`Ngày cuối cùng Sở trình bản tổng hợp`}
          required
        />
        <TextField<RoundTyped>
          name="governmentDueOn"
          type="date"
          label={kind === "REGULAR" ? t`Hạn báo cáo Chính phủ` : t`Hạn báo cáo Chính phủ (nếu có)`}
          description={
            late
              ? t`Sau ${printedDate(late.governmentDueOn, i18n.locale)}, ngày cuối cùng theo Kế hoạch`
              : t`Theo Kế hoạch: trước 15/6 và trước 01/12`
          }
          {...(kind === "REGULAR" && { required: true })}
        />
      </div>
      <TemplateChoice />
      <AskedFields />
    </>
  )
}
