import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import type { PartnerToChangeQuery } from "../../__generated__/graphql.ts"
import { graphql } from "../../__generated__/index.ts"
import { ChangeForm } from "../../form/change-form.tsx"
import { Answered } from "../../graph/answered.tsx"
import { useGraph } from "../../graph/ask-graph.ts"
import { useChange } from "../../graph/change-graph.ts"
import { Restricted } from "../../session/restricted.tsx"
import { NotFound } from "../../shell/not-found.tsx"
import { CooperationPage } from "../cooperation-page.tsx"
import { PartnerFields } from "./partner-fields.tsx"
import { type PartnerTyped, partnerForm } from "./partner-form.ts"

const PartnerToChangeDocument = graphql(`
  query PartnerToChange($id: ID!) {
    partner(id: $id) {
      id
      version
      name
      kind
      countryCode
      fields
      website
      note
    }
  }
`)

const UpdatePartnerDocument = graphql(`
  mutation UpdatePartner($input: UpdatePartnerInput!) {
    updatePartner(input: $input) {
      partner {
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

type Row = NonNullable<PartnerToChangeQuery["partner"]>

const route = getRouteApi("/hop-tac/doi-tac/$id/sua")

/** Changes what is recorded about a partner. */
export function PartnerChange() {
  const { t } = useLingui()
  return (
    <Restricted to="cooperation:write" title={t`Sửa đối tác`}>
      <PartnerToChange />
    </Restricted>
  )
}

function PartnerToChange() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const answer = useGraph(PartnerToChangeDocument, { id })
  if (answer.data?.partner === null && answer.failure === null) return <NotFound />
  return (
    <CooperationPage title={t`Sửa đối tác`}>
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ partner: row }) =>
          // A part that did not come would be written as if it were empty
          row && answer.failure === null && <PartnerChanging row={row} readAgain={answer.readAgain} />
        }
      </Answered>
    </CooperationPage>
  )
}

function PartnerChanging({ row, readAgain }: { row: Row; readAgain: () => Promise<unknown> }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { id, version } = row
  const { change, failure } = useChange(UpdatePartnerDocument, ["partners", "partner"])
  const back = { to: "/hop-tac/doi-tac/$id", params: { id } } as const
  return (
    <ChangeForm
      name={`partner/${id}`}
      schema={partnerForm}
      standing={typedOf(row)}
      failure={failure}
      readAgain={readAgain}
      send={async (values, idempotencyKey) =>
        (await change({ input: { ...values, id, version, idempotencyKey } }))?.updatePartner ?? null
      }
      onDone={() => void navigate(back)}
      cancel={<Link {...back}>{t`Thôi`}</Link>}
    >
      <PartnerFields />
    </ChangeForm>
  )
}

function typedOf(row: Row): PartnerTyped {
  return {
    name: row.name,
    kind: row.kind,
    countryCode: row.countryCode ?? "",
    fields: row.fields.join("\n"),
    website: row.website ?? "",
    note: row.note ?? "",
    reason: "",
  }
}
