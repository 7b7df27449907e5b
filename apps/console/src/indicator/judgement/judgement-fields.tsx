import { useLingui } from "@lingui/react/macro"
import type { JudgedState } from "../../__generated__/graphql.ts"
import { FileField } from "../../evidence/file-field.tsx"
import { ChoiceField } from "../../form/choice-field.tsx"
import styles from "../../form/form.module.css"
import { LongTextField, TextField } from "../../form/text-field.tsx"
import { judgedStateName } from "./judged-state-name.ts"
import type { JudgementTyped } from "./judgement-form.ts"

/** What is recorded of a judgement. */
export function JudgementFields({ judgeable }: { judgeable: readonly JudgedState[] }) {
  const { t, i18n } = useLingui()
  return (
    <>
      <div className={styles.pair}>
        <ChoiceField<JudgementTyped>
          name="state"
          label={t`Kết quả đánh giá`}
          none={t`Chọn kết quả`}
          choices={Object.fromEntries(judgeable.map((state) => [state, i18n._(judgedStateName[state])]))}
          required
        />
        <TextField<JudgementTyped>
          name="on"
          type="date"
          label={t`Tính đến ngày`}
          description={t`Ngày mà đánh giá nói đến`}
          required
        />
      </div>
      <LongTextField<JudgementTyped>
        name="evidence"
        label={t`Minh chứng`}
        description={t`Ví dụ bảng xếp hạng và vị trí, hoặc địa chỉ web`}
        required
      />
      <TextField<JudgementTyped>
        name="source"
        label={t`Nơi công bố minh chứng`}
        description={t`Với nhóm xếp hạng: cả nơi quy định cỡ của nhóm`}
        required
      />
      <FileField<JudgementTyped> name="fileIds" label={t`Tệp minh chứng`} holder="indicators" />
    </>
  )
}
