import { useLingui } from "@lingui/react/macro"
import { useWatch } from "react-hook-form"
import { useBodiesFound } from "../agency/agency-choices.ts"
import { ChoicesField } from "../form/choice-field.tsx"
import { PickSeveralField } from "../form/pick-field.tsx"
import { LongTextField } from "../form/text-field.tsx"
import { useNames } from "../language/use-names.ts"
import type { AskedTyped } from "./asked-form.ts"
import { planItemKindName } from "./asked-names.ts"
import { useSectionNames } from "./section-names.ts"

/** What is asked, and of whom: lines of the plan, questions, agencies. */
export function AskedFields() {
  const { t } = useLingui()
  const kinds = useNames(planItemKindName)
  const sections = useSectionNames()
  const itemKinds = useWatch<AskedTyped, "itemKinds">({ name: "itemKinds" })
  return (
    <>
      <ChoicesField<AskedTyped>
        name="itemKinds"
        label={t`Báo cáo từng dòng`}
        description={t`Mỗi nhiệm vụ, chỉ tiêu là một dòng; không chọn gì thì chỉ hỏi các câu hỏi bên dưới`}
        choices={kinds}
      />
      {itemKinds.includes("TASK") && (
        <ChoicesField<AskedTyped>
          name="sections"
          label={t`Nhóm nhiệm vụ`}
          description={t`Không chọn nhóm nào: mọi nhóm`}
          choices={sections}
        />
      )}
      <LongTextField<AskedTyped>
        name="questions"
        label={t`Câu hỏi`}
        description={t`Mỗi câu hỏi một dòng; khi mở kỳ, mỗi câu thành một dòng phải trả lời trong báo cáo của từng cơ quan`}
        {...(itemKinds.length === 0 && { required: true })}
      />
      <PickSeveralField<AskedTyped>
        name="agencyIds"
        label={t`Cơ quan phải báo cáo`}
        description={t`Không chọn cơ quan nào: mọi cơ quan chủ trì nhiệm vụ hoặc chịu trách nhiệm chỉ tiêu`}
        useFound={useBodiesFound}
      />
    </>
  )
}
