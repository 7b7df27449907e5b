import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { useRef } from "react"
import type { PublicationVersionFragment } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { PrintedInstant } from "../calendar/printed-instant.tsx"
import { ConfirmDialog } from "../form/confirm-dialog.tsx"
import { useChange } from "../graph/change-graph.ts"
import { useNames } from "../language/use-names.ts"
import styles from "./publication.module.css"
import { publishedPartName } from "./published-part-names.ts"

export const PublicationVersionDocument = graphql(`
  fragment PublicationVersion on Publication {
    version
    path
    note
    parts
    publishedAt
    publishedBy
    superseded
    withdrawal {
      reason
      withdrawnAt
    }
  }
`)

const WithdrawPublicationDocument = graphql(`
  mutation WithdrawPublication($input: WithdrawPublicationInput!) {
    withdrawPublication(input: $input) {
      round {
        id
        version
        publishedAt
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

interface PublicationVersionsProps {
  round: { id: string; version: number }
  /** The last first. */
  versions: readonly PublicationVersionFragment[]
  readAgain: () => Promise<unknown>
}

/** What was published of a round, version by version, each with its permanent address until it is taken back. */
export function PublicationVersions({ round, versions, readAgain }: PublicationVersionsProps) {
  const { t } = useLingui()
  const names = useNames(publishedPartName)
  return (
    <ol className={styles.versions} reversed>
      {versions.map(({ version, path, note, parts, publishedAt, publishedBy, superseded, withdrawal }) => (
        <li key={version} data-publication={version}>
          <p>
            <a href={path}>{t`Phiên bản ${version}`}</a>{" "}
            <span className={styles.mark} data-standing={!superseded && withdrawal == null}>
              {withdrawal != null ? t`đã thu hồi` : superseded ? t`đã được thay thế` : t`đang hiển thị`}
            </span>
          </p>
          <p className={styles.soft}>
            <PrintedInstant instant={publishedAt} />
            {publishedBy && ` · ${publishedBy}`}
            {" · "}
            {parts.map((part) => names[part]).join("; ")}
          </p>
          {note && <p lang="vi">{note}</p>}
          {withdrawal && (
            <p lang="vi">
              {t`Lý do thu hồi`}: {withdrawal.reason}
            </p>
          )}
          {withdrawal == null && <Withdrawing round={round} publication={version} readAgain={readAgain} />}
        </li>
      ))}
    </ol>
  )
}

function Withdrawing({
  round: { id, version },
  publication,
  readAgain,
}: Pick<PublicationVersionsProps, "round" | "readAgain"> & { publication: number }) {
  const { t } = useLingui()
  const dialog = useRef<HTMLDialogElement>(null)
  const { change, failure } = useChange(WithdrawPublicationDocument, ["reportingRounds"])
  return (
    <>
      <Button variant="default" size="xs" fz="sm" h="2rem" onClick={() => dialog.current?.showModal()}>
        {t`Thu hồi phiên bản ${publication}`}
      </Button>
      <ConfirmDialog
        dialog={dialog}
        title={t`Thu hồi phiên bản ${publication}`}
        reason="NEEDED"
        confirm={t`Thu hồi`}
        about={{ version, publication }}
        failure={failure}
        send={async (reason, idempotencyKey) =>
          (await change({ input: { id, version, publicationVersion: publication, reason, idempotencyKey } }))
            ?.withdrawPublication ?? null
        }
        onDone={() => void readAgain()}
      >
        <p>{t`Trang và các tệp của bản này không còn xem được; lý do dưới đây hiển thị công khai ở đúng địa chỉ đó. Các phiên bản khác giữ nguyên; về sau có thể công bố bản khác.`}</p>
      </ConfirmDialog>
    </>
  )
}
