import { useLingui } from "@lingui/react/macro"
import { AGENCY_ROLES, ROLES, type Role } from "@plan43/authorization/role"
import { useWatch } from "react-hook-form"
import { useBodiesFound } from "../agency/agency-choices.ts"
import { ChoiceField } from "../form/choice-field.tsx"
import styles from "../form/form.module.css"
import { PickField } from "../form/pick-field.tsx"
import { LongTextField, TextField } from "../form/text-field.tsx"
import { roleName } from "../session/role-name.ts"
import { useSession } from "../session/session.ts"
import type { AssignmentTyped } from "./assignment-form.ts"

/** Roles that only an administrator gives. */
const RESERVED: readonly Role[] = ["AUDITOR", "ADMINISTRATOR"]

/** What is recorded about an assignment. */
export function AssignmentFields() {
  const { t, i18n } = useLingui()
  const { person } = useSession()
  const role = useWatch<AssignmentTyped, "role">({ name: "role" })
  const mayGive = ROLES.filter(
    (each) => person?.role === "ADMINISTRATOR" || each === role || !RESERVED.includes(each),
  )
  return (
    <>
      <TextField<AssignmentTyped> name="name" label={t`Họ tên`} required />
      <div className={styles.pair}>
        <TextField<AssignmentTyped>
          name="email"
          type="email"
          label={t`Thư điện tử`}
          description={t`Như nơi cấp tài khoản đã xác nhận`}
        />
        <TextField<AssignmentTyped>
          name="subject"
          label={t`Mã người dùng ở nơi cấp tài khoản`}
          description={t`Chắc chắn hơn thư điện tử; cần ít nhất một trong hai`}
        />
      </div>
      <ChoiceField<AssignmentTyped>
        name="role"
        label={t`Vai trò`}
        none={t`Chọn vai trò`}
        choices={Object.fromEntries(mayGive.map((each) => [each, i18n._(roleName[each])]))}
        required
      />
      {(AGENCY_ROLES as readonly string[]).includes(role) && (
        <PickField<AssignmentTyped>
          name="agencyId"
          label={t`Cơ quan`}
          description={t`Đầu mối và thủ trưởng hành động thay cho cơ quan này`}
          useFound={useBodiesFound}
          required
        />
      )}
      <div className={styles.pair}>
        <TextField<AssignmentTyped> name="validFrom" type="date" label={t`Từ ngày`} required />
        <TextField<AssignmentTyped>
          name="validTo"
          type="date"
          label={t`Đến hết ngày`}
          description={t`Để trống khi chưa định`}
        />
      </div>
      <LongTextField<AssignmentTyped>
        name="note"
        label={t`Ghi chú`}
        description={t`Ví dụ số quyết định phân công`}
      />
    </>
  )
}
