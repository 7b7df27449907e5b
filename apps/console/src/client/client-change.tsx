import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import type { GrantableScope } from "@plan43/authorization/scope"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import type { ClientToChangeQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { ChangeForm } from "../form/change-form.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useChange } from "../graph/change-graph.ts"
import { Restricted } from "../session/restricted.tsx"
import { NotFound } from "../shell/not-found.tsx"
import { Page } from "../shell/page.tsx"
import { ClientFields } from "./client-fields.tsx"
import { type ClientTyped, clientForm } from "./client-form.ts"

const ClientToChangeDocument = graphql(`
  query ClientToChange($id: ID!) {
    apiClient(id: $id) {
      id
      version
      name
      owner
      contact
      purpose
      scopes
      quotaPerMinute
      expiresOn
    }
  }
`)

const ChangeClientDocument = graphql(`
  mutation ChangeClient($input: ChangeApiClientInput!) {
    changeApiClient(input: $input) {
      client {
        id
        version
        state
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

type Client = NonNullable<ClientToChangeQuery["apiClient"]>

const route = getRouteApi("/he-thong/$id/sua")

/** Changes what a system may ask, and who answers for it. */
export function ClientChange() {
  const { t } = useLingui()
  return (
    <Restricted to="clients:write" title={t`Sửa hệ thống kết nối`}>
      <ClientToChange />
    </Restricted>
  )
}

function ClientToChange() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const answer = useGraph(ClientToChangeDocument, { id })
  if (answer.data?.apiClient === null && answer.failure === null) return <NotFound />
  return (
    <Page
      title={t`Sửa hệ thống kết nối`}
      above={
        <Link to="/he-thong/$id" params={{ id }}>
          {answer.data?.apiClient?.name ?? t`Hệ thống kết nối`}
        </Link>
      }
    >
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ apiClient }) => apiClient && <ClientChanging client={apiClient} readAgain={answer.readAgain} />}
      </Answered>
    </Page>
  )
}

function ClientChanging({ client, readAgain }: { client: Client; readAgain: () => Promise<unknown> }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { id, version } = client
  const { change, failure } = useChange(ChangeClientDocument, ["apiClients"])
  const back = { to: "/he-thong/$id", params: { id } } as const
  return (
    <ChangeForm
      name={`client/${id}`}
      schema={clientForm}
      standing={typedOf(client)}
      failure={failure}
      readAgain={readAgain}
      send={async (values, idempotencyKey) =>
        (await change({ input: { ...values, id, version, idempotencyKey } }))?.changeApiClient ?? null
      }
      onDone={() => void navigate(back)}
      cancel={<Link {...back}>{t`Thôi`}</Link>}
    >
      <ClientFields />
    </ChangeForm>
  )
}

function typedOf({ name, owner, contact, purpose, scopes, quotaPerMinute, expiresOn }: Client): ClientTyped {
  return {
    name,
    owner,
    contact,
    purpose,
    scopes: scopes as GrantableScope[],
    quotaPerMinute: String(quotaPerMinute),
    expiresOn,
    reason: "",
  }
}
