import { useLingui } from "@lingui/react/macro"
import { useWatch } from "react-hook-form"
import styles from "../form/form.module.css"
import { RadioField } from "../form/radio-field.tsx"
import { TextField } from "../form/text-field.tsx"
import { useNames } from "../language/use-names.ts"
import { AskedFields } from "../template/asked-fields.tsx"
import { TemplateChoice } from "../template/template-choice.tsx"
import type { RoundTyped } from "./round-form.ts"
import { roundKindName } from "./round-names.ts"

/** What is recorded of a round before it opens. */
export function RoundFields() {
  const { t } = useLingui()
  const kinds = useNames(roundKindName)
  const kind = useWatch<RoundTyped, "kind">({ name: "kind" })
  return (
    <>
      <RadioField<RoundTyped> name="kind" label={t`Loại`} choices={kinds} />
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
          description={t`Theo Kế hoạch: trước 15/6 và trước 01/12`}
          {...(kind === "REGULAR" && { required: true })}
        />
      </div>
      <TemplateChoice />
      <AskedFields />
    </>
  )
}
