import { useLingui } from "@lingui/react/macro"
import { Link, useNavigate } from "@tanstack/react-router"
import { graphql } from "../../__generated__/index.ts"
import { useDraftedForm } from "../../form/drafted-form.ts"
import { RecordForm } from "../../form/record-form.tsx"
import { useChange } from "../../graph/change-graph.ts"
import { Restricted } from "../../session/restricted.tsx"
import { CooperationPage } from "../cooperation-page.tsx"
import { ActivityFields } from "./activity-fields.tsx"
import { activityForm, EMPTY_ACTIVITY } from "./activity-form.ts"

const CreateActivityDocument = graphql(`
  mutation CreateActivity($input: CreateCooperationActivityInput!) {
    createCooperationActivity(input: $input) {
      activity {
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

/** Records an activity. */
export function NewActivity() {
  const { t } = useLingui()
  return (
    <Restricted to="cooperation:write" title={t`Ghi hoạt động mới`}>
      <ActivityToRecord />
    </Restricted>
  )
}

function ActivityToRecord() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { change, failure } = useChange(CreateActivityDocument, [
    "cooperationActivities",
    "cooperationActivity",
  ])
  const drafted = useDraftedForm("activity/new", activityForm, EMPTY_ACTIVITY)
  return (
    <CooperationPage title={t`Ghi hoạt động mới`}>
      <RecordForm
        drafted={drafted}
        failure={failure}
        send={async (values, idempotencyKey) =>
          (await change({ input: { ...values, idempotencyKey } }))?.createCooperationActivity ?? null
        }
        onDone={({ activity }) =>
          activity && void navigate({ to: "/hop-tac/hoat-dong/$id", params: { id: activity.id } })
        }
        submit={t`Ghi`}
        cancel={<Link to="/hop-tac/hoat-dong">{t`Thôi`}</Link>}
      >
        <ActivityFields />
      </RecordForm>
    </CooperationPage>
  )
}
