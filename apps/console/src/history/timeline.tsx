import type { TypedDocumentNode } from "@apollo/client"
import { useLingui } from "@lingui/react/macro"
import { Button, Skeleton } from "@mantine/core"
import { type ReactNode, useState } from "react"
import type { TimelineChangeFragment } from "../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { PrintedInstant } from "../calendar/printed-instant.tsx"
import { FailureNotice } from "../graph/failure-notice.tsx"
import { type Connection, useRegister } from "../register/ask-register.ts"
import { roleName } from "../session/role-name.ts"
import { Panel } from "../shell/page.tsx"
import { fieldName, valueName } from "./field-names.ts"
import styles from "./history.module.css"
import { actionName, actorKindName, entityName, wholeActionName } from "./history-names.ts"

const TimelineChangeDocument = graphql(`
  fragment TimelineChange on Change {
    id
    at
    action
    entity
    author
    actorKind
    actorRole
    reason
    values {
      field
      before
      after
    }
  }
`)

type Row = { id: string } & FragmentType<typeof TimelineChangeDocument>
type Page = { first?: number | null | undefined; after?: string | null | undefined }

interface TimelineProps<Data> {
  /** Asks for the history of one object. */
  document: TypedDocumentNode<Data, Page & { id: string }>
  /** Where in the answer it is. */
  historyOf: (data: Data) => Connection<Row> | null | undefined
  /** The object's identifier. */
  id: string
}

/** Who changed what of an object, when and why, as a part of its screen. */
export function Timeline<Data>(props: TimelineProps<Data>) {
  const { t } = useLingui()
  return (
    <Panel title={t`Quá trình thay đổi`}>
      <FoldedTimeline {...props} />
    </Panel>
  )
}

interface FoldedTimelineProps<Data> extends TimelineProps<Data> {
  /** Of several on a screen whose it is, for those who hear it. */
  of?: string
}

/** The same below one of several objects on a screen: folded away and asked for when it is opened. */
export function FoldedTimeline<Data>({ document, historyOf, id, of }: FoldedTimelineProps<Data>) {
  return (
    <Folded of={of}>
      <Changes document={document} historyOf={historyOf} variables={{ id }} />
    </Folded>
  )
}

/** The history of a subject that is no single object. */
export function SubjectTimeline<Data>({
  document,
  historyOf,
}: {
  document: TypedDocumentNode<Data, Page>
  historyOf: (data: Data) => Connection<Row> | null | undefined
}) {
  const { t } = useLingui()
  return (
    <Panel title={t`Quá trình thay đổi`}>
      <Folded>
        <Changes document={document} historyOf={historyOf} variables={{}} />
      </Folded>
    </Panel>
  )
}

function Folded({ of, children }: { of?: string | undefined; children: ReactNode }) {
  const { t } = useLingui()
  const [opened, setOpened] = useState(false)
  return (
    <details
      className={styles.folded}
      onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}
    >
      <summary>
        {t`Ai đã thay đổi gì, khi nào và vì sao`}
        {of && <span className="for-readers">, {of}</span>}
      </summary>
      {opened && children}
    </details>
  )
}

interface ChangesProps<Data, Asked extends Page> {
  document: TypedDocumentNode<Data, Asked>
  historyOf: (data: Data) => Connection<Row> | null | undefined
  variables: Asked
}

function Changes<Data, Asked extends Page>({ document, historyOf, variables }: ChangesProps<Data, Asked>) {
  const { t } = useLingui()
  const { rows, failure, loading, retry, hasMore, loadMore, loadingMore, moreFailure } = useRegister(
    document,
    variables,
    historyOf,
  )
  if (failure !== null && !loading)
    return <FailureNotice failure={failure} partial={rows.length > 0} retry={retry} />
  if (rows.length === 0)
    return loading ? (
      <div aria-busy="true">
        <Skeleton height={80} />
      </div>
    ) : (
      <p className={styles.small}>{t`Không có thay đổi nào mà bạn được xem.`}</p>
    )
  return (
    <>
      <ol className={styles.timeline}>
        {rows.map((row) => (
          <li key={row.id}>
            <OneChange change={readFragment(TimelineChangeDocument, row)} />
          </li>
        ))}
      </ol>
      {moreFailure && <FailureNotice failure={moreFailure} partial retry={() => void loadMore()} />}
      {hasMore && (
        <Button variant="default" size="xs" loading={loadingMore} onClick={() => void loadMore()}>
          {t`Xem các thay đổi trước đó`}
        </Button>
      )}
    </>
  )
}

function OneChange({ change }: { change: TimelineChangeFragment }) {
  const { t, i18n } = useLingui()
  const { at, action, entity, author, actorKind, actorRole, reason, values } = change
  const whole = wholeActionName[action]
  const deed = actionName[action.split(".").at(-1) ?? action]
  const thing = entityName[entity]
  return (
    <>
      <p className={styles.when}>
        <PrintedInstant instant={at} />
        <strong>
          {whole ? i18n._(whole) : `${deed ? i18n._(deed) : action} ${thing ? i18n._(thing) : entity}`}
        </strong>
        <span className={styles.small}>
          {author ?? i18n._(actorKindName[actorKind])}
          {actorRole && <> · {i18n._(roleName[actorRole])}</>}
        </span>
      </p>
      {reason && (
        <p className={styles.reason} lang="vi">
          {t`Lý do: ${reason}`}
        </p>
      )}
      {values.length > 0 && (
        <details open={values.length <= 3}>
          <summary>{t`${values.length} giá trị thay đổi`}</summary>
          <ul className={styles.changes}>
            {values.map(({ field, before, after }) => (
              <li key={field}>
                <span>{fieldName[field] ? i18n._(fieldName[field]) : <code>{field}</code>}</span>
                <span lang="vi">
                  <Value kind="before" text={before} />
                  {before != null && after != null && <span aria-hidden="true"> → </span>}
                  <Value kind="after" text={after} />
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Value({ kind, text }: { kind: "before" | "after"; text: string | null | undefined }) {
  const { t, i18n } = useLingui()
  if (text == null) return null
  // Of several values each has its own name
  const shown = text
    .split("; ")
    .map((value) => (valueName[value] ? i18n._(valueName[value]) : value))
    .join("; ")
  return kind === "before" ? (
    <del>
      <span className="for-readers">{t`trước:`} </span>
      {shown}
    </del>
  ) : (
    <ins>
      <span className="for-readers">{t`sau:`} </span>
      {shown}
    </ins>
  )
}
