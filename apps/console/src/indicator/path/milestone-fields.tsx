import { useLingui } from "@lingui/react/macro"
import { FileField } from "../../evidence/file-field.tsx"
import { FigureField } from "../../form/figure-field.tsx"
import styles from "../../form/form.module.css"
import { TextField } from "../../form/text-field.tsx"
import type { MilestoneTyped } from "./milestone-form.ts"

/** What is recorded about a figure on the way. */
export function MilestoneFields({ unit }: { unit: string | null | undefined }) {
  const { t } = useLingui()
  return (
    <>
      <div className={styles.pair}>
        <TextField<MilestoneTyped> name="on" type="date" label={t`Phải đạt vào ngày`} required />
        <FigureField<MilestoneTyped>
          name="value"
          label={unit ? t`Giá trị (${unit})` : t`Giá trị`}
          description={t`Dấu phẩy trước phần thập phân, ví dụ 80,5`}
          required
        />
      </div>
      <TextField<MilestoneTyped>
        name="source"
        label={t`Căn cứ đặt mốc`}
        description={t`Chương trình, kế hoạch hoặc quyết định`}
      />
      <FileField<MilestoneTyped> name="fileIds" label={t`Tệp minh chứng`} holder="indicators" />
    </>
  )
}
