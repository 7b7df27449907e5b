import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import type { ReactNode } from "react"
import { useState } from "react"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { today } from "../calendar/today.ts"
import { Absent } from "../facts/facts.tsx"
import { useIdempotencyKey } from "../form/idempotency-key.ts"
import type { UserError } from "../form/user-error.ts"
import { useChange } from "../graph/change-graph.ts"
import { FailureNotice } from "../graph/failure-notice.tsx"
import { AppointWatcher } from "./appoint-watcher.tsx"
import styles from "./documents.module.css"

const DocumentWatchFragment = graphql(`
  fragment DocumentWatch on Trigger {
    id
    version
    title
    issuedOn
    watcher
    watchedByMe
    lastCheckedOn
  }
`)

const MarkDocumentCheckedDocument = graphql(`
  mutation MarkDocumentChecked($input: DocumentInput!) {
    markDocumentChecked(input: $input) {
      trigger {
        ...DocumentWatch
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const WatchDocumentDocument = graphql(`
  mutation WatchDocument($input: DocumentInput!) {
    watchDocument(input: $input) {
      trigger {
        ...DocumentWatch
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const UnwatchDocumentDocument = graphql(`
  mutation UnwatchDocument($input: DocumentInput!) {
    unwatchDocument(input: $input) {
      trigger {
        ...DocumentWatch
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

/** Who watches over a document and when somebody last looked; one press says that one looked today. */
export function DocumentWatch({
  document: masked,
}: {
  document: FragmentType<typeof DocumentWatchFragment>
}) {
  const { t } = useLingui()
  const { id, version, title, issuedOn, watcher, watchedByMe, lastCheckedOn } = readFragment(
    DocumentWatchFragment,
    masked,
  )
  const checked = useChange(MarkDocumentCheckedDocument, [])
  const watched = useChange(WatchDocumentDocument, [])
  const unwatched = useChange(UnwatchDocumentDocument, [])
  const keyFor = useIdempotencyKey()
  const [errors, setErrors] = useState<readonly UserError[]>([])
  const input = (act: string) => ({ input: { id, version, idempotencyKey: keyFor({ act, version }) } })
  const show = (payload: { userErrors: readonly UserError[] } | undefined) =>
    setErrors(payload?.userErrors ?? [])
  const failure = checked.failure ?? watched.failure ?? unwatched.failure
  return (
    <div className={styles.watch}>
      <span>{watcher ?? <Absent>{t`chưa ai theo dõi`}</Absent>}</span>
      {issuedOn == null && (
        <span className={styles.soft}>
          {lastCheckedOn ? (
            <>
              {t`Kiểm tra gần nhất:`} <PrintedDate date={lastCheckedOn} />
            </>
          ) : (
            t`Chưa kiểm tra lần nào`
          )}
        </span>
      )}
      <div className={styles.actions}>
        {issuedOn == null && lastCheckedOn !== today() && (
          <Act
            name={t`Hôm nay đã kiểm tra`}
            about={title}
            running={checked.running}
            onPress={async () => show((await checked.change(input("checked")))?.markDocumentChecked)}
          />
        )}
        {watchedByMe ? (
          <Act
            name={t`Thôi theo dõi`}
            about={title}
            running={unwatched.running}
            onPress={async () => show((await unwatched.change(input("unwatched")))?.unwatchDocument)}
          />
        ) : (
          <Act
            name={t`Tôi theo dõi`}
            about={title}
            running={watched.running}
            onPress={async () => show((await watched.change(input("watched")))?.watchDocument)}
          />
        )}
        <AppointWatcher document={{ id, version, title }} />
      </div>
      {errors.map(({ reason, message }) => (
        <p key={reason} role="alert" lang="vi">
          {message}
        </p>
      ))}
      {failure && <FailureNotice failure={failure} partial={false} retry={() => undefined} />}
    </div>
  )
}

interface ActProps {
  name: string
  /** Which of many documents the button is about, for those who do not see its row. */
  about: string
  running: boolean
  onPress: () => Promise<void>
}

function Act({ name, about, running, onPress }: ActProps): ReactNode {
  return (
    <Button
      variant="default"
      size="xs"
      loading={running}
      aria-label={`${name}: ${about}`}
      onClick={() => void onPress()}
    >
      {name}
    </Button>
  )
}
