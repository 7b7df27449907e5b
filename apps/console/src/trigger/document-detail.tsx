import { useLingui } from "@lingui/react/macro"
import { Button, Skeleton, TextInput } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { useRef, useState } from "react"
import type { DocumentDetailQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { daySearch, type OnDay } from "../calendar/day-search.ts"
import { DayChoice, OtherDayNotice } from "../calendar/past-day.tsx"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { today } from "../calendar/today.ts"
import { FileList } from "../evidence/file-list.tsx"
import { Absent, Fact, Facts } from "../facts/facts.tsx"
import { ConfirmDialog } from "../form/confirm-dialog.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useChange } from "../graph/change-graph.ts"
import { useUnreadTitle } from "../graph/unread-title.ts"
import { Notice } from "../notice/notice.tsx"
import { useMay } from "../session/permission.ts"
import { ActionLink } from "../shell/action-link.tsx"
import { NotFound } from "../shell/not-found.tsx"
import { Panel } from "../shell/page.tsx"
import { DocumentSuggestionActs, KnownDocumentFacts } from "./document-suggestions.tsx"
import { DocumentWatch } from "./document-watch.tsx"
import styles from "./documents.module.css"
import { DocumentsPage } from "./documents-page.tsx"
import { RECORDED_WITH } from "./recorded-with.ts"
import { RevokeButton } from "./revoke-button.tsx"
import { triggerKindName } from "./trigger-kind.ts"
import { documentActName, triggerEventName } from "./trigger-names.ts"
import { TriggerTimeline } from "./trigger-timeline.tsx"
import { waitingDays } from "./waiting-days.ts"
import { WaitingTasks } from "./waiting-tasks.tsx"

const DocumentDetailDocument = graphql(`
  query DocumentDetail($id: ID!, $recording: Boolean!, $asOf: Date) {
    trigger(id: $id) {
      id
      version
      kind
      title
      issuer
      event
      notBefore
      waitingSince
      dueDays
      document(asOf: $asOf) {
        kind
        number
        name
        issuer
        issuedOn
        effectiveOn
        link
        files {
          id
          name
          size
          url
        }
        end {
          on
          successorNumber
          successorName
          successorLink
        }
      }
      record {
        id
        act
        recordedOn
        recordedBy @include(if: $recording)
        reason
        document {
          number
          issuedOn
          effectiveOn
        }
      }
      mergedInto {
        id
        title
      }
      merged {
        id
        version
        title
        event
        tasks(first: 5) {
          totalCount
          edges {
            node {
              ...WaitingTask
            }
          }
        }
      }
      tasks(first: 100) {
        totalCount
        edges {
          node {
            ...WaitingTask
          }
        }
      }
      ...DocumentWatch @include(if: $recording)
      suggestions @include(if: $recording) {
        id
        document {
          ...KnownDocumentFacts
        }
        ...DocumentSuggestionActs
      }
    }
  }
`)

const SeparateDocumentDocument = graphql(`
  mutation SeparateDocument($input: DocumentInput!) {
    separateDocument(input: $input) {
      trigger {
        id
        version
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const ReinstateDocumentDocument = graphql(`
  mutation ReinstateDocument($input: DocumentInput!) {
    reinstateDocument(input: $input) {
      trigger {
        id
        version
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const SetDueDaysDocument = graphql(`
  mutation SetDueDays($input: DueDaysInput!) {
    setDocumentDueDays(input: $input) {
      trigger {
        id
        version
        dueDays
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

type Row = NonNullable<DocumentDetailQuery["trigger"]>

const route = getRouteApi("/van-ban-cho/$id")

/** One awaited document: what the plan says, what was recorded, and what can be done about it. */
export function DocumentDetail() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const navigate = useNavigate()
  const { asOf } = daySearch.read(route.useSearch()).values
  const mayRecord = useMay("documents:write")
  // What is worked on now is no part of a past day
  const recording = mayRecord && asOf === undefined
  const answer = useGraph(DocumentDetailDocument, { id, recording, asOf: asOf ?? null })
  const unread = useUnreadTitle(answer)
  const read = (day: string | undefined) =>
    void navigate({
      to: "/van-ban-cho/$id",
      params: { id },
      search: daySearch.write({ asOf: day }),
      resetScroll: false,
    })
  if (answer.data?.trigger === null && answer.failure === null) return <NotFound />
  const title = answer.data?.trigger?.title
  return (
    <DocumentsPage
      title={title ?? unread}
      heading={title && <span lang="vi">{title}</span>}
      above={<Link to="/van-ban-cho">{t`Văn bản chờ`}</Link>}
      beside={<DayChoice asOf={asOf} onChange={read} />}
    >
      <OtherDayNotice asOf={asOf} onChange={read} />
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ trigger }) =>
          trigger && (
            <>
              {trigger.mergedInto && <MergedNotice into={trigger.mergedInto} />}
              <Recorded row={trigger} recording={recording} />
              {recording && trigger.document == null && <Suggestions row={trigger} />}
              <Awaited row={trigger} recording={recording} asOf={asOf} />
              <Merged row={trigger} recording={recording} />
              <Record row={trigger} asOf={asOf} />
            </>
          )
        }
      </Answered>
      {recording && answer.data?.trigger && <TriggerTimeline id={answer.data.trigger.id} />}
    </DocumentsPage>
  )
}

function MergedNotice({ into }: { into: NonNullable<Row["mergedInto"]> }) {
  const { t } = useLingui()
  return (
    <Notice tone="information" title={t`Văn bản này đã được gộp`}>
      <p>
        {t`Ghi nhận tại:`}{" "}
        <Link to="/van-ban-cho/$id" params={{ id: into.id }} lang="vi">
          {into.title}
        </Link>
      </p>
    </Notice>
  )
}

/** What was recorded of the document, and how to record it. */
function Recorded({ row, recording }: { row: Row; recording: boolean }) {
  const { t, i18n } = useLingui()
  const { id, document, mergedInto } = row
  const acting = recording && !mergedInto
  return (
    <Panel title={t`Văn bản đã ban hành`} beside={acting && <RecordedActions row={row} />}>
      {document == null ? (
        <>
          <p>
            <Absent>{t`Chưa được ghi nhận là đã ban hành.`}</Absent>
          </p>
          {acting && (
            <div className={styles.actions}>
              <ActionLink to="/van-ban-cho/$id/ghi-nhan" params={{ id }}>
                {t`Ghi nhận đã ban hành`}
              </ActionLink>
            </div>
          )}
        </>
      ) : (
        <Facts>
          <Fact name={t`Loại văn bản`}>{i18n._(triggerKindName[document.kind])}</Fact>
          <Fact name={t`Số, ký hiệu`}>{document.number}</Fact>
          {document.name && (
            <Fact name={t`Tên chính thức`}>
              <span lang="vi">{document.name}</span>
            </Fact>
          )}
          <Fact name={t`Cơ quan ban hành`}>
            <span lang="vi">{document.issuer}</span>
          </Fact>
          <Fact name={t`Ngày ban hành`}>
            <PrintedDate date={document.issuedOn} />
          </Fact>
          <Fact name={t`Ngày có hiệu lực`}>
            {document.effectiveOn ? (
              <PrintedDate date={document.effectiveOn} />
            ) : (
              <Absent>{t`chưa ghi`}</Absent>
            )}
          </Fact>
          <Fact name={t`Địa chỉ văn bản`}>
            {document.link ? (
              <a href={document.link} target="_blank" rel="noreferrer">
                {document.link}
              </a>
            ) : (
              <Absent>{t`chưa ghi`}</Absent>
            )}
          </Fact>
          {document.files.length > 0 && (
            <Fact name={t`Tệp văn bản`}>
              <FileList files={document.files} />
            </Fact>
          )}
          {document.end && (
            <Fact name={t`Hết hiệu lực`}>
              <PrintedDate date={document.end.on} />{" "}
              {document.end.successorNumber ? (
                <span lang="vi">
                  {t`được thay bằng ${document.end.successorNumber}`} {document.end.successorName}
                </span>
              ) : (
                t`bị bãi bỏ`
              )}
              {document.end.successorLink && (
                <>
                  {" · "}
                  <a href={document.end.successorLink} target="_blank" rel="noreferrer">
                    {document.end.successorLink}
                  </a>
                </>
              )}
            </Fact>
          )}
        </Facts>
      )}
    </Panel>
  )
}

function RecordedActions({ row }: { row: Row }) {
  const { t } = useLingui()
  const { id, version, document } = row
  const dialog = useRef<HTMLDialogElement>(null)
  const { change, failure } = useChange(ReinstateDocumentDocument, RECORDED_WITH)
  if (document == null) return null
  if (document.end)
    return (
      <>
        <Button variant="default" size="xs" onClick={() => dialog.current?.showModal()}>
          {t`Gỡ ghi nhận hết hiệu lực`}
        </Button>
        <ConfirmDialog
          dialog={dialog}
          title={t`Gỡ ghi nhận hết hiệu lực`}
          reason="NEEDED"
          confirm={t`Gỡ`}
          about={{ version }}
          failure={failure}
          send={async (reason, idempotencyKey) =>
            (await change({ input: { id, version, reason, idempotencyKey } }))?.reinstateDocument ?? null
          }
          onDone={() => undefined}
        >
          <p>{t`Dùng khi đã ghi nhầm rằng văn bản bị thay thế hoặc bãi bỏ.`}</p>
        </ConfirmDialog>
      </>
    )
  return (
    <div className={styles.actions}>
      <ActionLink to="/van-ban-cho/$id/ghi-nhan" params={{ id }}>{t`Sửa`}</ActionLink>
      <ActionLink to="/van-ban-cho/$id/het-hieu-luc" params={{ id }}>
        {t`Bị thay thế, bãi bỏ`}
      </ActionLink>
      <RevokeButton id={id} version={version} />
    </div>
  )
}

/** The documents known to have been issued that this one probably is. */
function Suggestions({ row }: { row: Row }) {
  const { t } = useLingui()
  const suggestions = row.suggestions ?? []
  if (suggestions.length === 0) return null
  return (
    <Panel
      title={t`Có thể là văn bản này`}
      note={t`Không nhiệm vụ nào tự bắt đầu: điều phối viên xác nhận từng văn bản sau khi xem trước tác động.`}
    >
      <ul className={styles.list}>
        {suggestions.map((suggestion) => (
          <li key={suggestion.id}>
            <KnownDocumentFacts document={suggestion.document} />
            <DocumentSuggestionActs suggestion={suggestion} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** What the plan says of the document, how long it has been waited for, and by which tasks. */
function Awaited({ row, recording, asOf }: { row: Row; recording: boolean } & OnDay) {
  const { t, i18n } = useLingui()
  const until = row.document?.issuedOn ?? asOf ?? today()
  const days = row.waitingSince ? waitingDays(row.waitingSince, until) : null
  return (
    <Panel title={t`Theo Kế hoạch`}>
      <Facts>
        <Fact name={t`Loại văn bản`}>{i18n._(triggerKindName[row.kind])}</Fact>
        <Fact name={t`Cơ quan ban hành`}>
          {row.issuer ? <span lang="vi">{row.issuer}</span> : <Absent>{t`Kế hoạch không nêu`}</Absent>}
        </Fact>
        <Fact name={t`Chờ đến khi`}>{i18n._(triggerEventName[row.event])}</Fact>
        {row.notBefore && (
          <Fact name={t`Không sớm hơn`}>
            <PrintedDate date={row.notBefore} />
          </Fact>
        )}
        <Fact name={t`Thời gian chờ`}>
          {days === null ? <Absent>{t`không rõ`}</Absent> : t`${days} ngày`}
          {row.waitingSince && (
            <>
              {", "}
              {t`từ`} <PrintedDate date={row.waitingSince} />
            </>
          )}
        </Fact>
        <Fact name={t`Số ngày đến hạn`}>
          {t`${row.dueDays} ngày sau khi nhiệm vụ bắt đầu`}{" "}
          {recording && row.document == null && !row.mergedInto && <DueDays row={row} />}
        </Fact>
        {recording && (
          <Fact name={t`Theo dõi`}>
            <DocumentWatch document={row} />
          </Fact>
        )}
        <Fact name={t`Nhiệm vụ chờ`}>
          <WaitingTasks {...row.tasks} />
        </Fact>
      </Facts>
    </Panel>
  )
}

/** Sets the coordinator's rule for the document. */
function DueDays({ row }: { row: Row }) {
  const { t } = useLingui()
  const dialog = useRef<HTMLDialogElement>(null)
  const { change, failure } = useChange(SetDueDaysDocument, [])
  const { id, version } = row
  const [days, setDays] = useState(String(row.dueDays))
  return (
    <>
      <Button variant="default" size="xs" onClick={() => dialog.current?.showModal()}>
        {t`Đổi số ngày`}
      </Button>
      <ConfirmDialog
        dialog={dialog}
        title={t`Số ngày đến hạn`}
        reason="WELCOME"
        confirm={t`Ghi`}
        about={{ version, days }}
        failure={failure}
        send={async (reason, idempotencyKey) => {
          const input = { id, version, dueDays: Math.trunc(Number(days)), reason, idempotencyKey }
          return (await change({ input }))?.setDocumentDueDays ?? null
        }}
        onDone={() => undefined}
      >
        <TextInput
          type="number"
          label={t`Số ngày từ khi bắt đầu đến hạn đề xuất`}
          min={1}
          max={3650}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </>
  )
}

/** What was merged into the document, each with the plan's words, and how to undo it. */
function Merged({ row, recording }: { row: Row; recording: boolean }) {
  const { t, i18n } = useLingui()
  const mayMerge = recording && row.document == null && !row.mergedInto
  if (row.merged.length === 0 && !mayMerge) return null
  return (
    <Panel
      title={t`Văn bản đã gộp`}
      beside={
        mayMerge && (
          <ActionLink to="/van-ban-cho/$id/gop" params={{ id: row.id }}>{t`Gộp văn bản khác`}</ActionLink>
        )
      }
    >
      {row.merged.length === 0 ? (
        <p>
          <Absent>{t`Chưa gộp văn bản nào.`}</Absent>
        </p>
      ) : (
        <ul className={styles.list}>
          {row.merged.map((merged) => (
            <li key={merged.id}>
              <p>
                <span lang="vi" className={styles.name}>
                  {merged.title}
                </span>{" "}
                · {i18n._(triggerEventName[merged.event])}
              </p>
              <WaitingTasks {...merged.tasks} />
              {recording && <SeparateButton merged={merged} />}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function SeparateButton({ merged }: { merged: Row["merged"][number] }) {
  const { t } = useLingui()
  const dialog = useRef<HTMLDialogElement>(null)
  const { change, failure } = useChange(SeparateDocumentDocument, RECORDED_WITH)
  const { id, version, title } = merged
  return (
    <div className={styles.actions}>
      <Button
        variant="default"
        size="xs"
        aria-label={t`Tách ra: ${title}`}
        onClick={() => dialog.current?.showModal()}
      >
        {t`Tách ra`}
      </Button>
      <ConfirmDialog
        dialog={dialog}
        title={t`Tách “${title}”`}
        reason="WELCOME"
        confirm={t`Tách ra`}
        about={{ version }}
        failure={failure}
        send={async (reason, idempotencyKey) =>
          (await change({ input: { id, version, reason, idempotencyKey } }))?.separateDocument ?? null
        }
        onDone={() => undefined}
      >
        <p>{t`Văn bản này lại đứng riêng. Điều đã ghi nhận trong thời gian gộp vẫn giữ cho cả hai; nhiệm vụ đã bắt đầu không đổi.`}</p>
      </ConfirmDialog>
    </div>
  )
}

/** What was recorded by the day, the newest first. */
function Record({ row, asOf }: { row: Row } & OnDay) {
  const { t, i18n } = useLingui()
  const record = row.record.filter(({ recordedOn }) => asOf === undefined || recordedOn <= asOf)
  if (record.length === 0) return null
  return (
    <Panel title={t`Đã ghi nhận qua các lần`}>
      <ol className={styles.list}>
        {record.map(({ id, act, recordedOn, recordedBy, reason, document }) => (
          <li key={id}>
            <p>
              <PrintedDate date={recordedOn} /> · {i18n._(documentActName[act])}
              {recordedBy && <> · {recordedBy}</>}
            </p>
            {document && (
              <p className={styles.soft}>
                {document.number} · <PrintedDate date={document.issuedOn} />
                {document.effectiveOn && (
                  <>
                    {" · "}
                    {t`hiệu lực`} <PrintedDate date={document.effectiveOn} />
                  </>
                )}
              </p>
            )}
            {reason && <p lang="vi">{reason}</p>}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
