import { useLingui } from "@lingui/react/macro"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { graphql } from "../../__generated__/index.ts"
import { attachedOf } from "../../evidence/attached-file.ts"
import { ChangeForm } from "../../form/change-form.tsx"
import { typedFigure } from "../../form/figure.ts"
import { useChange } from "../../graph/change-graph.ts"
import { Notice } from "../../notice/notice.tsx"
import { COORDINATING, type IndicatorToRecord, OUTDATED, RecordingPage } from "../recording-page.tsx"
import { MilestoneFields } from "./milestone-fields.tsx"
import { milestoneCorrection } from "./milestone-form.ts"

const CorrectMilestoneDocument = graphql(`
  mutation CorrectMilestone($input: CorrectMilestoneInput!) {
    correctMilestone(input: $input) {
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

const route = getRouteApi("/chi-tieu/$code/moc/$id/sua")

/** Corrects a figure to be reached on the way. */
export function MilestoneChange() {
  const { t } = useLingui()
  const { code, id } = route.useParams()
  return (
    <RecordingPage code={code} title={t`Đính chính mốc của chỉ tiêu ${code}`} to={COORDINATING}>
      {(indicator, readAgain) => {
        const standing = indicator.milestones.find(({ chainId }) => chainId === id)
        return standing ? (
          <Correcting indicator={indicator} standing={standing} readAgain={readAgain} />
        ) : (
          <Notice tone="information" title={t`Mốc này đã được rút`}>
            <Link to="/chi-tieu/$code" params={{ code }}>{t`Xem chỉ tiêu`}</Link>
          </Notice>
        )
      }}
    </RecordingPage>
  )
}

interface CorrectingProps {
  indicator: IndicatorToRecord
  standing: IndicatorToRecord["milestones"][number]
  readAgain: () => Promise<unknown>
}

function Correcting({ indicator: { code, unit }, standing, readAgain }: CorrectingProps) {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const { change, failure } = useChange(CorrectMilestoneDocument, OUTDATED)
  const back = { to: "/chi-tieu/$code", params: { code } } as const
  const typed = {
    on: standing.on,
    value: typedFigure(standing.value, i18n.locale),
    source: standing.source ?? "",
    fileIds: attachedOf(standing.files),
    reason: "",
  }
  return (
    <ChangeForm
      name={`milestone/${standing.chainId}`}
      schema={milestoneCorrection}
      standing={typed}
      failure={failure}
      readAgain={readAgain}
      send={async ({ reason, ...values }, idempotencyKey) => {
        const milestone = { ...values, unit: unit ?? null }
        const input = { id: standing.id, version: standing.version, milestone, reason, idempotencyKey }
        return (await change({ input }))?.correctMilestone ?? null
      }}
      onDone={() => void navigate(back)}
      cancel={<Link {...back}>{t`Thôi`}</Link>}
    >
      <MilestoneFields unit={unit} />
    </ChangeForm>
  )
}
