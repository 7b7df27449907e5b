import { useLingui } from "@lingui/react/macro"
import { Button, Checkbox, Skeleton, TextInput } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { useDeferredValue, useRef, useState } from "react"
import { graphql } from "../__generated__/index.ts"
import { ConfirmDialog } from "../form/confirm-dialog.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useChange } from "../graph/change-graph.ts"
import { useUnreadTitle } from "../graph/unread-title.ts"
import { Restricted } from "../session/restricted.tsx"
import { NotFound } from "../shell/not-found.tsx"
import { Panel } from "../shell/page.tsx"
import styles from "./documents.module.css"
import { DocumentsPage } from "./documents-page.tsx"
import { MergeDocumentsDocument } from "./merge-documents.ts"
import { RECORDED_WITH } from "./recorded-with.ts"

const DocumentsToMergeDocument = graphql(`
  query DocumentsToMerge($id: ID!, $text: String) {
    trigger(id: $id) {
      id
      version
      title
      plan {
        id
      }
    }
    triggers(filter: { issued: false, text: $text }, first: 100) {
      totalCount
      edges {
        node {
          id
          version
          title
          plan {
            id
          }
          tasks(first: 5) {
            edges {
              node {
                id
                code
              }
            }
          }
        }
      }
    }
  }
`)

const route = getRouteApi("/van-ban-cho/$id/gop")

/** Chooses, by hand, which other records wait for the same document. */
export function MergeDocument() {
  const { t } = useLingui()
  return (
    <Restricted to="documents:write" title={t`Gộp văn bản`}>
      <DocumentsToMerge />
    </Restricted>
  )
}

function DocumentsToMerge() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const navigate = useNavigate()
  const dialog = useRef<HTMLDialogElement>(null)
  const [words, setWords] = useState("")
  const [chosen, setChosen] = useState<ReadonlyMap<string, number>>(new Map())
  const text = useDeferredValue(words.trim())
  const answer = useGraph(DocumentsToMergeDocument, { id, text: text === "" ? null : text })
  const unread = useUnreadTitle(answer)
  const { change, failure } = useChange(MergeDocumentsDocument, RECORDED_WITH)
  const document = answer.data?.trigger
  if (document === null && answer.failure === null) return <NotFound />
  const choose = (other: string, version: number) => {
    const next = new Map(chosen)
    if (!next.delete(other)) next.set(other, version)
    setChosen(next)
  }
  return (
    <DocumentsPage
      title={t`Gộp văn bản khác vào văn bản này`}
      above={
        <>
          <Link to="/van-ban-cho">{t`Văn bản chờ`}</Link> /{" "}
          <Link to="/van-ban-cho/$id" params={{ id }} lang="vi">
            {document?.title ?? unread}
          </Link>
        </>
      }
    >
      <TextInput
        label={t`Tìm văn bản`}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Answered answer={answer} waiting={<Skeleton height={320} />}>
        {({ trigger, triggers }) => (
          <Panel
            title={t`Văn bản còn phải chờ`}
            note={t`Chọn những văn bản mà Kế hoạch gọi khác nhau nhưng thật ra là một.`}
          >
            <ul className={styles.list}>
              {triggers.edges
                .filter(({ node }) => node.id !== id && node.plan.id === trigger?.plan.id)
                .map(({ node }) => (
                  <li key={node.id}>
                    <Checkbox
                      label={<span lang="vi">{node.title}</span>}
                      description={t`Nhiệm vụ ${node.tasks.edges.map((edge) => edge.node.code).join(", ")}`}
                      checked={chosen.has(node.id)}
                      onChange={() => choose(node.id, node.version)}
                    />
                  </li>
                ))}
            </ul>
            <div className={styles.actions}>
              <Button disabled={chosen.size === 0} onClick={() => dialog.current?.showModal()}>
                {t`Gộp ${chosen.size} văn bản`}
              </Button>
              <Link to="/van-ban-cho/$id" params={{ id }}>{t`Thôi`}</Link>
            </div>
            {trigger && (
              <ConfirmDialog
                dialog={dialog}
                title={t`Gộp ${chosen.size} văn bản vào “${trigger.title}”`}
                reason="WELCOME"
                confirm={t`Gộp`}
                about={[trigger.version, [...chosen]]}
                failure={failure}
                send={async (reason, idempotencyKey) => {
                  const merged = [...chosen].map(([other, version]) => ({ id: other, version }))
                  const input = { id, version: trigger.version, merged, reason, idempotencyKey }
                  return (await change({ input }))?.mergeDocuments ?? null
                }}
                onDone={() => void navigate({ to: "/van-ban-cho/$id", params: { id } })}
              >
                <p>{t`Ghi nhận một lần sẽ bắt đầu mọi nhiệm vụ của các văn bản này. Lời của Kế hoạch ở từng nhiệm vụ được giữ nguyên; có thể tách ra lại.`}</p>
              </ConfirmDialog>
            )}
          </Panel>
        )}
      </Answered>
    </DocumentsPage>
  )
}
