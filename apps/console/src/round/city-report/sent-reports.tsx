import { useLingui } from "@lingui/react/macro"
import { Button, Skeleton } from "@mantine/core"
import { useState } from "react"
import { useWatch } from "react-hook-form"
import type { SentReportsQuery } from "../../__generated__/graphql.ts"
import { graphql } from "../../__generated__/index.ts"
import { PrintedDate } from "../../calendar/printed-date.tsx"
import { FileField } from "../../evidence/file-field.tsx"
import { FileList } from "../../evidence/file-list.tsx"
import { Fact, Facts } from "../../facts/facts.tsx"
import { ChoiceField } from "../../form/choice-field.tsx"
import { useDraftedForm } from "../../form/drafted-form.ts"
import { RecordForm } from "../../form/record-form.tsx"
import { LongTextField, TextField } from "../../form/text-field.tsx"
import { Answered } from "../../graph/answered.tsx"
import { useGraph } from "../../graph/ask-graph.ts"
import { useChange } from "../../graph/change-graph.ts"
import { useNames } from "../../language/use-names.ts"
import { useMay } from "../../session/permission.ts"
import { Panel } from "../../shell/page.tsx"
import styles from "./city-report.module.css"
import { type DispatchTyped, dispatchForm, EMPTY_DISPATCH } from "./dispatch-form.ts"
import { recipientName } from "./recipient-names.ts"

const SentReportsDocument = graphql(`
  query SentReports($id: ID!) {
    round: reportingRound(id: $id) {
      id
      dispatches {
        id
        recipient
        recipientName
        sentOn
        means
        reference
        note
        sha256s
        recordedBy
        recordedOn
        files {
          id
          name
          size
          url
        }
      }
    }
  }
`)

const RecordDispatchDocument = graphql(`
  mutation RecordDispatch($input: RecordDispatchInput!) {
    recordDispatch(input: $input) {
      dispatch {
        id
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

type Dispatch = NonNullable<NonNullable<SentReportsQuery["round"]>["dispatches"]>[number]

/** Receipts of what was sent to whom. */
export function SentReports({ id }: { id: string }) {
  const { t } = useLingui()
  const writes = useMay("reports:write")
  const answer = useGraph(SentReportsDocument, { id })
  const [adding, setAdding] = useState(false)
  return (
    <Panel
      title={t`Đã gửi cho các nơi nhận`}
      beside={
        writes &&
        !adding && (
          <Button variant="default" size="xs" fz="sm" h="2rem" onClick={() => setAdding(true)}>
            {t`Ghi một lần gửi`}
          </Button>
        )
      }
    >
      <Answered answer={answer} waiting={<Skeleton height={60} />}>
        {({ round }) => (
          <>
            {round?.dispatches?.length === 0 && !adding && <p>{t`Chưa ghi lần gửi nào.`}</p>}
            <ul className={styles.receipts}>
              {round?.dispatches?.map((dispatch) => (
                <Receipt key={dispatch.id} dispatch={dispatch} />
              ))}
            </ul>
          </>
        )}
      </Answered>
      {adding && (
        <RecordSent
          id={id}
          onCancel={() => setAdding(false)}
          onDone={() => {
            setAdding(false)
            void answer.readAgain()
          }}
        />
      )}
    </Panel>
  )
}

function Receipt({ dispatch }: { dispatch: Dispatch }) {
  const { t } = useLingui()
  const names = useNames(recipientName)
  const { recipient, recipientName: other, sentOn, means, reference, note, sha256s, recordedBy } = dispatch
  return (
    <li data-dispatch={recipient}>
      <Facts>
        <Fact name={t`Nơi nhận`}>{other == null ? names[recipient] : <span lang="vi">{other}</span>}</Fact>
        <Fact name={t`Ngày gửi`}>
          <PrintedDate date={sentOn} />
        </Fact>
        <Fact name={t`Cách gửi`}>
          <span lang="vi">{means}</span>
        </Fact>
        {reference != null && (
          <Fact name={t`Số, mã biên nhận`}>
            <span lang="vi">{reference}</span>
          </Fact>
        )}
        {note != null && (
          <Fact name={t`Ghi chú`}>
            <span lang="vi">{note}</span>
          </Fact>
        )}
        <Fact name={t`Tệp đã gửi`}>
          <FileList files={dispatch.files} />
        </Fact>
        <Fact name={t`Mã băm (SHA-256)`}>
          {sha256s.map((sha256) => (
            <code key={sha256} className={styles.hash}>
              {sha256}
            </code>
          ))}
        </Fact>
        {recordedBy != null && (
          <Fact name={t`Người ghi`}>
            <span lang="vi">{recordedBy}</span>
          </Fact>
        )}
      </Facts>
    </li>
  )
}

interface RecordSentProps {
  id: string
  onCancel: () => void
  onDone: () => void
}

function RecordSent({ id, onCancel, onDone }: RecordSentProps) {
  const { t } = useLingui()
  const names = useNames(recipientName)
  const { change, failure } = useChange(RecordDispatchDocument, [])
  const drafted = useDraftedForm(`dispatch/${id}`, dispatchForm, EMPTY_DISPATCH)
  return (
    <RecordForm
      drafted={drafted}
      send={async (values, idempotencyKey) =>
        (await change({ input: { ...values, roundId: id, idempotencyKey } }))?.recordDispatch ?? null
      }
      failure={failure}
      onDone={onDone}
      submit={t`Ghi lần gửi`}
      cancel={
        <Button variant="default" onClick={onCancel}>
          {t`Thôi`}
        </Button>
      }
    >
      <ChoiceField<DispatchTyped>
        name="recipient"
        label={t`Nơi nhận`}
        choices={names}
        none={t`Chọn nơi nhận`}
        required
      />
      <OtherRecipient />
      <TextField<DispatchTyped> name="sentOn" label={t`Ngày gửi`} type="date" required />
      <TextField<DispatchTyped>
        name="means"
        label={t`Cách gửi`}
        description={t`Ví dụ: trục liên thông văn bản, nhập trên hệ thống, bưu điện`}
        required
      />
      <TextField<DispatchTyped> name="reference" label={t`Số, mã biên nhận`} />
      <LongTextField<DispatchTyped> name="note" label={t`Ghi chú`} />
      <FileField<DispatchTyped> name="fileIds" label={t`Tệp đã gửi`} holder="reporting" required />
    </RecordForm>
  )
}

/** The name of a recipient that is none of the listed. */
function OtherRecipient() {
  const { t } = useLingui()
  const recipient = useWatch<DispatchTyped, "recipient">({ name: "recipient" })
  if (recipient !== "OTHER") return null
  return <TextField<DispatchTyped> name="recipientName" label={t`Tên nơi nhận`} required />
}
