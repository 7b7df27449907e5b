import { useLingui } from "@lingui/react/macro"
import { Button, Skeleton } from "@mantine/core"
import { getRouteApi, Link } from "@tanstack/react-router"
import { useRef, useState } from "react"
import type { ClientDetailQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { PrintedInstant } from "../calendar/printed-instant.tsx"
import { Absent, Fact, Facts, LinkList } from "../facts/facts.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useUnreadTitle } from "../graph/unread-title.ts"
import { useMay } from "../session/permission.ts"
import { Restricted } from "../session/restricted.tsx"
import { ActionLink } from "../shell/action-link.tsx"
import { NotFound } from "../shell/not-found.tsx"
import { Page, Panel } from "../shell/page.tsx"
import { grantableScopeName } from "./client-names.ts"
import { ClientStateMark } from "./client-state-mark.tsx"
import { ClientTimeline } from "./client-timeline.tsx"
import { ClientUse } from "./client-use.tsx"
import { RevokeDialog } from "./revoke-dialog.tsx"
import { RotateDialog } from "./rotate-dialog.tsx"
import { SecretOnce } from "./secret-once.tsx"

const ClientDetailDocument = graphql(`
  query ClientDetail($id: ID!) {
    apiClient(id: $id) {
      id
      version
      clientId
      name
      owner
      contact
      purpose
      scopes
      quotaPerMinute
      expiresOn
      state
      registeredAt
      registeredBy
      revokedAt
      revocationReason
      lastUsedAt
      secrets {
        id
        hint
        createdAt
        expiresAt
      }
      ...ClientUse
    }
  }
`)

type Client = NonNullable<ClientDetailQuery["apiClient"]>

const route = getRouteApi("/he-thong/$id")

/** One system: what it may ask, what it asked, its secrets. */
export function ClientDetail() {
  const { t } = useLingui()
  return (
    <Restricted to="clients:read" title={t`Hệ thống kết nối`}>
      <System />
    </Restricted>
  )
}

function System() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const answer = useGraph(ClientDetailDocument, { id })
  const unread = useUnreadTitle(answer)
  const client = answer.data?.apiClient
  if (client === null && answer.failure === null) return <NotFound />
  return (
    <Page
      title={client?.name ?? unread}
      above={<Link to="/he-thong">{t`Hệ thống kết nối`}</Link>}
      beside={client && <ClientStateMark state={client.state} />}
    >
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ apiClient }) =>
          apiClient && (
            <>
              <Credentials client={apiClient} readAgain={answer.readAgain} />
              <ClientUse client={apiClient} />
              <Details client={apiClient} />
            </>
          )
        }
      </Answered>
      {answer.data?.apiClient && <ClientTimeline id={answer.data.apiClient.id} />}
    </Page>
  )
}

function Credentials({ client, readAgain }: { client: Client; readAgain: () => Promise<unknown> }) {
  const { t } = useLingui()
  const mayWrite = useMay("clients:write") && client.state !== "REVOKED"
  const rotation = useRef<HTMLDialogElement>(null)
  const revocation = useRef<HTMLDialogElement>(null)
  const [rotated, setRotated] = useState<{ secret: string | null } | null>(null)
  return (
    <>
      {rotated && <SecretOnce key={rotated.secret} clientId={client.clientId} secret={rotated.secret} />}
      <Panel
        title={t`Thông tin truy cập`}
        beside={
          mayWrite && (
            <Button.Group>
              <Button variant="default" size="xs" onClick={() => rotation.current?.showModal()}>
                {t`Đổi mã bí mật`}
              </Button>
              <Button variant="default" size="xs" onClick={() => revocation.current?.showModal()}>
                {t`Thu hồi`}
              </Button>
            </Button.Group>
          )
        }
      >
        <Facts>
          <Fact name={t`Mã hệ thống (client id)`}>
            <code>{client.clientId}</code>
          </Fact>
          <Fact name={t`Mã bí mật còn hiệu lực`}>
            {client.secrets.length === 0 ? (
              <Absent>{t`không có`}</Absent>
            ) : (
              <LinkList>
                {client.secrets.map(({ id, hint, createdAt, expiresAt }) => (
                  <li key={id}>
                    <code>…{hint}</code>
                    <span>
                      {t`cấp lúc`} <PrintedInstant instant={createdAt} />
                    </span>
                    {expiresAt && (
                      <span>
                        {t`hết hiệu lực lúc`} <PrintedInstant instant={expiresAt} />
                      </span>
                    )}
                  </li>
                ))}
              </LinkList>
            )}
          </Fact>
          <Fact name={t`Lần gọi gần nhất`}>
            {client.lastUsedAt ? (
              <PrintedInstant instant={client.lastUsedAt} />
            ) : (
              <Absent>{t`chưa gọi lần nào`}</Absent>
            )}
          </Fact>
          {client.revokedAt && (
            <Fact name={t`Thu hồi`}>
              <PrintedInstant instant={client.revokedAt} />: {client.revocationReason}
            </Fact>
          )}
        </Facts>
      </Panel>
      <RotateDialog
        dialog={rotation}
        client={client}
        onDone={(secret) => {
          setRotated({ secret })
          void readAgain()
        }}
      />
      <RevokeDialog dialog={revocation} client={client} onDone={() => void readAgain()} />
    </>
  )
}

function Details({ client }: { client: Client }) {
  const { t, i18n } = useLingui()
  const mayChange = useMay("clients:write") && client.state !== "REVOKED"
  const names: Record<string, string> = Object.fromEntries(
    Object.entries(grantableScopeName).map(([scope, name]) => [scope, i18n._(name)]),
  )
  return (
    <Panel
      title={t`Thông tin đã ghi`}
      beside={
        mayChange && (
          <ActionLink to="/he-thong/$id/sua" params={{ id: client.id }}>
            {t`Sửa`}
          </ActionLink>
        )
      }
    >
      <Facts>
        <Fact name={t`Đơn vị chủ quản`}>{client.owner}</Fact>
        <Fact name={t`Đầu mối liên hệ`}>{client.contact}</Fact>
        <Fact name={t`Mục đích`}>{client.purpose}</Fact>
        <Fact name={t`Phạm vi được cấp`}>
          {client.scopes.length === 0
            ? t`Chỉ phần đã công bố`
            : client.scopes.map((scope) => names[scope] ?? scope).join("; ")}
        </Fact>
        <Fact name={t`Hạn mức`}>{t`${i18n.number(client.quotaPerMinute)} yêu cầu mỗi phút`}</Fact>
        <Fact name={t`Ngày hết hạn`}>
          <PrintedDate date={client.expiresOn} />
        </Fact>
        <Fact name={t`Đăng ký`}>
          <PrintedInstant instant={client.registeredAt} />, {client.registeredBy}
        </Fact>
      </Facts>
    </Panel>
  )
}
