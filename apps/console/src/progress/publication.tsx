import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { useRef } from "react"
import type { SetFactPublishedInput } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { ConfirmDialog } from "../form/confirm-dialog.tsx"
import { useChange } from "../graph/change-graph.ts"
import { useMay } from "../session/permission.ts"
import styles from "./progress.module.css"

const SetReportPublishedDocument = graphql(`
  mutation SetReportPublished($input: SetFactPublishedInput!) {
    setReportPublished(input: $input) {
      report {
        id
        version
        published
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const SetTaskDecisionPublishedDocument = graphql(`
  mutation SetTaskDecisionPublished($input: SetFactPublishedInput!) {
    setTaskDecisionPublished(input: $input) {
      decision {
        id
        version
        published
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const SetExtensionPublishedDocument = graphql(`
  mutation SetExtensionPublished($input: SetFactPublishedInput!) {
    setExtensionPublished(input: $input) {
      extension {
        id
        version
        published
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const OUTDATED = ["task", "tasks", "taskSummary", "obligation", "obligations"]

interface PublicationProps {
  kind: "REPORT" | "DECISION" | "EXTENSION"
  fact: { id: string; version: number; published: boolean }
}

/** Whether the public sees a fact, and what changes that. */
export function Publication({ kind, fact: { id, version, published } }: PublicationProps) {
  const { t } = useLingui()
  const mayPublish = useMay("progress:write")
  const dialog = useRef<HTMLDialogElement>(null)
  const report = useChange(SetReportPublishedDocument, OUTDATED)
  const decision = useChange(SetTaskDecisionPublishedDocument, OUTDATED)
  const extension = useChange(SetExtensionPublishedDocument, OUTDATED)
  if (!mayPublish) return null
  async function publish(input: SetFactPublishedInput) {
    if (kind === "REPORT") return (await report.change({ input }))?.setReportPublished ?? null
    if (kind === "DECISION") return (await decision.change({ input }))?.setTaskDecisionPublished ?? null
    return (await extension.change({ input }))?.setExtensionPublished ?? null
  }
  return (
    <div className={`${styles.actions} not-printed`}>
      <Button variant="default" size="xs" onClick={() => dialog.current?.showModal()}>
        {published ? t`Ngừng công khai` : t`Công khai`}
      </Button>
      <ConfirmDialog
        dialog={dialog}
        title={published ? t`Ngừng công khai nội dung này` : t`Công khai nội dung này`}
        reason="WELCOME"
        confirm={published ? t`Ngừng công khai` : t`Công khai`}
        failure={report.failure ?? decision.failure ?? extension.failure}
        about={{ id, version, published }}
        send={(reason, idempotencyKey) =>
          publish({ id, version, published: !published, reason, idempotencyKey })
        }
        onDone={() => undefined}
      >
        <p>
          {published
            ? t`Người xem không đăng nhập sẽ không thấy mục này nữa.`
            : t`Ai cũng xem được mục này, không cần đăng nhập.`}
        </p>
      </ConfirmDialog>
    </div>
  )
}
