import { useLingui } from "@lingui/react/macro"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { graphql } from "../../__generated__/index.ts"
import { useDraftedForm } from "../../form/drafted-form.ts"
import { RecordForm } from "../../form/record-form.tsx"
import { useChange } from "../../graph/change-graph.ts"
import { Notice } from "../../notice/notice.tsx"
import { COORDINATING, type IndicatorToRecord, OUTDATED, RecordingPage } from "../recording-page.tsx"
import { JudgementFields } from "./judgement-fields.tsx"
import { judgementForm } from "./judgement-form.ts"

const RecordJudgementDocument = graphql(`
  mutation RecordJudgement($input: RecordJudgementInput!) {
    recordJudgement(input: $input) {
      judgement {
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

const route = getRouteApi("/chi-tieu/$code/danh-gia/moi")

/** Records what a coordinator judges an indicator to be. */
export function NewJudgement() {
  const { t } = useLingui()
  const { code } = route.useParams()
  return (
    <RecordingPage code={code} title={t`Đánh giá chỉ tiêu ${code}`} to={COORDINATING}>
      {(indicator) =>
        indicator.judgeable.length > 0 ? (
          <JudgementToRecord indicator={indicator} />
        ) : (
          <Notice tone="information" title={t`Chỉ tiêu này được đánh giá bằng số liệu`}>
            <Link to="/chi-tieu/$code" params={{ code }}>{t`Xem chỉ tiêu`}</Link>
          </Notice>
        )
      }
    </RecordingPage>
  )
}

function JudgementToRecord({ indicator: { id, code, judgeable } }: { indicator: IndicatorToRecord }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { change, failure } = useChange(RecordJudgementDocument, OUTDATED)
  const empty = { state: "", on: "", evidence: "", source: "", fileIds: [], reason: "" }
  const drafted = useDraftedForm(`judgement/${id}/new`, judgementForm, empty)
  const back = { to: "/chi-tieu/$code", params: { code } } as const
  return (
    <RecordForm
      drafted={drafted}
      failure={failure}
      send={async (values, idempotencyKey) => {
        const input = { ...values, indicatorId: id, idempotencyKey }
        return (await change({ input }))?.recordJudgement ?? null
      }}
      onDone={() => void navigate(back)}
      submit={t`Ghi đánh giá`}
      cancel={<Link {...back}>{t`Thôi`}</Link>}
    >
      <JudgementFields judgeable={judgeable} />
    </RecordForm>
  )
}
