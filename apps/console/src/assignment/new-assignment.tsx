import { useLingui } from "@lingui/react/macro"
import { Link, useNavigate } from "@tanstack/react-router"
import { graphql } from "../__generated__/index.ts"
import { useDraftedForm } from "../form/drafted-form.ts"
import { RecordForm } from "../form/record-form.tsx"
import { useChange } from "../graph/change-graph.ts"
import { Restricted } from "../session/restricted.tsx"
import { Page } from "../shell/page.tsx"
import { AssignmentFields } from "./assignment-fields.tsx"
import { assignmentForm, EMPTY_ASSIGNMENT, sentOf } from "./assignment-form.ts"

const AssignPersonDocument = graphql(`
  mutation AssignPerson($input: AssignPersonInput!) {
    assignPerson(input: $input) {
      assignment {
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

/** Gives a person a role. */
export function NewAssignment() {
  const { t } = useLingui()
  return (
    <Restricted to="assignments:write" title={t`Phân công người`}>
      <Assigning />
    </Restricted>
  )
}

function Assigning() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { change, failure } = useChange(AssignPersonDocument, ["assignments"])
  const drafted = useDraftedForm("assignment/new", assignmentForm, EMPTY_ASSIGNMENT)
  return (
    <Page title={t`Phân công người`} above={<Link to="/phan-cong">{t`Phân công`}</Link>}>
      <RecordForm
        drafted={drafted}
        failure={failure}
        send={async (values, idempotencyKey) =>
          (await change({ input: { ...sentOf(values), idempotencyKey } }))?.assignPerson ?? null
        }
        onDone={({ assignment }) =>
          assignment && void navigate({ to: "/phan-cong/$id", params: { id: assignment.id } })
        }
        submit={t`Phân công`}
        cancel={<Link to="/phan-cong">{t`Thôi`}</Link>}
      >
        <AssignmentFields />
      </RecordForm>
    </Page>
  )
}
