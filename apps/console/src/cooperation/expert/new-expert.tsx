import { useLingui } from "@lingui/react/macro"
import { Link, useNavigate } from "@tanstack/react-router"
import { graphql } from "../../__generated__/index.ts"
import { useDraftedForm } from "../../form/drafted-form.ts"
import { RecordForm } from "../../form/record-form.tsx"
import { useChange } from "../../graph/change-graph.ts"
import { Restricted } from "../../session/restricted.tsx"
import { CooperationPage } from "../cooperation-page.tsx"
import { ExpertFields } from "./expert-fields.tsx"
import { EMPTY_EXPERT, expertForm } from "./expert-form.ts"

const CreateExpertDocument = graphql(`
  mutation CreateExpert($input: CreateExpertInput!) {
    createExpert(input: $input) {
      expert {
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

/** Records an expert. */
export function NewExpert() {
  const { t } = useLingui()
  return (
    <Restricted to="experts:write" title={t`Ghi chuyên gia mới`}>
      <ExpertToRecord />
    </Restricted>
  )
}

function ExpertToRecord() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { change, failure } = useChange(CreateExpertDocument, ["experts", "expert"])
  const drafted = useDraftedForm("expert/new", expertForm, EMPTY_EXPERT)
  return (
    <CooperationPage title={t`Ghi chuyên gia mới`}>
      <RecordForm
        drafted={drafted}
        failure={failure}
        send={async (values, idempotencyKey) =>
          (await change({ input: { ...values, idempotencyKey } }))?.createExpert ?? null
        }
        onDone={({ expert }) =>
          expert && void navigate({ to: "/hop-tac/chuyen-gia/$id", params: { id: expert.id } })
        }
        submit={t`Ghi`}
        cancel={<Link to="/hop-tac/chuyen-gia">{t`Thôi`}</Link>}
      >
        <ExpertFields />
      </RecordForm>
    </CooperationPage>
  )
}
