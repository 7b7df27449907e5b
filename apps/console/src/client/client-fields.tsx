import { useLingui } from "@lingui/react/macro"
import { GRANTABLE_SCOPES } from "@plan43/authorization/scope"
import { ChoicesField } from "../form/choice-field.tsx"
import styles from "../form/form.module.css"
import { LongTextField, TextField } from "../form/text-field.tsx"
import type { ClientTyped } from "./client-form.ts"
import { grantableScopeName } from "./client-names.ts"

/** What is recorded about a system. */
export function ClientFields() {
  const { t, i18n } = useLingui()
  const scopes = Object.fromEntries(
    GRANTABLE_SCOPES.map((scope) => [scope, i18n._(grantableScopeName[scope])]),
  )
  return (
    <>
      <TextField<ClientTyped> name="name" label={t`Tên hệ thống`} required />
      <TextField<ClientTyped>
        name="owner"
        label={t`Đơn vị chủ quản`}
        description={t`Cơ quan chịu trách nhiệm về hệ thống này`}
        required
      />
      <TextField<ClientTyped>
        name="contact"
        label={t`Đầu mối liên hệ`}
        description={t`Họ tên, thư điện tử hoặc điện thoại`}
        required
      />
      <LongTextField<ClientTyped>
        name="purpose"
        label={t`Mục đích`}
        description={t`Hệ thống hỏi dữ liệu gì, để làm gì`}
        required
      />
      <ChoicesField<ClientTyped>
        name="scopes"
        label={t`Phạm vi được cấp`}
        description={t`Không chọn gì: hệ thống chỉ đọc được phần đã công bố`}
        choices={scopes}
      />
      <div className={styles.pair}>
        <TextField<ClientTyped>
          name="quotaPerMinute"
          type="number"
          label={t`Hạn mức`}
          description={t`Số yêu cầu mỗi phút, từ 1 đến 6000`}
          required
        />
        <TextField<ClientTyped>
          name="expiresOn"
          type="date"
          label={t`Ngày hết hạn`}
          description={t`Ngày cuối cùng còn dùng được, trong vòng hai năm`}
          required
        />
      </div>
    </>
  )
}
