import { useLingui } from "@lingui/react/macro"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { graphql } from "../../__generated__/index.ts"
import { attachedOf } from "../../evidence/attached-file.ts"
import { FileField } from "../../evidence/file-field.tsx"
import { ChangeForm } from "../../form/change-form.tsx"
import { useDraftedForm } from "../../form/drafted-form.ts"
import { typedFigure } from "../../form/figure.ts"
import { FigureField } from "../../form/figure-field.tsx"
import styles from "../../form/form.module.css"
import { RecordForm } from "../../form/record-form.tsx"
import { TextField } from "../../form/text-field.tsx"
import { useChange } from "../../graph/change-graph.ts"
import { COORDINATING, type IndicatorToRecord, OUTDATED, RecordingPage } from "../recording-page.tsx"
import { type BaselineTyped, baselineCorrection, baselineForm } from "./baseline-form.ts"

const RecordBaselineDocument = graphql(`
  mutation RecordBaseline($input: RecordBaselineInput!) {
    recordBaseline(input: $input) {
      baseline {
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

const CorrectBaselineDocument = graphql(`
  mutation CorrectBaseline($input: CorrectBaselineInput!) {
    correctBaseline(input: $input) {
      baseline {
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

const route = getRouteApi("/chi-tieu/$code/ky-goc")

/** Records where the way to a target begins, or corrects it where it stands. */
export function BaselineRecord() {
  const { t } = useLingui()
  const { code } = route.useParams()
  return (
    <RecordingPage code={code} title={t`Số liệu kỳ gốc của chỉ tiêu ${code}`} to={COORDINATING}>
      {(indicator, readAgain) =>
        indicator.baseline ? (
          <Correcting indicator={indicator} standing={indicator.baseline} readAgain={readAgain} />
        ) : (
          <Recording indicator={indicator} />
        )
      }
    </RecordingPage>
  )
}

const EMPTY: BaselineTyped = { on: "", value: "", source: "", evidence: "", fileIds: [], reason: "" }

function Recording({ indicator: { id, code, unit } }: { indicator: IndicatorToRecord }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { change, failure } = useChange(RecordBaselineDocument, OUTDATED)
  const drafted = useDraftedForm(`baseline/${id}/new`, baselineForm, EMPTY)
  const back = { to: "/chi-tieu/$code", params: { code } } as const
  return (
    <RecordForm
      drafted={drafted}
      failure={failure}
      send={async ({ reason, ...values }, idempotencyKey) => {
        const baseline = { ...values, unit: unit ?? null }
        const input = { indicatorId: id, baseline, reason, idempotencyKey }
        return (await change({ input }))?.recordBaseline ?? null
      }}
      onDone={() => void navigate(back)}
      submit={t`Ghi số liệu kỳ gốc`}
      cancel={<Link {...back}>{t`Thôi`}</Link>}
    >
      <BaselineFields unit={unit} />
    </RecordForm>
  )
}

interface CorrectingProps {
  indicator: IndicatorToRecord
  standing: NonNullable<IndicatorToRecord["baseline"]>
  readAgain: () => Promise<unknown>
}

function Correcting({ indicator: { id, code, unit }, standing, readAgain }: CorrectingProps) {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const { change, failure } = useChange(CorrectBaselineDocument, OUTDATED)
  const back = { to: "/chi-tieu/$code", params: { code } } as const
  const typed: BaselineTyped = {
    on: standing.on,
    value: typedFigure(standing.value, i18n.locale),
    source: standing.source,
    evidence: standing.evidence ?? "",
    fileIds: attachedOf(standing.files),
    reason: "",
  }
  return (
    <ChangeForm
      name={`baseline/${id}`}
      schema={baselineCorrection}
      standing={typed}
      failure={failure}
      readAgain={readAgain}
      send={async ({ reason, ...values }, idempotencyKey) => {
        const baseline = { ...values, unit: unit ?? null }
        const input = { id: standing.id, version: standing.version, baseline, reason, idempotencyKey }
        return (await change({ input }))?.correctBaseline ?? null
      }}
      onDone={() => void navigate(back)}
      cancel={<Link {...back}>{t`Thôi`}</Link>}
    >
      <BaselineFields unit={unit} />
    </ChangeForm>
  )
}

function BaselineFields({ unit }: { unit: string | null | undefined }) {
  const { t } = useLingui()
  return (
    <>
      <div className={styles.pair}>
        <FigureField<BaselineTyped>
          name="value"
          label={unit ? t`Giá trị (${unit})` : t`Giá trị`}
          description={t`Dấu phẩy trước phần thập phân, ví dụ 80,5`}
          required
        />
        <TextField<BaselineTyped> name="on" type="date" label={t`Ngày của số liệu`} required />
      </div>
      <TextField<BaselineTyped>
        name="source"
        label={t`Nguồn số liệu`}
        description={t`Cơ quan đo hoặc công bố`}
        required
      />
      <TextField<BaselineTyped>
        name="evidence"
        label={t`Minh chứng`}
        description={t`Số văn bản, hoặc địa chỉ web đầy đủ`}
      />
      <FileField<BaselineTyped> name="fileIds" label={t`Tệp minh chứng`} holder="indicators" />
    </>
  )
}
