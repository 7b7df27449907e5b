import { useLingui } from "@lingui/react/macro"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { DirectedTargetKind } from "../../__generated__/graphql.ts"
import { graphql } from "../../__generated__/index.ts"
import { attachedOf } from "../../evidence/attached-file.ts"
import { FileField } from "../../evidence/file-field.tsx"
import { ChangeForm } from "../../form/change-form.tsx"
import { ChoiceField } from "../../form/choice-field.tsx"
import { useDraftedForm } from "../../form/drafted-form.ts"
import { typedFigure } from "../../form/figure.ts"
import { FigureField } from "../../form/figure-field.tsx"
import styles from "../../form/form.module.css"
import { RecordForm } from "../../form/record-form.tsx"
import { LongTextField, TextField } from "../../form/text-field.tsx"
import { useChange } from "../../graph/change-graph.ts"
import { Notice } from "../../notice/notice.tsx"
import { COORDINATING, type IndicatorToRecord, OUTDATED, RecordingPage } from "../recording-page.tsx"
import { targetKindName } from "../target-kind.ts"
import {
  type DirectedTargetTyped,
  directedTargetCorrection,
  directedTargetForm,
} from "./directed-target-form.ts"

const RecordDirectedTargetDocument = graphql(`
  mutation RecordDirectedTarget($input: RecordDirectedTargetInput!) {
    recordDirectedTarget(input: $input) {
      directedTarget {
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

const CorrectDirectedTargetDocument = graphql(`
  mutation CorrectDirectedTarget($input: CorrectDirectedTargetInput!) {
    correctDirectedTarget(input: $input) {
      directedTarget {
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

const route = getRouteApi("/chi-tieu/$code/chi-dao")

/** Records what an authority directed where the plan leaves the target to it, or what took its place. */
export function DirectedTargetRecord() {
  const { t } = useLingui()
  const { code } = route.useParams()
  return (
    <RecordingPage code={code} title={t`Mục tiêu được chỉ đạo của chỉ tiêu ${code}`} to={COORDINATING}>
      {(indicator, readAgain) => {
        if (indicator.target.kind !== "DIRECTIVE")
          return (
            <Notice tone="information" title={t`Mục tiêu của chỉ tiêu này do Kế hoạch ấn định`}>
              <Link to="/chi-tieu/$code" params={{ code }}>{t`Xem chỉ tiêu`}</Link>
            </Notice>
          )
        return indicator.directedTarget ? (
          <Correcting indicator={indicator} standing={indicator.directedTarget} readAgain={readAgain} />
        ) : (
          <Recording indicator={indicator} />
        )
      }}
    </RecordingPage>
  )
}

const EMPTY: DirectedTargetTyped = {
  kind: "",
  minimum: "",
  maximum: "",
  note: "",
  documentNumber: "",
  documentIssuedOn: "",
  documentIssuer: "",
  documentLink: "",
  fileIds: [],
  reason: "",
}

function Recording({ indicator: { id, code, unit } }: { indicator: IndicatorToRecord }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { change, failure } = useChange(RecordDirectedTargetDocument, OUTDATED)
  const drafted = useDraftedForm(`directed-target/${id}/new`, directedTargetForm, EMPTY)
  const back = { to: "/chi-tieu/$code", params: { code } } as const
  return (
    <RecordForm
      drafted={drafted}
      failure={failure}
      send={async ({ reason, ...target }, idempotencyKey) => {
        const input = { indicatorId: id, target, reason, idempotencyKey }
        return (await change({ input }))?.recordDirectedTarget ?? null
      }}
      onDone={() => void navigate(back)}
      submit={t`Ghi mục tiêu`}
      cancel={<Link {...back}>{t`Thôi`}</Link>}
    >
      <DirectedTargetFields unit={unit} />
    </RecordForm>
  )
}

interface CorrectingProps {
  indicator: IndicatorToRecord
  standing: NonNullable<IndicatorToRecord["directedTarget"]>
  readAgain: () => Promise<unknown>
}

function Correcting({ indicator: { id, code, unit }, standing, readAgain }: CorrectingProps) {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const { change, failure } = useChange(CorrectDirectedTargetDocument, OUTDATED)
  const back = { to: "/chi-tieu/$code", params: { code } } as const
  const typed: DirectedTargetTyped = {
    kind: standing.kind,
    minimum: typedFigure(standing.minimum, i18n.locale),
    maximum: typedFigure(standing.maximum, i18n.locale),
    note: standing.note ?? "",
    documentNumber: standing.documentNumber,
    documentIssuedOn: standing.documentIssuedOn,
    documentIssuer: standing.documentIssuer,
    documentLink: standing.documentLink ?? "",
    fileIds: attachedOf(standing.files),
    reason: "",
  }
  return (
    <ChangeForm
      name={`directed-target/${id}`}
      schema={directedTargetCorrection}
      standing={typed}
      failure={failure}
      readAgain={readAgain}
      send={async ({ reason, ...target }, idempotencyKey) => {
        const input = { id: standing.id, version: standing.version, target, reason, idempotencyKey }
        return (await change({ input }))?.correctDirectedTarget ?? null
      }}
      onDone={() => void navigate(back)}
      cancel={<Link {...back}>{t`Thôi`}</Link>}
    >
      <DirectedTargetFields unit={unit} />
    </ChangeForm>
  )
}

function DirectedTargetFields({ unit }: { unit: string | null | undefined }) {
  const { t, i18n } = useLingui()
  const kinds = Object.values(DirectedTargetKind)
  return (
    <>
      <ChoiceField<DirectedTargetTyped>
        name="kind"
        label={t`Dạng mục tiêu`}
        none={t`Chọn dạng`}
        choices={Object.fromEntries(kinds.map((kind) => [kind, i18n._(targetKindName[kind])]))}
        required
      />
      <div className={styles.pair}>
        <FigureField<DirectedTargetTyped>
          name="minimum"
          label={unit ? t`Mức phải đạt, hoặc thấp nhất (${unit})` : t`Mức phải đạt, hoặc thấp nhất`}
          description={t`Để trống khi mục tiêu chỉ có mức cao nhất`}
        />
        <FigureField<DirectedTargetTyped>
          name="maximum"
          label={unit ? t`Mức cao nhất (${unit})` : t`Mức cao nhất`}
          description={t`Với “không quá” và “trong khoảng”`}
        />
      </div>
      <LongTextField<DirectedTargetTyped>
        name="note"
        label={t`Nội dung được chỉ đạo`}
        description={t`Phải có khi mục tiêu là định tính`}
      />
      <div className={styles.pair}>
        <TextField<DirectedTargetTyped> name="documentNumber" label={t`Số văn bản`} required />
        <TextField<DirectedTargetTyped>
          name="documentIssuedOn"
          type="date"
          label={t`Ngày ban hành`}
          required
        />
      </div>
      <TextField<DirectedTargetTyped> name="documentIssuer" label={t`Cơ quan ban hành`} required />
      <TextField<DirectedTargetTyped>
        name="documentLink"
        type="url"
        label={t`Địa chỉ văn bản`}
        description={t`Đầy đủ, ví dụ https://example.org`}
      />
      <FileField<DirectedTargetTyped> name="fileIds" label={t`Tệp văn bản`} holder="indicators" />
    </>
  )
}
