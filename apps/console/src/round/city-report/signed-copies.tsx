import { useLingui } from "@lingui/react/macro"
import { Button, Skeleton } from "@mantine/core"
import { useState } from "react"
import { graphql } from "../../__generated__/index.ts"
import { PrintedDate } from "../../calendar/printed-date.tsx"
import { FileField } from "../../evidence/file-field.tsx"
import { FileList } from "../../evidence/file-list.tsx"
import { useDraftedForm } from "../../form/drafted-form.ts"
import { RecordForm } from "../../form/record-form.tsx"
import { TextField } from "../../form/text-field.tsx"
import { Answered } from "../../graph/answered.tsx"
import { useGraph } from "../../graph/ask-graph.ts"
import { useChange } from "../../graph/change-graph.ts"
import { useMay } from "../../session/permission.ts"
import { Panel } from "../../shell/page.tsx"
import styles from "./city-report.module.css"
import { EMPTY_SIGNED_COPY, type SignedCopyTyped, signedCopyForm } from "./signed-copy-form.ts"

const SignedCopiesDocument = graphql(`
  query SignedCopies($id: ID!) {
    round: reportingRound(id: $id) {
      id
      signedCopies {
        id
        number
        signedOn
        signer
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

const AttachSignedCopyDocument = graphql(`
  mutation AttachSignedCopy($input: AttachSignedCopyInput!) {
    attachSignedCopy(input: $input) {
      signedCopy {
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

/** The report as it was signed: the one that stands, and those it took the place of. */
export function SignedCopies({ id }: { id: string }) {
  const { t } = useLingui()
  const writes = useMay("reports:write")
  const answer = useGraph(SignedCopiesDocument, { id })
  const [adding, setAdding] = useState(false)
  return (
    <Panel
      title={t`Bản đã ký`}
      beside={
        writes &&
        !adding &&
        answer.data && (
          <Button variant="default" size="xs" fz="sm" h="2rem" onClick={() => setAdding(true)}>
            {t`Đính kèm bản đã ký`}
          </Button>
        )
      }
    >
      <Answered answer={answer} waiting={<Skeleton height={60} />}>
        {({ round }) => {
          const copies = round?.signedCopies ?? []
          return (
            <>
              {copies.length === 0 && !adding && <p>{t`Chưa đính kèm bản đã ký.`}</p>}
              <ul className={styles.receipts}>
                {copies.map(({ id: copy, number, signedOn, signer, files }, place) => (
                  <li key={copy} data-signed-copy={place === 0 ? "STANDS" : "REPLACED"}>
                    <p>
                      <strong lang="vi">{number}</strong>, <PrintedDate date={signedOn} />
                      {signer !== "" && (
                        <>
                          , <span lang="vi">{signer}</span>
                        </>
                      )}
                      {place > 0 && <> ({t`đã thay bằng bản khác`})</>}
                    </p>
                    <FileList files={files ?? []} />
                  </li>
                ))}
              </ul>
              {adding && (
                <AttachSignedCopy
                  id={id}
                  replacing={copies.length > 0 ? "ANOTHER" : "NONE"}
                  onCancel={() => setAdding(false)}
                  onDone={() => {
                    setAdding(false)
                    void answer.readAgain()
                  }}
                />
              )}
            </>
          )
        }}
      </Answered>
    </Panel>
  )
}

interface AttachSignedCopyProps {
  id: string
  /** Whether one is there already: then the reason is asked for. */
  replacing: "ANOTHER" | "NONE"
  onCancel: () => void
  onDone: () => void
}

function AttachSignedCopy({ id, replacing, onCancel, onDone }: AttachSignedCopyProps) {
  const { t } = useLingui()
  const { change, failure } = useChange(AttachSignedCopyDocument, [])
  const drafted = useDraftedForm(`signed-copy/${id}`, signedCopyForm, EMPTY_SIGNED_COPY)
  return (
    <RecordForm
      drafted={drafted}
      send={async (values, idempotencyKey) =>
        (await change({ input: { ...values, roundId: id, idempotencyKey } }))?.attachSignedCopy ?? null
      }
      failure={failure}
      onDone={onDone}
      submit={t`Ghi bản đã ký`}
      cancel={
        <Button variant="default" onClick={onCancel}>
          {t`Thôi`}
        </Button>
      }
    >
      <TextField<SignedCopyTyped> name="number" label={t`Số, ký hiệu`} required />
      <TextField<SignedCopyTyped> name="signedOn" label={t`Ngày ký`} type="date" required />
      <TextField<SignedCopyTyped> name="signer" label={t`Người ký (chức vụ, họ tên)`} required />
      <FileField<SignedCopyTyped>
        name="fileIds"
        label={t`Tệp PDF của bản đã ký`}
        holder="reporting"
        description={t`Một tệp PDF, tới 25 MB`}
        required
      />
      {replacing === "ANOTHER" && (
        <TextField<SignedCopyTyped> name="reason" label={t`Lý do thay bản trước`} required />
      )}
    </RecordForm>
  )
}
