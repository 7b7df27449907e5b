import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { useEffect, useRef, useState } from "react"
import { FormProvider, useForm, useWatch } from "react-hook-form"
import { graphql } from "../../__generated__/index.ts"
import { type AttachedFile, attachedOf } from "../../evidence/attached-file.ts"
import { FileField } from "../../evidence/file-field.tsx"
import formStyles from "../../form/form.module.css"
import { useIdempotencyKey } from "../../form/idempotency-key.ts"
import type { UserError } from "../../form/user-error.ts"
import { useChange } from "../../graph/change-graph.ts"
import { FailureNotice } from "../../graph/failure-notice.tsx"
import { lineFieldName } from "../agency-report-names.ts"
import type { Line } from "./ask-lines.ts"
import styles from "./line.module.css"
import { areAttached, filesFollowed } from "./line-files.ts"

const AttachReportLineFilesDocument = graphql(`
  mutation AttachReportLineFiles($input: AttachReportLineFilesInput!) {
    attachReportLineFiles(input: $input) {
      line {
        id
        ...ReportLineFields
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

interface FilesTyped {
  files: AttachedFile[]
}

interface LineFilesFieldProps {
  line: Line
  /** Why the Department returned them; undefined where it did not. */
  returned: string | undefined
  readAgain: () => Promise<unknown>
  /** Told whether all its files are uploaded and attached. */
  onAttached: (id: string, attached: boolean) => void
}

/** The files that prove what a line says: each is attached as soon as it is uploaded, and goes when it is taken off. */
export function LineFilesField({ line, returned, readAgain, onAttached }: LineFilesFieldProps) {
  const { t, i18n } = useLingui()
  const { id, version } = line
  const form = useForm<FilesTyped>({ defaultValues: { files: attachedOf(line.files) } })
  const { change, failure } = useChange(AttachReportLineFilesDocument, [])
  const keyFor = useIdempotencyKey()
  const [errors, setErrors] = useState<readonly UserError[]>([])
  const files = useWatch({ control: form.control, name: "files" })
  const wanted = files.flatMap((file) => file.id ?? [])
  const attached = line.files.map((file) => file.id)
  const pending = wanted.join() !== attached.join()
  const isAttached = areAttached(files, line.files)
  /** What was refused is not sent again by itself. */
  const refused = useRef("")
  /** What was attached when the field last followed it. */
  const followed = useRef(attached)

  async function attach() {
    const input = { id, version, fileIds: wanted, idempotencyKey: keyFor({ wanted, version }) }
    const payload = (await change({ input }))?.attachReportLineFiles
    if (payload === undefined) return
    // Words of the same line were saved meanwhile: it is sent again with what the line then is
    if (payload.userErrors.some(({ reason }) => reason === "VERSION_STALE")) return void (await readAgain())
    refused.current = payload.userErrors.length > 0 ? wanted.join() : ""
    setErrors(payload.userErrors)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: followed when what is attached changed, not whenever the field does
  useEffect(() => {
    const next = filesFollowed(form.getValues("files"), followed.current, line.files)
    followed.current = attached
    if (JSON.stringify(next) !== JSON.stringify(form.getValues("files"))) form.setValue("files", next)
  }, [attached.join()])
  // biome-ignore lint/correctness/useExhaustiveDependencies: sent when the files, or the line that they are attached to, changed
  useEffect(() => {
    if (pending && refused.current !== wanted.join()) void attach()
  }, [wanted.join(), version])

  useEffect(() => {
    onAttached(id, isAttached)
    return () => onAttached(id, true)
  }, [id, isAttached, onAttached])

  return (
    <FormProvider {...form}>
      <div className={styles.attached} data-field="FILES" data-returned={returned !== undefined}>
        <FileField<FilesTyped>
          name="files"
          label={i18n._(lineFieldName.FILES)}
          holder="reporting"
          {...(returned !== undefined && { description: t`Sở trả lại: ${returned}` })}
        />
        {errors.map(({ reason, message }) => (
          <p key={reason} role="alert" lang="vi" className={formStyles.error}>
            {message}
          </p>
        ))}
        {failure && <FailureNotice failure={failure} partial={false} retry={() => void attach()} />}
        {errors.length > 0 && pending && (
          <Button variant="default" size="compact-sm" onClick={() => void attach()}>
            {t`Thử lại`}
          </Button>
        )}
      </div>
    </FormProvider>
  )
}
