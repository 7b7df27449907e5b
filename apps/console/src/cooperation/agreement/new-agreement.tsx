import { useLingui } from "@lingui/react/macro"
import { Link, useNavigate } from "@tanstack/react-router"
import { graphql } from "../../__generated__/index.ts"
import { useDraftedForm } from "../../form/drafted-form.ts"
import { RecordForm } from "../../form/record-form.tsx"
import { useChange } from "../../graph/change-graph.ts"
import { Restricted } from "../../session/restricted.tsx"
import { CooperationPage } from "../cooperation-page.tsx"
import { AgreementFields } from "./agreement-fields.tsx"
import { agreementForm, EMPTY_AGREEMENT } from "./agreement-form.ts"

const CreateAgreementDocument = graphql(`
  mutation CreateAgreement($input: CreateAgreementInput!) {
    createAgreement(input: $input) {
      agreement {
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

/** Records an agreement. */
export function NewAgreement() {
  const { t } = useLingui()
  return (
    <Restricted to="cooperation:write" title={t`Ghi thỏa thuận mới`}>
      <AgreementToRecord />
    </Restricted>
  )
}

function AgreementToRecord() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { change, failure } = useChange(CreateAgreementDocument, ["agreements", "agreement"])
  const drafted = useDraftedForm("agreement/new", agreementForm, EMPTY_AGREEMENT)
  return (
    <CooperationPage title={t`Ghi thỏa thuận mới`}>
      <RecordForm
        drafted={drafted}
        failure={failure}
        send={async (values, idempotencyKey) =>
          (await change({ input: { ...values, idempotencyKey } }))?.createAgreement ?? null
        }
        onDone={({ agreement }) =>
          agreement && void navigate({ to: "/hop-tac/thoa-thuan/$id", params: { id: agreement.id } })
        }
        submit={t`Ghi`}
        cancel={<Link to="/hop-tac/thoa-thuan">{t`Thôi`}</Link>}
      >
        <AgreementFields />
      </RecordForm>
    </CooperationPage>
  )
}
