import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import type { GrantableScope } from "@plan43/authorization/scope"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import type { ClientToChangeQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { ChangedMeanwhileProvider, useChanges } from "../form/changed-meanwhile.ts"
import { useDraftedForm } from "../form/drafted-form.ts"
import { RecordForm } from "../form/record-form.tsx"
import { TextField } from "../form/text-field.tsx"
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
        {({ apiClient }) => apiClient && <ChangeForm client={apiClient} readAgain={answer.readAgain} />}
      </Answered>
    </Page>
  )
}

function ChangeForm({ client, readAgain }: { client: Client; readAgain: () => Promise<unknown> }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { id, version } = client
  const { change, failure } = useChange(ChangeClientDocument, ["apiClients"])
  const standing = typedOf(client)
  const drafted = useDraftedForm(`client/${id}`, clientForm, standing)
  const back = { to: "/he-thong/$id", params: { id } } as const
  return (
    <ChangedMeanwhileProvider value={useChanges(standing)}>
      <RecordForm
        drafted={drafted}
        failure={failure}
        readAgain={readAgain}
        send={async (values, idempotencyKey) =>
          (await change({ input: { ...values, id, version, idempotencyKey } }))?.changeApiClient ?? null
        }
        onDone={() => void navigate(back)}
        submit={t`Ghi thay đổi`}
        cancel={<Link {...back}>{t`Thôi`}</Link>}
      >
        <ClientFields />
        <TextField<ClientTyped> name="reason" label={t`Lý do thay đổi`} description={t`Ghi vào nhật ký`} />
      </RecordForm>
    </ChangedMeanwhileProvider>
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
