import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import type { ActivityToChangeQuery } from "../../__generated__/graphql.ts"
import { graphql } from "../../__generated__/index.ts"
import { ChangeForm } from "../../form/change-form.tsx"
import { Answered } from "../../graph/answered.tsx"
import { useGraph } from "../../graph/ask-graph.ts"
import { useChange } from "../../graph/change-graph.ts"
import { Restricted } from "../../session/restricted.tsx"
import { NotFound } from "../../shell/not-found.tsx"
import { CooperationPage } from "../cooperation-page.tsx"
import { ActivityFields } from "./activity-fields.tsx"
import { type ActivityTyped, activityForm } from "./activity-form.ts"

const ActivityToChangeDocument = graphql(`
  query ActivityToChange($id: ID!) {
    cooperationActivity(id: $id) {
      id
      version
      title
      kind
      purpose
      startsOn
      endsOn
      place
      countryCode
      participants
      outputs
      followUps
      partners {
        id
        name
      }
      agreement {
        id
        title
      }
      programme {
        id
        title
      }
      responsibleAgency {
        id
        name
      }
    }
  }
`)

const UpdateActivityDocument = graphql(`
  mutation UpdateActivity($input: UpdateCooperationActivityInput!) {
    updateCooperationActivity(input: $input) {
      activity {
        id
        version
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

type Row = NonNullable<ActivityToChangeQuery["cooperationActivity"]>

const route = getRouteApi("/hop-tac/hoat-dong/$id/sua")

/** Changes what is recorded about an activity. */
export function ActivityChange() {
  const { t } = useLingui()
  return (
    <Restricted to="cooperation:write" title={t`Sửa hoạt động`}>
      <ActivityToChange />
    </Restricted>
  )
}

function ActivityToChange() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const answer = useGraph(ActivityToChangeDocument, { id })
  if (answer.data?.cooperationActivity === null && answer.failure === null) return <NotFound />
  return (
    <CooperationPage title={t`Sửa hoạt động`}>
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ cooperationActivity: row }) =>
          // A part that did not come would be written as if it were empty
          row && answer.failure === null && <ActivityChanging row={row} readAgain={answer.readAgain} />
        }
      </Answered>
    </CooperationPage>
  )
}

function ActivityChanging({ row, readAgain }: { row: Row; readAgain: () => Promise<unknown> }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { id, version } = row
  const { change, failure } = useChange(UpdateActivityDocument, [
    "cooperationActivities",
    "cooperationActivity",
  ])
  const back = { to: "/hop-tac/hoat-dong/$id", params: { id } } as const
  return (
    <ChangeForm
      name={`activity/${id}`}
      schema={activityForm}
      standing={typedOf(row)}
      failure={failure}
      readAgain={readAgain}
      send={async (values, idempotencyKey) =>
        (await change({ input: { ...values, id, version, idempotencyKey } }))?.updateCooperationActivity ??
        null
      }
      onDone={() => void navigate(back)}
      cancel={<Link {...back}>{t`Thôi`}</Link>}
    >
      <ActivityFields />
    </ChangeForm>
  )
}

function typedOf(row: Row): ActivityTyped {
  return {
    title: row.title,
    kind: row.kind,
    purpose: row.purpose ?? "",
    startsOn: row.startsOn ?? "",
    endsOn: row.endsOn ?? "",
    place: row.place ?? "",
    countryCode: row.countryCode ?? "",
    participants: row.participants.join("\n"),
    outputs: row.outputs ?? "",
    followUps: row.followUps ?? "",
    partnerIds: row.partners.map(({ id, name }) => ({ id, name })),
    agreementId: row.agreement ? { id: row.agreement.id, name: row.agreement.title } : null,
    programmeId: row.programme ? { id: row.programme.id, name: row.programme.title } : null,
    responsibleAgencyId: row.responsibleAgency
      ? { id: row.responsibleAgency.id, name: row.responsibleAgency.name }
      : null,
    reason: "",
  }
}
