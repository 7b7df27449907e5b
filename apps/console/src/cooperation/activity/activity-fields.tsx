import { useLingui } from "@lingui/react/macro"
import { useBodiesFound } from "../../agency/agency-choices.ts"
import { ChoiceField } from "../../form/choice-field.tsx"
import styles from "../../form/form.module.css"
import { LinesField } from "../../form/lines-field.tsx"
import { PickField, PickSeveralField } from "../../form/pick-field.tsx"
import { LongTextField, TextField } from "../../form/text-field.tsx"
import { useNames } from "../../language/use-names.ts"
import { activityKindName } from "../cooperation-names.ts"
import { CountryField } from "../country-field.tsx"
import { useAgreementsFound, usePartnersFound, useProgrammesFound } from "../rows-to-pick.ts"
import type { ActivityTyped } from "./activity-form.ts"

/** What is recorded about an activity. */
export function ActivityFields() {
  const { t } = useLingui()
  return (
    <>
      <TextField<ActivityTyped> name="title" label={t`Tên`} required />
      <ChoiceField<ActivityTyped>
        name="kind"
        label={t`Loại`}
        none={t`Chọn loại`}
        choices={useNames(activityKindName)}
        required
      />
      <LongTextField<ActivityTyped> name="purpose" label={t`Mục đích`} />
      <div className={styles.pair}>
        <TextField<ActivityTyped> name="startsOn" type="date" label={t`Bắt đầu`} />
        <TextField<ActivityTyped> name="endsOn" type="date" label={t`Kết thúc`} />
        <TextField<ActivityTyped> name="place" label={t`Địa điểm`} />
        <CountryField<ActivityTyped> name="countryCode" label={t`Quốc gia`} />
      </div>
      <LinesField<ActivityTyped> name="participants" label={t`Thành phần tham dự`} />
      <PickSeveralField<ActivityTyped> name="partnerIds" label={t`Đối tác`} useFound={usePartnersFound} />
      <PickField<ActivityTyped> name="agreementId" label={t`Theo thỏa thuận`} useFound={useAgreementsFound} />
      <PickField<ActivityTyped>
        name="programmeId"
        label={t`Chương trình trong Kế hoạch`}
        useFound={useProgrammesFound}
      />
      <PickField<ActivityTyped>
        name="responsibleAgencyId"
        label={t`Cơ quan chịu trách nhiệm`}
        useFound={useBodiesFound}
      />
      <LongTextField<ActivityTyped> name="outputs" label={t`Kết quả`} />
      <LongTextField<ActivityTyped> name="followUps" label={t`Công việc tiếp theo`} />
    </>
  )
}
