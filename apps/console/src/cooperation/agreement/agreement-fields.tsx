import { useLingui } from "@lingui/react/macro"
import { useBodiesFound } from "../../agency/agency-choices.ts"
import { ChoiceField } from "../../form/choice-field.tsx"
import styles from "../../form/form.module.css"
import { LinesField } from "../../form/lines-field.tsx"
import { PickField, PickSeveralField } from "../../form/pick-field.tsx"
import { LongTextField, TextField } from "../../form/text-field.tsx"
import { useNames } from "../../language/use-names.ts"
import { agreementLevelName, agreementStateName, legalRegimeName } from "../cooperation-names.ts"
import { usePartnersFound, useProgrammesFound } from "../rows-to-pick.ts"
import type { AgreementTyped } from "./agreement-form.ts"

/** What is recorded about an agreement. */
export function AgreementFields() {
  const { t } = useLingui()
  return (
    <>
      <TextField<AgreementTyped> name="title" label={t`Tên`} required />
      <div className={styles.pair}>
        <TextField<AgreementTyped> name="number" label={t`Số`} />
        <ChoiceField<AgreementTyped>
          name="state"
          label={t`Tình trạng`}
          none={t`Chọn tình trạng`}
          choices={useNames(agreementStateName)}
          required
        />
        <ChoiceField<AgreementTyped>
          name="level"
          label={t`Cấp`}
          none={t`Chọn cấp`}
          choices={useNames(agreementLevelName)}
          required
        />
        <ChoiceField<AgreementTyped>
          name="legalRegime"
          label={t`Chế độ pháp lý`}
          none={t`Chọn chế độ pháp lý`}
          choices={useNames(legalRegimeName)}
          required
        />
      </div>
      <div className={styles.pair}>
        <TextField<AgreementTyped> name="signedOn" type="date" label={t`Ngày ký`} />
        <TextField<AgreementTyped> name="inForceOn" type="date" label={t`Có hiệu lực`} />
        <TextField<AgreementTyped> name="expiresOn" type="date" label={t`Hết hạn`} />
      </div>
      <PickSeveralField<AgreementTyped> name="partnerIds" label={t`Đối tác`} useFound={usePartnersFound} />
      <LinesField<AgreementTyped> name="signatories" label={t`Bên ký`} />
      <PickField<AgreementTyped>
        name="responsibleAgencyId"
        label={t`Cơ quan chịu trách nhiệm`}
        useFound={useBodiesFound}
      />
      <PickField<AgreementTyped>
        name="programmeId"
        label={t`Chương trình trong Kế hoạch`}
        useFound={useProgrammesFound}
      />
      <LongTextField<AgreementTyped> name="commitments" label={t`Cam kết`} />
      <LongTextField<AgreementTyped> name="renewal" label={t`Gia hạn`} />
    </>
  )
}
