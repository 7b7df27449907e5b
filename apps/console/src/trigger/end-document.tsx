import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { graphql } from "../__generated__/index.ts"
import { ChoiceField } from "../form/choice-field.tsx"
import { useDraftedForm } from "../form/drafted-form.ts"
import { RecordForm } from "../form/record-form.tsx"
import { TextField } from "../form/text-field.tsx"
import { chosenOf, neededDay, optionalWords } from "../form/written.ts"
import { z } from "../form/zod.ts"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useChange } from "../graph/change-graph.ts"
import { useUnreadTitle } from "../graph/unread-title.ts"
import { Restricted } from "../session/restricted.tsx"
import { NotFound } from "../shell/not-found.tsx"
import { DocumentsPage } from "./documents-page.tsx"
import { RECORDED_WITH } from "./recorded-with.ts"

const DocumentToEndDocument = graphql(`
  query DocumentToEnd($id: ID!) {
    trigger(id: $id) {
      id
      version
      title
    }
  }
`)

const EndDocumentDocument = graphql(`
  mutation EndDocument($input: EndDocumentInput!) {
    endDocument(input: $input) {
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

const endForm = z.object({
  how: chosenOf(["REPLACED", "REPEALED"]),
  endedOn: neededDay,
  number: optionalWords,
  name: optionalWords,
  link: optionalWords,
  reason: optionalWords,
})

type EndTyped = z.input<typeof endForm>

const NOTHING_TYPED: EndTyped = {
  how: "REPLACED",
  endedOn: "",
  number: "",
  name: "",
  link: "",
  reason: "",
}

const route = getRouteApi("/van-ban-cho/$id/het-hieu-luc")

/** Records that a document was replaced or repealed. */
export function EndDocument() {
  const { t } = useLingui()
  return (
    <Restricted to="documents:write" title={t`Ghi nhận văn bản hết hiệu lực`}>
      <DocumentToEnd />
    </Restricted>
  )
}

function DocumentToEnd() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const answer = useGraph(DocumentToEndDocument, { id })
  const unread = useUnreadTitle(answer)
  if (answer.data?.trigger === null && answer.failure === null) return <NotFound />
  return (
    <DocumentsPage
      title={t`Ghi nhận văn bản hết hiệu lực`}
      above={
        <>
          <Link to="/van-ban-cho">{t`Văn bản chờ`}</Link> /{" "}
          <Link to="/van-ban-cho/$id" params={{ id }} lang="vi">
            {answer.data?.trigger?.title ?? unread}
          </Link>
        </>
      }
    >
      <Answered answer={answer} waiting={<Skeleton height={320} />}>
        {({ trigger }) =>
          trigger && <EndForm id={id} version={trigger.version} readAgain={answer.readAgain} />
        }
      </Answered>
    </DocumentsPage>
  )
}

interface EndFormProps {
  id: string
  version: number
  readAgain: () => Promise<unknown>
}

function EndForm({ id, version, readAgain }: EndFormProps) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const drafted = useDraftedForm(`document/${id}/end`, endForm, NOTHING_TYPED)
  const { change, failure } = useChange(EndDocumentDocument, RECORDED_WITH)
  const back = { to: "/van-ban-cho/$id", params: { id } } as const
  const replaced = drafted.form.watch("how") === "REPLACED"
  return (
    <RecordForm
      drafted={drafted}
      failure={failure}
      readAgain={readAgain}
      send={async ({ how, endedOn, number, name, link, reason }, idempotencyKey) => {
        const successor = how === "REPLACED" ? { number: number ?? "", name, link } : null
        const input = { id, version, endedOn, successor, reason, idempotencyKey }
        return (await change({ input }))?.endDocument ?? null
      }}
      onDone={() => void navigate(back)}
      submit={t`Ghi`}
      cancel={<Link {...back}>{t`Thôi`}</Link>}
    >
      <p>{t`Nhiệm vụ đã bắt đầu vẫn giữ ngày bắt đầu và hạn; các cơ quan của nhiệm vụ được báo.`}</p>
      <ChoiceField<EndTyped>
        name="how"
        label={t`Văn bản này`}
        choices={{ REPLACED: t`bị văn bản khác thay thế`, REPEALED: t`bị bãi bỏ` }}
        required
      />
      <TextField<EndTyped> name="endedOn" type="date" label={t`Hết hiệu lực từ ngày`} required />
      {replaced && (
        <>
          <TextField<EndTyped> name="number" label={t`Số, ký hiệu văn bản thay thế`} required />
          <TextField<EndTyped> name="name" label={t`Tên văn bản thay thế`} />
          <TextField<EndTyped> name="link" type="url" label={t`Địa chỉ văn bản thay thế`} />
        </>
      )}
      <TextField<EndTyped> name="reason" label={t`Ghi chú`} description={t`Ghi vào nhật ký`} />
    </RecordForm>
  )
}
