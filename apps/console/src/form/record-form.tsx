import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { type ReactNode, useState } from "react"
import { type FieldPath, type FieldValues, FormProvider } from "react-hook-form"
import type { Failure } from "../graph/failure.ts"
import { FailureNotice } from "../graph/failure-notice.tsx"
import { Notice } from "../notice/notice.tsx"
import { MeanwhileProvider } from "./changed-meanwhile.ts"
import type { DraftedForm } from "./drafted-form.ts"
import styles from "./form.module.css"
import { useOnline } from "./online.ts"
import { RestoredDraft } from "./restored-draft.tsx"
import { hiddenComplaints, showErrors, type UserError } from "./user-error.ts"

interface RecordFormProps<Typed extends FieldValues, Read, Payload> {
  drafted: DraftedForm<Typed, Read>
  /** Sends what was read from the fields; null when no answer came, `failure` then says why. */
  send: (values: Read, idempotencyKey: string) => Promise<Payload | null>
  failure: Failure | null
  /** Goes on after the graph has taken it. */
  onDone: (payload: Payload) => void
  /** Asks for the row as it now stands, where the form changes one: somebody else may have changed it meanwhile. */
  readAgain?: (() => Promise<unknown>) | undefined
  submit: string
  /** The way out without sending. */
  cancel: ReactNode
  children: ReactNode
}

/** A form that records something: errors at their fields, nothing typed lost, sent once however often it is pressed. */
export function RecordForm<
  Typed extends FieldValues,
  Read,
  Payload extends { userErrors: readonly UserError[] },
>({
  drafted,
  send,
  failure,
  onDone,
  readAgain,
  submit,
  cancel,
  children,
}: RecordFormProps<Typed, Read, Payload>) {
  const { t } = useLingui()
  const { form, restored, discard, meanwhile } = drafted
  const online = useOnline()
  const [unplaced, setUnplaced] = useState<UserError[]>([])
  const { isSubmitting } = form.formState
  const { changes } = meanwhile
  const contested = Object.keys(changes).filter((field) => changes[field]?.outcome === "CONTESTED")
  const record = form.handleSubmit(
    async (values) => {
      setUnplaced([])
      if (contested.length > 0) return form.setFocus(contested[0] as FieldPath<Typed>)
      const payload = await send(values, drafted.keyFor(values))
      if (payload === null) return
      if (payload.userErrors.length > 0) return setUnplaced(showErrors(form, payload.userErrors))
      drafted.sent()
      onDone(payload)
    },
    (complaints) => setUnplaced(hiddenComplaints(form, complaints)),
  )
  return (
    <FormProvider {...form}>
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void record()
        }}
      >
        <RestoredDraft restored={restored} discard={discard} />
        {Object.keys(changes).length > 0 && (
          <Notice tone="caution" title={t`Người khác đã sửa nội dung này trong khi bạn nhập`}>
            <p>
              {contested.length > 0
                ? t`Có ${contested.length} ô cả hai cùng sửa: hãy chọn giá trị ở từng ô rồi ghi.`
                : t`Giá trị đã đổi được ghi chú ở từng ô.`}
            </p>
          </Notice>
        )}
        <MeanwhileProvider value={meanwhile}>{children}</MeanwhileProvider>
        {!online && (
          <Notice tone="caution" title={t`Mất kết nối mạng`}>
            <p>{t`Nội dung đang nhập được giữ trên máy này, kể cả khi đóng trình duyệt. Hãy ghi khi có mạng trở lại.`}</p>
          </Notice>
        )}
        {failure && <FailureNotice failure={failure} partial={false} retry={() => void record()} />}
        {unplaced.map(({ reason, message }) => (
          <Notice
            key={`${reason} ${message}`}
            tone="trouble"
            title={<span lang="vi">{message}</span>}
            actions={
              reason === "VERSION_STALE" &&
              readAgain && (
                <Button
                  variant="default"
                  size="xs"
                  onClick={() => void readAgain().then(() => setUnplaced([]))}
                >
                  {t`Lấy bản mới nhất`}
                </Button>
              )
            }
          >
            {reason === "VERSION_STALE" && (
              <p>{t`Nội dung bạn đã nhập vẫn được giữ. Ô nào đã bị người khác sửa sẽ ghi rõ giá trị hiện có.`}</p>
            )}
          </Notice>
        ))}
        <div className={styles.end}>
          <Button type="submit" loading={isSubmitting}>
            {submit}
          </Button>
          {cancel}
        </div>
      </form>
    </FormProvider>
  )
}
