import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import type { ExpertToChangeQuery } from "../../__generated__/graphql.ts"
import { graphql } from "../../__generated__/index.ts"
import { ChangeForm } from "../../form/change-form.tsx"
import { Answered } from "../../graph/answered.tsx"
import { useGraph } from "../../graph/ask-graph.ts"
import { useChange } from "../../graph/change-graph.ts"
import { Restricted } from "../../session/restricted.tsx"
import { NotFound } from "../../shell/not-found.tsx"
import { CooperationPage } from "../cooperation-page.tsx"
import { ExpertFields } from "./expert-fields.tsx"
import { type ExpertTyped, expertForm } from "./expert-form.ts"

const ExpertToChangeDocument = graphql(`
  query ExpertToChange($id: ID!) {
    expert(id: $id) {
      id
      version
      name
      fields
      countryCode
      organisation
      email
      phone
      consentedOn
    }
  }
`)

const UpdateExpertDocument = graphql(`
  mutation UpdateExpert($input: UpdateExpertInput!) {
    updateExpert(input: $input) {
      expert {
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

type Row = NonNullable<ExpertToChangeQuery["expert"]>

const route = getRouteApi("/hop-tac/chuyen-gia/$id/sua")

/** Changes what is recorded about an expert. */
export function ExpertChange() {
  const { t } = useLingui()
  return (
    <Restricted to="experts:write" title={t`Sửa chuyên gia`}>
      <ExpertToChange />
    </Restricted>
  )
}

function ExpertToChange() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const answer = useGraph(ExpertToChangeDocument, { id })
  if (answer.data?.expert === null && answer.failure === null) return <NotFound />
  return (
    <CooperationPage title={t`Sửa chuyên gia`}>
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ expert: row }) =>
          // A part that did not come would be written as if it were empty
          row && answer.failure === null && <ExpertChanging row={row} readAgain={answer.readAgain} />
        }
      </Answered>
    </CooperationPage>
  )
}

function ExpertChanging({ row, readAgain }: { row: Row; readAgain: () => Promise<unknown> }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { id, version } = row
  const { change, failure } = useChange(UpdateExpertDocument, ["experts", "expert"])
  const back = { to: "/hop-tac/chuyen-gia/$id", params: { id } } as const
  return (
    <ChangeForm
      name={`expert/${id}`}
      schema={expertForm}
      standing={typedOf(row)}
      failure={failure}
      readAgain={readAgain}
      send={async (values, idempotencyKey) =>
        (await change({ input: { ...values, id, version, idempotencyKey } }))?.updateExpert ?? null
      }
      onDone={() => void navigate(back)}
      cancel={<Link {...back}>{t`Thôi`}</Link>}
    >
      <ExpertFields />
    </ChangeForm>
  )
}

function typedOf(row: Row): ExpertTyped {
  return {
    name: row.name,
    fields: row.fields.join("\n"),
    countryCode: row.countryCode ?? "",
    organisation: row.organisation ?? "",
    email: row.email ?? "",
    phone: row.phone ?? "",
    consentedOn: row.consentedOn,
    reason: "",
  }
}
