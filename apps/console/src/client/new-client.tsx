import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import type { RegisterClientMutation } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { useDraftedForm } from "../form/drafted-form.ts"
import { RecordForm } from "../form/record-form.tsx"
import { useChange } from "../graph/change-graph.ts"
import { Restricted } from "../session/restricted.tsx"
import { Page } from "../shell/page.tsx"
import { ClientFields } from "./client-fields.tsx"
import { clientForm, EMPTY_CLIENT } from "./client-form.ts"
import { SecretOnce } from "./secret-once.tsx"

const RegisterClientDocument = graphql(`
  mutation RegisterClient($input: RegisterApiClientInput!) {
    registerApiClient(input: $input) {
      client {
        id
        clientId
        name
      }
      secret
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

type Registered = RegisterClientMutation["registerApiClient"]

/** Registers another team's system and shows its secret, this once. */
export function NewClient() {
  const { t } = useLingui()
  const [registered, setRegistered] = useState<Registered | null>(null)
  const client = registered?.client
  return (
    <Restricted to="clients:write" title={t`Đăng ký hệ thống kết nối`}>
      {client ? (
        <Page
          title={t`Đã đăng ký “${client.name}”`}
          above={<Link to="/he-thong">{t`Hệ thống kết nối`}</Link>}
        >
          <SecretOnce clientId={client.clientId} secret={registered.secret ?? null} />
          <p>
            <Link to="/he-thong/$id" params={{ id: client.id }}>
              {t`Đã lưu mã, đến trang của hệ thống`}
            </Link>
          </p>
        </Page>
      ) : (
        <Registration onDone={setRegistered} />
      )}
    </Restricted>
  )
}

function Registration({ onDone }: { onDone: (registered: Registered) => void }) {
  const { t } = useLingui()
  const { change, failure } = useChange(RegisterClientDocument, ["apiClients"])
  const drafted = useDraftedForm("client/new", clientForm, EMPTY_CLIENT)
  return (
    <Page title={t`Đăng ký hệ thống kết nối`} above={<Link to="/he-thong">{t`Hệ thống kết nối`}</Link>}>
      <RecordForm
        drafted={drafted}
        failure={failure}
        send={async (values, idempotencyKey) =>
          (await change({ input: { ...values, idempotencyKey } }))?.registerApiClient ?? null
        }
        onDone={onDone}
        submit={t`Đăng ký và tạo mã bí mật`}
        cancel={<Link to="/he-thong">{t`Thôi`}</Link>}
      >
        <ClientFields />
      </RecordForm>
    </Page>
  )
}
