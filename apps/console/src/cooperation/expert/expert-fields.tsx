import { useLingui } from "@lingui/react/macro"
import styles from "../../form/form.module.css"
import { LinesField } from "../../form/lines-field.tsx"
import { TextField } from "../../form/text-field.tsx"
import { CountryField } from "../country-field.tsx"
import type { ExpertTyped } from "./expert-form.ts"

/** What is recorded about an expert. */
export function ExpertFields() {
  const { t } = useLingui()
  return (
    <>
      <TextField<ExpertTyped> name="name" label={t`Họ tên`} required />
      <TextField<ExpertTyped>
        name="consentedOn"
        type="date"
        label={t`Ngày đồng ý`}
        description={t`Ngày chuyên gia đồng ý được ghi vào danh sách; không có sự đồng ý thì không được ghi`}
        required
      />
      <LinesField<ExpertTyped> name="fields" label={t`Lĩnh vực`} />
      <div className={styles.pair}>
        <CountryField<ExpertTyped> name="countryCode" label={t`Quốc gia`} />
        <TextField<ExpertTyped> name="organisation" label={t`Cơ quan công tác`} />
      </div>
      <div className={styles.pair}>
        <TextField<ExpertTyped>
          name="email"
          type="email"
          label={t`Thư điện tử`}
          description={t`Không bao giờ công khai`}
        />
        <TextField<ExpertTyped> name="phone" label={t`Điện thoại`} description={t`Không bao giờ công khai`} />
      </div>
    </>
  )
}
