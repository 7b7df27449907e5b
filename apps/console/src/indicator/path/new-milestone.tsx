import { useLingui } from "@lingui/react/macro"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { graphql } from "../../__generated__/index.ts"
import { useDraftedForm } from "../../form/drafted-form.ts"
import { RecordForm } from "../../form/record-form.tsx"
import { useChange } from "../../graph/change-graph.ts"
import { COORDINATING, type IndicatorToRecord, OUTDATED, RecordingPage } from "../recording-page.tsx"
import { MilestoneFields } from "./milestone-fields.tsx"
import { milestoneForm } from "./milestone-form.ts"

const RecordMilestoneDocument = graphql(`
  mutation RecordMilestone($input: RecordMilestoneInput!) {
    recordMilestone(input: $input) {
      milestone {
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

const route = getRouteApi("/chi-tieu/$code/moc/moi")

/** Sets a figure to be reached on the way. */
export function NewMilestone() {
  const { t } = useLingui()
  const { code } = route.useParams()
  return (
    <RecordingPage code={code} title={t`Đặt mốc cho chỉ tiêu ${code}`} to={COORDINATING}>
      {(indicator) => <MilestoneToRecord indicator={indicator} />}
    </RecordingPage>
  )
}

function MilestoneToRecord({ indicator: { id, code, unit } }: { indicator: IndicatorToRecord }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { change, failure } = useChange(RecordMilestoneDocument, OUTDATED)
  const empty = { on: "", value: "", source: "", fileIds: [], reason: "" }
  const drafted = useDraftedForm(`milestone/${id}/new`, milestoneForm, empty)
  const back = { to: "/chi-tieu/$code", params: { code } } as const
  return (
    <RecordForm
      drafted={drafted}
      failure={failure}
      send={async ({ reason, ...values }, idempotencyKey) => {
        const milestone = { ...values, unit: unit ?? null }
        const input = { indicatorId: id, milestone, reason, idempotencyKey }
        return (await change({ input }))?.recordMilestone ?? null
      }}
      onDone={() => void navigate(back)}
      submit={t`Đặt mốc`}
      cancel={<Link {...back}>{t`Thôi`}</Link>}
    >
      <MilestoneFields unit={unit} />
    </RecordForm>
  )
}
