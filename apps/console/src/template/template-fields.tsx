import { useLingui } from "@lingui/react/macro"
import { LongTextField, TextField } from "../form/text-field.tsx"
import { AskedFields } from "./asked-fields.tsx"
import type { TemplateTyped } from "./template-form.ts"

/** What is recorded of a template. */
export function TemplateFields() {
  const { t } = useLingui()
  return (
    <>
      <TextField<TemplateTyped>
        name="name"
        label={t`Tên mẫu`}
        description={t`Ví dụ: Đôn đốc giải ngân hằng quý`}
        required
      />
      <LongTextField<TemplateTyped>
        name="note"
        label={t`Căn cứ, ghi chú`}
        description={t`Văn bản yêu cầu báo cáo, hoặc mẫu dùng khi nào`}
      />
      <AskedFields />
    </>
  )
}
