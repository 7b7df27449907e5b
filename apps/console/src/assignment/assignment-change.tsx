import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import type { AssignmentToChangeQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { ChangeForm } from "../form/change-form.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useChange } from "../graph/change-graph.ts"
import { Restricted } from "../session/restricted.tsx"
import { NotFound } from "../shell/not-found.tsx"
import { Page } from "../shell/page.tsx"
import { AssignmentFields } from "./assignment-fields.tsx"
import { type AssignmentTyped, assignmentForm, sentOf } from "./assignment-form.ts"

const AssignmentToChangeDocument = graphql(`
  query AssignmentToChange($id: ID!) {
    assignment(id: $id) {
      id
      version
      name
      email
      subject
      role
      agency {
        id
        name
      }
      validFrom
      validTo
      note
    }
  }
`)

const ChangeAssignmentDocument = graphql(`
  mutation ChangeAssignment($input: ChangeAssignmentInput!) {
    changeAssignment(input: $input) {
      assignment {
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

type Assignment = NonNullable<AssignmentToChangeQuery["assignment"]>

const route = getRouteApi("/phan-cong/$id/sua")

/** Changes a person's role, agency or days. */
export function AssignmentChange() {
  const { t } = useLingui()
  return (
    <Restricted to="assignments:write" title={t`Sửa phân công`}>
      <AssignmentToChange />
    </Restricted>
  )
}

function AssignmentToChange() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const answer = useGraph(AssignmentToChangeDocument, { id })
  if (answer.data?.assignment === null && answer.failure === null) return <NotFound />
  return (
    <Page
      title={t`Sửa phân công`}
      above={
        <Link to="/phan-cong/$id" params={{ id }}>
          {answer.data?.assignment?.name ?? t`Phân công`}
        </Link>
      }
    >
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ assignment }) =>
          assignment &&
          answer.failure === null && (
            <AssignmentChanging assignment={assignment} readAgain={answer.readAgain} />
          )
        }
      </Answered>
    </Page>
  )
}

interface AssignmentChangingProps {
  assignment: Assignment
  readAgain: () => Promise<unknown>
}

function AssignmentChanging({ assignment, readAgain }: AssignmentChangingProps) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { id, version } = assignment
  const { change, failure } = useChange(ChangeAssignmentDocument, ["assignments", "assignment"])
  const back = { to: "/phan-cong/$id", params: { id } } as const
  return (
    <ChangeForm
      name={`assignment/${id}`}
      schema={assignmentForm}
      standing={typedOf(assignment)}
      failure={failure}
      readAgain={readAgain}
      send={async (values, idempotencyKey) =>
        (await change({ input: { ...sentOf(values), id, version, idempotencyKey } }))?.changeAssignment ??
        null
      }
      onDone={() => void navigate(back)}
      cancel={<Link {...back}>{t`Thôi`}</Link>}
    >
      <AssignmentFields />
    </ChangeForm>
  )
}

function typedOf({
  name,
  email,
  subject,
  role,
  agency,
  validFrom,
  validTo,
  note,
}: Assignment): AssignmentTyped {
  return {
    name,
    email: email ?? "",
    subject: subject ?? "",
    role,
    agencyId: agency && { id: agency.id, name: agency.name },
    validFrom,
    validTo: validTo ?? "",
    note: note ?? "",
    reason: "",
  }
}
