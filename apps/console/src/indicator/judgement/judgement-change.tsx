import { useLingui } from "@lingui/react/macro"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { graphql } from "../../__generated__/index.ts"
import { attachedOf } from "../../evidence/attached-file.ts"
import { ChangeForm } from "../../form/change-form.tsx"
import { useChange } from "../../graph/change-graph.ts"
import { Notice } from "../../notice/notice.tsx"
import { COORDINATING, type IndicatorToRecord, OUTDATED, RecordingPage } from "../recording-page.tsx"
import { JudgementFields } from "./judgement-fields.tsx"
import { judgementCorrection } from "./judgement-form.ts"

const CorrectJudgementDocument = graphql(`
  mutation CorrectJudgement($input: CorrectJudgementInput!) {
    correctJudgement(input: $input) {
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

const route = getRouteApi("/chi-tieu/$code/danh-gia/$id/sua")

/** Corrects what a coordinator judged. */
export function JudgementChange() {
  const { t } = useLingui()
  const { code, id } = route.useParams()
  return (
    <RecordingPage code={code} title={t`Đính chính đánh giá chỉ tiêu ${code}`} to={COORDINATING}>
      {(indicator, readAgain) => {
        const standing = indicator.judgements.find(({ chainId }) => chainId === id)
        return standing ? (
          <Correcting indicator={indicator} standing={standing} readAgain={readAgain} />
        ) : (
          <Notice tone="information" title={t`Đánh giá này đã được rút`}>
            <Link to="/chi-tieu/$code" params={{ code }}>{t`Xem chỉ tiêu`}</Link>
          </Notice>
        )
      }}
    </RecordingPage>
  )
}

interface CorrectingProps {
  indicator: IndicatorToRecord
  standing: IndicatorToRecord["judgements"][number]
  readAgain: () => Promise<unknown>
}

function Correcting({ indicator: { code, judgeable }, standing, readAgain }: CorrectingProps) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { change, failure } = useChange(CorrectJudgementDocument, OUTDATED)
  const back = { to: "/chi-tieu/$code", params: { code } } as const
  const { id, chainId, version, state, on, evidence, source, files } = standing
  return (
    <ChangeForm
      name={`judgement/${chainId}`}
      schema={judgementCorrection}
      standing={{ state, on, evidence, source, fileIds: attachedOf(files), reason: "" }}
      failure={failure}
      readAgain={readAgain}
      send={async (values, idempotencyKey) =>
        (await change({ input: { ...values, id, version, idempotencyKey } }))?.correctJudgement ?? null
      }
      onDone={() => void navigate(back)}
      cancel={<Link {...back}>{t`Thôi`}</Link>}
    >
      <JudgementFields judgeable={judgeable} />
    </ChangeForm>
  )
}
