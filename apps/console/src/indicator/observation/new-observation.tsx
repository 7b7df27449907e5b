import { useLingui } from "@lingui/react/macro"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { graphql } from "../../__generated__/index.ts"
import { ChoiceField } from "../../form/choice-field.tsx"
import { useDraftedForm } from "../../form/drafted-form.ts"
import { RecordForm } from "../../form/record-form.tsx"
import { useChange } from "../../graph/change-graph.ts"
import { Notice } from "../../notice/notice.tsx"
import { useMay } from "../../session/permission.ts"
import { frequencyName, periodWords } from "../period-words.ts"
import { type IndicatorToRecord, OUTDATED, REPORTING, RecordingPage } from "../recording-page.tsx"
import { ObservationFields } from "./observation-fields.tsx"
import { figureRead, type ObservationTyped, observationForm } from "./observation-form.ts"

const RecordObservationDocument = graphql(`
  mutation RecordObservation($input: RecordObservationInput!) {
    recordObservation(input: $input) {
      observation {
        id
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const route = getRouteApi("/chi-tieu/$code/so-lieu/moi")

/** Records what was observed of an indicator over a period. */
export function NewObservation() {
  const { t } = useLingui()
  const { code } = route.useParams()
  return (
    <RecordingPage code={code} title={t`Ghi số liệu chỉ tiêu ${code}`} to={REPORTING}>
      {(indicator) => <ObservationToRecord indicator={indicator} />}
    </RecordingPage>
  )
}

function ObservationToRecord({ indicator }: { indicator: IndicatorToRecord }) {
  const { t, i18n } = useLingui()
  const { id, code, frequency, measure, unit, openPeriods } = indicator
  const navigate = useNavigate()
  const onBehalf = useMay("observations:write")
  const { change, failure } = useChange(RecordObservationDocument, OUTDATED)
  const periods = openPeriods ?? []
  const drafted = useDraftedForm(`observation/${id}/new`, observationForm(measure), {
    ...EMPTY,
    periodKey: periods[0]?.key ?? "",
  })
  const back = { to: "/chi-tieu/$code", params: { code } } as const
  if (periods.length === 0)
    return (
      <Notice
        tone="information"
        title={t`Mọi kỳ đã kết thúc, tính từ tháng 01 của năm trước năm ban hành Kế hoạch, đều đã có số liệu hoặc đã khóa sổ`}
      >
        <Link {...back}>{t`Xem số liệu đã ghi`}</Link>
      </Notice>
    )
  return (
    <>
      {onBehalf && (
        <Notice tone="information" title={t`Bạn đang ghi thay cho cơ quan chủ trì`}>
          <p>{t`Số liệu sẽ được đánh dấu là do điều phối viên ghi thay.`}</p>
        </Notice>
      )}
      <RecordForm
        drafted={drafted}
        failure={failure}
        send={async (values, idempotencyKey) => {
          const input = {
            ...figureRead(values, unit),
            indicatorId: id,
            periodKey: values.periodKey,
            idempotencyKey,
          }
          return (await change({ input }))?.recordObservation ?? null
        }}
        onDone={() => void navigate(back)}
        submit={t`Ghi số liệu`}
        cancel={<Link {...back}>{t`Thôi`}</Link>}
      >
        <ChoiceField<ObservationTyped>
          name="periodKey"
          label={t`Kỳ số liệu`}
          description={`${t`Tần suất`}: ${i18n._(frequencyName[frequency])}`}
          choices={new Map(periods.map(({ key }) => [key, i18n._(periodWords(key))]))}
          required
        />
        <ObservationFields indicator={indicator} />
      </RecordForm>
    </>
  )
}

const EMPTY: ObservationTyped = {
  periodKey: "",
  value: "",
  standing: "",
  source: "",
  evidence: "",
  fileIds: [],
  note: "",
  reason: "",
}
