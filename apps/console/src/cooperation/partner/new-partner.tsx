import { useLingui } from "@lingui/react/macro"
import { Link, useNavigate } from "@tanstack/react-router"
import { graphql } from "../../__generated__/index.ts"
import { useDraftedForm } from "../../form/drafted-form.ts"
import { RecordForm } from "../../form/record-form.tsx"
import { useChange } from "../../graph/change-graph.ts"
import { Restricted } from "../../session/restricted.tsx"
import { CooperationPage } from "../cooperation-page.tsx"
import { PartnerFields } from "./partner-fields.tsx"
import { EMPTY_PARTNER, partnerForm } from "./partner-form.ts"

const CreatePartnerDocument = graphql(`
  mutation CreatePartner($input: CreatePartnerInput!) {
    createPartner(input: $input) {
      partner {
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

/** Records a partner. */
export function NewPartner() {
  const { t } = useLingui()
  return (
    <Restricted to="cooperation:write" title={t`Ghi đối tác mới`}>
      <PartnerToRecord />
    </Restricted>
  )
}

function PartnerToRecord() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { change, failure } = useChange(CreatePartnerDocument, ["partners", "partner"])
  const drafted = useDraftedForm("partner/new", partnerForm, EMPTY_PARTNER)
  return (
    <CooperationPage title={t`Ghi đối tác mới`}>
      <RecordForm
        drafted={drafted}
        failure={failure}
        send={async (values, idempotencyKey) =>
          (await change({ input: { ...values, idempotencyKey } }))?.createPartner ?? null
        }
        onDone={({ partner }) =>
          partner && void navigate({ to: "/hop-tac/doi-tac/$id", params: { id: partner.id } })
        }
        submit={t`Ghi`}
        cancel={<Link to="/hop-tac/doi-tac">{t`Thôi`}</Link>}
      >
        <PartnerFields />
      </RecordForm>
    </CooperationPage>
  )
}
