import { useLingui } from "@lingui/react/macro"
import { Button, Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useRef } from "react"
import type { MergeProposalsQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { ConfirmDialog } from "../form/confirm-dialog.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useChange } from "../graph/change-graph.ts"
import { Restricted } from "../session/restricted.tsx"
import { Panel } from "../shell/page.tsx"
import { DeclineButton } from "./decline-button.tsx"
import styles from "./documents.module.css"
import { DocumentsPage } from "./documents-page.tsx"
import { MergeDocumentsDocument } from "./merge-documents.ts"
import { RECORDED_WITH } from "./recorded-with.ts"
import { mergeReasonName } from "./trigger-names.ts"
import { WaitingTasks } from "./waiting-tasks.tsx"

const MergeProposalsDocument = graphql(`
  query MergeProposals {
    mergeProposals {
      id
      reason
      common
      declinedOn
      declinedBecause
      documents {
        id
        version
        title
        tasks(first: 5) {
          totalCount
          edges {
            node {
              ...WaitingTask
            }
          }
        }
      }
    }
  }
`)

type Proposal = NonNullable<MergeProposalsQuery["mergeProposals"]>[number]

/** The awaited documents that clearly are the same one; a coordinator merges them or says that they are not. */
export function MergeProposals() {
  const { t } = useLingui()
  return (
    <Restricted to="documents:write" title={t`Đề xuất gộp văn bản`}>
      <ProposalList />
    </Restricted>
  )
}

function ProposalList() {
  const { t } = useLingui()
  const answer = useGraph(MergeProposalsDocument, {})
  return (
    <DocumentsPage title={t`Đề xuất gộp văn bản`}>
      <Answered answer={answer} waiting={<Skeleton height={320} />}>
        {({ mergeProposals }) => (
          <Panel
            title={t`Các văn bản có vẻ là một`}
            note={t`Chỉ đề xuất khi lời của Kế hoạch hoặc một văn bản đã biết nói rõ. Những câu như “Hướng dẫn của cấp có thẩm quyền” không nêu văn bản nào nên không được đề xuất; có thể gộp ở trang của từng văn bản.`}
          >
            {(mergeProposals ?? []).length === 0 ? (
              <p>{t`Không có đề xuất nào.`}</p>
            ) : (
              <ul className={styles.list}>
                {(mergeProposals ?? []).map((proposal) => (
                  <li key={proposal.id}>
                    <ProposedMerge proposal={proposal} />
                  </li>
                ))}
              </ul>
            )}
          </Panel>
        )}
      </Answered>
    </DocumentsPage>
  )
}

function ProposedMerge({ proposal }: { proposal: Proposal }) {
  const { t, i18n } = useLingui()
  const dialog = useRef<HTMLDialogElement>(null)
  const { change, failure } = useChange(MergeDocumentsDocument, RECORDED_WITH)
  const { id, reason, common, documents, declinedOn, declinedBecause } = proposal
  const [first, ...others] = documents
  return (
    <>
      <p className={styles.name}>{i18n._(mergeReasonName[reason])}</p>
      <p lang="vi">{common}</p>
      <ul className={styles.list}>
        {documents.map((document) => (
          <li key={document.id}>
            <Link to="/van-ban-cho/$id" params={{ id: document.id }} lang="vi">
              {document.title}
            </Link>
            <WaitingTasks {...document.tasks} />
          </li>
        ))}
      </ul>
      {declinedOn && (
        <p className={styles.soft}>
          {t`Đã từ chối ngày`} <PrintedDate date={declinedOn} />
          {declinedBecause && (
            <>
              : <span lang="vi">{declinedBecause}</span>
            </>
          )}
        </p>
      )}
      <div className={styles.actions}>
        <Button size="xs" onClick={() => dialog.current?.showModal()} aria-label={t`Gộp: ${common}`}>
          {t`Gộp`}
        </Button>
        <DeclineButton id={id} declined={declinedOn != null} about={common} />
      </div>
      {first && (
        <ConfirmDialog
          dialog={dialog}
          title={t`Gộp ${documents.length} văn bản`}
          reason="WELCOME"
          confirm={t`Gộp`}
          about={documents.map((document) => [document.id, document.version])}
          failure={failure}
          send={async (why, idempotencyKey) => {
            const merged = others.map((other) => ({ id: other.id, version: other.version }))
            const input = { id: first.id, version: first.version, merged, reason: why, idempotencyKey }
            return (await change({ input }))?.mergeDocuments ?? null
          }}
          onDone={() => undefined}
        >
          <p>{t`Ghi nhận một lần sẽ bắt đầu mọi nhiệm vụ của các văn bản này. Lời của Kế hoạch ở từng nhiệm vụ được giữ nguyên; có thể tách ra lại.`}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
