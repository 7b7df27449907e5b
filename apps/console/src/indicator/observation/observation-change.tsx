import { useLingui } from "@lingui/react/macro"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { graphql } from "../../__generated__/index.ts"
import { attachedOf } from "../../evidence/attached-file.ts"
import { ChangeForm } from "../../form/change-form.tsx"
import { typedFigure } from "../../form/figure.ts"
import { useChange } from "../../graph/change-graph.ts"
import { Notice } from "../../notice/notice.tsx"
import { periodWords } from "../period-words.ts"
import { type IndicatorToRecord, OUTDATED, REPORTING, RecordingPage } from "../recording-page.tsx"
import { ObservationFields } from "./observation-fields.tsx"
import { correctionForm, figureRead, type ObservationTyped } from "./observation-form.ts"

const CorrectObservationDocument = graphql(`
  mutation CorrectObservation($input: CorrectObservationInput!) {
    correctObservation(input: $input) {
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

const route = getRouteApi("/chi-tieu/$code/so-lieu/$ky/dinh-chinh")

/** Puts a corrected figure in the place of one; the old one is kept. */
export function ObservationChange() {
  const { t, i18n } = useLingui()
  const { code, ky } = route.useParams()
  const period = i18n._(periodWords(ky))
  return (
    <RecordingPage code={code} title={t`Đính chính số liệu chỉ tiêu ${code}: ${period}`} to={REPORTING}>
      {(indicator, readAgain) => {
        const standing = indicator.observations.edges.find(({ node }) => node.periodKey === ky)?.node
        return standing ? (
          <Correcting indicator={indicator} standing={standing} readAgain={readAgain} />
        ) : (
          <Notice tone="information" title={t`Kỳ này chưa có số liệu để đính chính`}>
            <Link to="/chi-tieu/$code" params={{ code }}>{t`Xem số liệu đã ghi`}</Link>
          </Notice>
        )
      }}
    </RecordingPage>
  )
}

type Standing = IndicatorToRecord["observations"]["edges"][number]["node"]

interface CorrectingProps {
  indicator: IndicatorToRecord
  standing: Standing
  readAgain: () => Promise<unknown>
}

function Correcting({ indicator, standing, readAgain }: CorrectingProps) {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const { id, code, measure, unit } = indicator
  const { change, failure } = useChange(CorrectObservationDocument, OUTDATED)
  const back = { to: "/chi-tieu/$code", params: { code } } as const
  const typed: ObservationTyped = {
    periodKey: standing.periodKey ?? "",
    value: typedFigure(standing.value, i18n.locale),
    standing: standing.provisional ? "PROVISIONAL" : "OFFICIAL",
    source: standing.source,
    evidence: standing.evidence ?? "",
    fileIds: attachedOf(standing.files),
    note: standing.note ?? "",
    reason: "",
  }
  return (
    <ChangeForm
      name={`observation/${id}/${standing.periodKey}`}
      schema={correctionForm(measure)}
      standing={typed}
      failure={failure}
      readAgain={readAgain}
      send={async (values, idempotencyKey) => {
        const { id: corrected, version } = standing
        const input = { ...figureRead(values, unit), id: corrected, version, idempotencyKey }
        return (await change({ input }))?.correctObservation ?? null
      }}
      onDone={() => void navigate(back)}
      cancel={<Link {...back}>{t`Thôi`}</Link>}
    >
      <ObservationFields indicator={indicator} />
    </ChangeForm>
  )
}
