import { useLingui } from "@lingui/react/macro"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { ObservationFrequency } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { ChangeForm } from "../form/change-form.tsx"
import { ChoiceField } from "../form/choice-field.tsx"
import { chosenOf, optionalWords } from "../form/written.ts"
import { z } from "../form/zod.ts"
import { useChange } from "../graph/change-graph.ts"
import { useNames } from "../language/use-names.ts"
import { frequencyName } from "./period-words.ts"
import { COORDINATING, type IndicatorToRecord, OUTDATED, RecordingPage } from "./recording-page.tsx"

const SetObservationFrequencyDocument = graphql(`
  mutation SetObservationFrequency($input: SetObservationFrequencyInput!) {
    setObservationFrequency(input: $input) {
      indicator {
        id
        version
        frequency
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const frequencyForm = z.object({
  frequency: chosenOf(Object.values(ObservationFrequency)),
  reason: optionalWords,
})

const route = getRouteApi("/chi-tieu/$code/tan-suat")

/** Changes how often an indicator is measured. */
export function FrequencyChange() {
  const { t } = useLingui()
  const { code } = route.useParams()
  return (
    <RecordingPage code={code} title={t`Tần suất số liệu của chỉ tiêu ${code}`} to={COORDINATING}>
      {(indicator, readAgain) => <Changing indicator={indicator} readAgain={readAgain} />}
    </RecordingPage>
  )
}

interface ChangingProps {
  indicator: IndicatorToRecord
  readAgain: () => Promise<unknown>
}

function Changing({ indicator: { id, code, version, frequency }, readAgain }: ChangingProps) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { change, failure } = useChange(SetObservationFrequencyDocument, OUTDATED)
  const back = { to: "/chi-tieu/$code", params: { code } } as const
  return (
    <ChangeForm
      name={`frequency/${id}`}
      schema={frequencyForm}
      standing={{ frequency: frequency as string, reason: "" }}
      failure={failure}
      readAgain={readAgain}
      send={async (values, idempotencyKey) =>
        (await change({ input: { ...values, id, version, idempotencyKey } }))?.setObservationFrequency ?? null
      }
      onDone={() => void navigate(back)}
      cancel={<Link {...back}>{t`Thôi`}</Link>}
    >
      <ChoiceField<{ frequency: string }>
        name="frequency"
        label={t`Tần suất`}
        description={t`Số liệu đã ghi vẫn giữ nguyên, dù thuộc kỳ nào`}
        choices={useNames(frequencyName)}
        required
      />
    </ChangeForm>
  )
}
