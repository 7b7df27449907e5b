import { useLingui } from "@lingui/react/macro"
import { Button, Skeleton } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { useEffect, useRef, useState } from "react"
import type { DocumentToRecordQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { attachedOf } from "../evidence/attached-file.ts"
import { FileField } from "../evidence/file-field.tsx"
import { ChoiceField } from "../form/choice-field.tsx"
import { useDraftedForm } from "../form/drafted-form.ts"
import styles from "../form/form.module.css"
import { useIdempotencyKey } from "../form/idempotency-key.ts"
import { RecordForm } from "../form/record-form.tsx"
import { TextField } from "../form/text-field.tsx"
import type { UserError } from "../form/user-error.ts"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useChange } from "../graph/change-graph.ts"
import { FailureNotice } from "../graph/failure-notice.tsx"
import { useUnreadTitle } from "../graph/unread-title.ts"
import { useNames } from "../language/use-names.ts"
import { Notice } from "../notice/notice.tsx"
import { Restricted } from "../session/restricted.tsx"
import { NotFound } from "../shell/not-found.tsx"
import { Panel } from "../shell/page.tsx"
import { type DocumentPreview, usePreview } from "./ask-preview.ts"
import { type DocumentRead, type DocumentTyped, documentForm } from "./document-form.ts"
import documentStyles from "./documents.module.css"
import { DocumentsPage } from "./documents-page.tsx"
import { recordDocumentSearch } from "./record-document-search.ts"
import { RECORDED_WITH } from "./recorded-with.ts"
import { StartEffects } from "./start-effects.tsx"
import { triggerKindName } from "./trigger-kind.ts"

const DocumentToRecordDocument = graphql(`
  query DocumentToRecord($id: ID!) {
    trigger(id: $id) {
      id
      version
      kind
      title
      issuer
      dueDays
      document {
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
        }
        dueDays
      }
      suggestions {
        id
        document {
          id
          kind
          number
          name
          issuer
          issuedOn
          effectiveOn
          source {
            title
            link
          }
        }
      }
      tasks(first: 100) {
        edges {
          node {
            id
            sensitive
          }
        }
      }
    }
  }
`)

const RecordDocumentDocument = graphql(`
  mutation RecordDocument($input: RecordDocumentInput!) {
    recordDocument(input: $input) {
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

type Row = NonNullable<DocumentToRecordQuery["trigger"]>
type Suggestion = NonNullable<Row["suggestions"]>[number]

const route = getRouteApi("/van-ban-cho/$id/ghi-nhan")

/** Records a document as issued, or corrects what was recorded: first what it would do, then exactly that. */
export function RecordDocument() {
  const { t } = useLingui()
  return (
    <Restricted to="documents:write" title={t`Ghi nhận văn bản`}>
      <DocumentToRecord />
    </Restricted>
  )
}

function DocumentToRecord() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const [suggestionId] = recordDocumentSearch.read(route.useSearch()).values.suggestion ?? []
  const answer = useGraph(DocumentToRecordDocument, { id })
  const unread = useUnreadTitle(answer)
  if (answer.data?.trigger === null && answer.failure === null) return <NotFound />
  const recorded = answer.data?.trigger?.document != null
  return (
    <DocumentsPage
      title={recorded ? t`Sửa ghi nhận văn bản` : t`Ghi nhận văn bản đã ban hành`}
      above={
        <>
          <Link to="/van-ban-cho">{t`Văn bản chờ`}</Link> /{" "}
          <Link to="/van-ban-cho/$id" params={{ id }} lang="vi">
            {answer.data?.trigger?.title ?? unread}
          </Link>
        </>
      }
    >
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ trigger }) =>
          trigger &&
          answer.failure === null && (
            <Recording
              key={suggestionId}
              row={trigger}
              suggestion={trigger.suggestions?.find((each) => each.id === suggestionId) ?? null}
              readAgain={answer.readAgain}
            />
          )
        }
      </Answered>
    </DocumentsPage>
  )
}

interface RecordingProps {
  row: Row
  suggestion: Suggestion | null
  readAgain: () => Promise<unknown>
}

/** A preview, and what it is the preview of. */
interface Previewed {
  values: DocumentRead
  version: number
  preview: DocumentPreview
}

function Recording({ row, suggestion, readAgain }: RecordingProps) {
  const { t } = useLingui()
  const kinds = useNames(triggerKindName)
  const { id, version } = row
  const draft = suggestion === null ? `document/${id}` : `document/${id}/${suggestion.id}`
  const drafted = useDraftedForm(draft, documentForm, typedOf(row, suggestion))
  const { ask, failure } = usePreview()
  const [previewed, setPreviewed] = useState<Previewed | null>(null)
  const { form } = drafted
  // What is typed after a preview is not what was previewed
  useEffect(() => form.subscribe({ formState: { values: true }, callback: () => setPreviewed(null) }), [form])
  const back = { to: "/van-ban-cho/$id", params: { id } } as const
  return (
    <>
      {row.tasks.edges.some(({ node }) => node.sensitive) && (
        <Notice tone="caution" title={t`Có nhiệm vụ nhạy cảm`}>
          <p>{t`Không nhập nội dung thuộc bí mật nhà nước vào hệ thống này.`}</p>
        </Notice>
      )}
      {suggestion && (
        <Notice tone="information" title={t`Điền sẵn theo một văn bản đã biết; hãy đối chiếu trước khi ghi`}>
          <p lang="vi">
            {t`Nguồn:`}{" "}
            <a href={suggestion.document.source.link} target="_blank" rel="noreferrer">
              {suggestion.document.source.title}
            </a>
          </p>
        </Notice>
      )}
      <RecordForm
        drafted={{ ...drafted, sent: () => undefined }}
        failure={failure}
        readAgain={readAgain}
        send={async (values) => {
          const { reason: _reason, ...document } = values
          const answered = await ask({ id, version, document })
          setPreviewed(answered?.preview ? { values, version, preview: answered.preview } : null)
          return answered
        }}
        onDone={() => undefined}
        submit={t`Xem trước tác động`}
        cancel={<Link {...back}>{t`Thôi`}</Link>}
      >
        <div className={styles.pair}>
          <ChoiceField<DocumentTyped> name="kind" label={t`Loại văn bản`} choices={kinds} required />
          <TextField<DocumentTyped> name="number" label={t`Số, ký hiệu`} required />
        </div>
        <TextField<DocumentTyped> name="name" label={t`Tên chính thức`} />
        <TextField<DocumentTyped> name="issuer" label={t`Cơ quan ban hành`} required />
        <div className={styles.pair}>
          <TextField<DocumentTyped> name="issuedOn" type="date" label={t`Ngày ban hành`} required />
          <TextField<DocumentTyped>
            name="effectiveOn"
            type="date"
            label={t`Ngày có hiệu lực`}
            description={t`Luật, và văn bản mà Kế hoạch chờ có hiệu lực, bắt đầu nhiệm vụ từ ngày này`}
          />
          <TextField<DocumentTyped>
            name="dueDays"
            type="number"
            label={t`Số ngày đến hạn`}
            description={t`Tính từ ngày nhiệm vụ bắt đầu`}
            required
          />
        </div>
        <TextField<DocumentTyped> name="link" type="url" label={t`Địa chỉ văn bản`} />
        <FileField<DocumentTyped>
          name="fileIds"
          label={t`Tệp văn bản`}
          description={t`Công khai cùng với văn bản`}
          holder="tasks"
        />
        <TextField<DocumentTyped>
          name="reason"
          label={row.document ? t`Lý do sửa` : t`Ghi chú`}
          description={t`Ghi vào nhật ký`}
          {...(row.document ? { required: true as const } : {})}
        />
      </RecordForm>
      {previewed && (
        <Confirmation
          id={id}
          previewed={previewed}
          onStale={() => setPreviewed(null)}
          onRecorded={drafted.sent}
        />
      )}
    </>
  )
}

interface ConfirmationProps {
  id: string
  previewed: Previewed
  onStale: () => void
  onRecorded: () => void
}

/** What would happen, and the button that makes it happen. */
function Confirmation({ id, previewed, onStale, onRecorded }: ConfirmationProps) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const panel = useRef<HTMLDivElement>(null)
  const keyFor = useIdempotencyKey()
  const { change, running, failure } = useChange(RecordDocumentDocument, RECORDED_WITH)
  const [errors, setErrors] = useState<readonly UserError[]>([])
  useEffect(() => panel.current?.focus(), [])
  const { values, version, preview } = previewed
  async function record() {
    const { reason, ...document } = values
    const request = { id, version, document, reason, preview: preview.token }
    const answer = await change({ input: { ...request, idempotencyKey: keyFor(request) } })
    if (answer === null) return
    setErrors(answer.recordDocument.userErrors)
    if (answer.recordDocument.userErrors.length > 0) return
    onRecorded()
    void navigate({ to: "/van-ban-cho/$id", params: { id } })
  }
  return (
    <div ref={panel} tabIndex={-1}>
      <Panel
        title={t`Nếu ghi nhận như trên`}
        note={t`Chưa có gì thay đổi. Bấm “Ghi nhận” thì đúng những điều này được thực hiện.`}
      >
        <div className={documentStyles.preview}>
          <StartEffects preview={preview} />
        </div>
        {errors.map(({ reason, message }) => (
          <Notice
            key={reason}
            tone="trouble"
            title={<span lang="vi">{message}</span>}
            actions={
              <Button variant="default" size="xs" onClick={onStale}>
                {t`Trở lại biểu mẫu`}
              </Button>
            }
          />
        ))}
        {failure && <FailureNotice failure={failure} partial={false} retry={() => void record()} />}
        <div className={styles.end}>
          <Button loading={running} onClick={() => void record()}>
            {t`Ghi nhận`}
          </Button>
        </div>
      </Panel>
    </div>
  )
}

function typedOf(row: Row, suggestion: Suggestion | null): DocumentTyped {
  const known = suggestion?.document ?? row.document
  return {
    kind: known?.kind ?? row.kind,
    number: known?.number ?? "",
    name: known?.name ?? "",
    issuer: known?.issuer ?? row.issuer ?? "",
    issuedOn: known?.issuedOn ?? "",
    effectiveOn: known?.effectiveOn ?? "",
    link: row.document?.link ?? "",
    fileIds: attachedOf(row.document?.files ?? []),
    dueDays: String(row.document?.dueDays ?? row.dueDays),
    reason: "",
  }
}
