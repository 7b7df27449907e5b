import { useLingui } from "@lingui/react/macro"
import { FileField } from "../../evidence/file-field.tsx"
import { ChoiceField } from "../../form/choice-field.tsx"
import { FigureField } from "../../form/figure-field.tsx"
import styles from "../../form/form.module.css"
import { LongTextField, TextField } from "../../form/text-field.tsx"
import type { IndicatorToRecord } from "../recording-page.tsx"
import type { ObservationTyped } from "./observation-form.ts"

/** What is recorded of a period, besides the period. */
export function ObservationFields({ indicator }: { indicator: IndicatorToRecord }) {
  const { t } = useLingui()
  const { measure } = indicator
  return (
    <>
      <div className={styles.pair}>
        <ValueField indicator={indicator} />
        <ChoiceField<ObservationTyped>
          name="standing"
          label={t`Tính chất số liệu`}
          none={t`Chọn tính chất`}
          choices={{ PROVISIONAL: t`Tạm tính`, OFFICIAL: t`Chính thức` }}
          required
        />
      </div>
      <TextField<ObservationTyped>
        name="source"
        label={t`Nguồn số liệu`}
        description={t`Cơ quan đo hoặc công bố`}
        required
      />
      <TextField<ObservationTyped>
        name="evidence"
        label={t`Minh chứng`}
        description={t`Số văn bản, hoặc địa chỉ web đầy đủ`}
      />
      <FileField<ObservationTyped> name="fileIds" label={t`Tệp minh chứng`} holder="indicators" />
      <LongTextField<ObservationTyped>
        name="note"
        label={measure === "WORDS" ? t`Nhận xét` : t`Ghi chú`}
        {...(measure === "WORDS" ? { required: true } : {})}
      />
    </>
  )
}

function ValueField({ indicator: { measure, unit, target } }: { indicator: IndicatorToRecord }) {
  const { t } = useLingui()
  if (measure === "WORDS") return null
  if (measure === "DONE_OR_NOT")
    return (
      <ChoiceField<ObservationTyped>
        name="value"
        label={t`Kết quả`}
        none={t`Chọn kết quả`}
        choices={{ 1: t`Đã hoàn thành`, 0: t`Chưa hoàn thành` }}
        required
      />
    )
  const mayBeWords = target.kind === "RANK_GROUP"
  return (
    <FigureField<ObservationTyped>
      name="value"
      label={unit ? t`Giá trị (${unit})` : t`Giá trị`}
      description={measure === "RANK" ? t`Số nguyên từ 1` : t`Dấu phẩy trước phần thập phân, ví dụ 80,5`}
      {...(mayBeWords ? {} : { required: true })}
    />
  )
}
