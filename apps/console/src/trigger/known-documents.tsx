import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { graphql } from "../__generated__/index.ts"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { Restricted } from "../session/restricted.tsx"
import { Panel } from "../shell/page.tsx"
import { DocumentSuggestionActs, KnownDocumentFacts } from "./document-suggestions.tsx"
import styles from "./documents.module.css"
import { DocumentsPage } from "./documents-page.tsx"

const KnownDocumentsDocument = graphql(`
  query KnownDocuments {
    knownDocuments {
      id
      ...KnownDocumentFacts
      tasks {
        id
        code
        title
        deadline {
          text
        }
      }
    }
    documentSuggestions {
      id
      ...DocumentSuggestionActs
      document {
        id
      }
      trigger {
        id
        title
        tasks(first: 20) {
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
`)

/** The documents known to have been issued since the plan, to be confirmed one by one. */
export function KnownDocuments() {
  const { t } = useLingui()
  return (
    <Restricted to="documents:write" title={t`Văn bản có thể đã ban hành`}>
      <KnownDocumentList />
    </Restricted>
  )
}

function KnownDocumentList() {
  const { t } = useLingui()
  const answer = useGraph(KnownDocumentsDocument, {})
  return (
    <DocumentsPage title={t`Văn bản có thể đã ban hành`}>
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ knownDocuments, documentSuggestions }) => (
          <Panel
            title={t`Đã biết, chưa được xác nhận`}
            note={t`Không nhiệm vụ nào tự bắt đầu: điều phối viên xác nhận từng văn bản sau khi xem trước tác động.`}
          >
            <ul className={styles.list}>
              {(knownDocuments ?? []).map((document) => {
                const suggestions = (documentSuggestions ?? []).filter(
                  (suggestion) => suggestion.document.id === document.id,
                )
                const waiting = new Set(
                  suggestions.flatMap(({ trigger }) => trigger.tasks.edges.map(({ node }) => node.id)),
                )
                return (
                  <li key={document.id}>
                    <KnownDocumentFacts document={document} />
                    {suggestions.map((suggestion) => (
                      <div key={suggestion.id}>
                        <p>
                          {t`Có thể là văn bản mà nhiệm vụ này chờ:`}{" "}
                          <Link to="/van-ban-cho/$id" params={{ id: suggestion.trigger.id }} lang="vi">
                            {suggestion.trigger.title}
                          </Link>{" "}
                          ({t`nhiệm vụ`}{" "}
                          {suggestion.trigger.tasks.edges.map(({ node }) => node.code).join(", ")})
                        </p>
                        <DocumentSuggestionActs suggestion={suggestion} />
                      </div>
                    ))}
                    {document.tasks
                      .filter(({ id }) => !waiting.has(id))
                      .map(({ id, code, title, deadline }) => (
                        <p key={id} className={styles.soft}>
                          <Link to="/nhiem-vu/$code" params={{ code }} lang="vi">
                            <strong>{code}.</strong> {title}
                          </Link>{" "}
                          {t`Nhiệm vụ này có hạn riêng theo Kế hoạch (${deadline.text}), không chờ văn bản.`}
                        </p>
                      ))}
                  </li>
                )
              })}
            </ul>
          </Panel>
        )}
      </Answered>
    </DocumentsPage>
  )
}
