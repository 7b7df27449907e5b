import { useLingui } from "@lingui/react/macro"
import { ChoiceField } from "../../form/choice-field.tsx"
import styles from "../../form/form.module.css"
import { LinesField } from "../../form/lines-field.tsx"
import { LongTextField, TextField } from "../../form/text-field.tsx"
import { useNames } from "../../language/use-names.ts"
import { partnerKindName } from "../cooperation-names.ts"
import { CountryField } from "../country-field.tsx"
import type { PartnerTyped } from "./partner-form.ts"

/** What is recorded about a partner. */
export function PartnerFields() {
  const { t } = useLingui()
  return (
    <>
      <TextField<PartnerTyped> name="name" label={t`Tên`} required />
      <div className={styles.pair}>
        <ChoiceField<PartnerTyped>
          name="kind"
          label={t`Loại`}
          none={t`Chọn loại`}
          choices={useNames(partnerKindName)}
          required
        />
        <CountryField<PartnerTyped> name="countryCode" label={t`Quốc gia`} />
      </div>
      <LinesField<PartnerTyped> name="fields" label={t`Lĩnh vực`} />
      <TextField<PartnerTyped>
        name="website"
        type="url"
        label={t`Trang thông tin điện tử`}
        description={t`Đầy đủ, ví dụ https://example.org`}
      />
      <LongTextField<PartnerTyped> name="note" label={t`Ghi chú`} />
    </>
  )
}
