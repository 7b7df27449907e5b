import { useLingui } from "@lingui/react/macro"
import { Link, useNavigate } from "@tanstack/react-router"
import { graphql } from "../__generated__/index.ts"
import { useDraftedForm } from "../form/drafted-form.ts"
import { RecordForm } from "../form/record-form.tsx"
import { useChange } from "../graph/change-graph.ts"
import { Restricted } from "../session/restricted.tsx"
import { Page } from "../shell/page.tsx"
import { RoundFields } from "./round-fields.tsx"
import { EMPTY_ROUND, roundForm } from "./round-form.ts"

const CreateRoundDocument = graphql(`
  mutation CreateRound($input: CreateRoundInput!) {
    createRound(input: $input) {
      round {
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

/** Prepares a round; nobody is asked before it is opened. */
export function NewRound() {
  const { t } = useLingui()
  const title = t`Lập kỳ báo cáo`
  return (
    <Restricted to="reports:write" title={title}>
      <Page title={title} above={<Link to="/ky-bao-cao">{t`Kỳ báo cáo`}</Link>}>
        <Preparing />
      </Page>
    </Restricted>
  )
}

function Preparing() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const drafted = useDraftedForm("round/new", roundForm, EMPTY_ROUND)
  const { change, failure } = useChange(CreateRoundDocument, ["reportingRounds"])
  return (
    <RecordForm
      drafted={drafted}
      failure={failure}
      send={async (values, idempotencyKey) =>
        (await change({ input: { ...values, idempotencyKey } }))?.createRound ?? null
      }
      onDone={({ round }) =>
        void navigate(round ? { to: "/ky-bao-cao/$id", params: { id: round.id } } : { to: "/ky-bao-cao" })
      }
      submit={t`Lập kỳ báo cáo`}
      cancel={<Link to="/ky-bao-cao">{t`Thôi`}</Link>}
    >
      <RoundFields />
    </RecordForm>
  )
}
