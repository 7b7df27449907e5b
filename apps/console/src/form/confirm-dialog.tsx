import { useApolloClient } from "@apollo/client/react"
import { useLingui } from "@lingui/react/macro"
import { Button, Textarea } from "@mantine/core"
import { type ReactNode, type RefObject, useId, useState } from "react"
import type { Failure } from "../graph/failure.ts"
import { FailureNotice } from "../graph/failure-notice.tsx"
import styles from "../shortcut/shortcuts-dialog.module.css"
import formStyles from "./form.module.css"
import { useIdempotencyKey } from "./idempotency-key.ts"
import type { UserError } from "./user-error.ts"

interface ConfirmDialogProps<Payload> {
  dialog: RefObject<HTMLDialogElement | null>
  title: string
  /** What will happen. */
  children: ReactNode
  /** Whether the history must say why. */
  reason: "NEEDED" | "WELCOME"
  confirm: string
  /** What besides the reason makes the request what it is. */
  about: unknown
  /** Carries it out; null when no answer came, `failure` then says why. */
  send: (reason: string | null, idempotencyKey: string) => Promise<Payload | null>
  failure: Failure | null
  onDone: (payload: Payload) => void
}

/** Asks once more before what cannot be undone, and why; opened by `showModal`, left by Escape, focus given back. */
export function ConfirmDialog<Payload extends { userErrors: readonly UserError[] }>(
  props: ConfirmDialogProps<Payload>,
) {
  const { dialog, title, children, reason: wanted, confirm, about, send, failure, onDone } = props
  const { t } = useLingui()
  const heading = useId()
  const client = useApolloClient()
  const keyFor = useIdempotencyKey()
  const [reason, setReason] = useState("")
  const [running, setRunning] = useState(false)
  const [missing, setMissing] = useState(false)
  const [errors, setErrors] = useState<readonly UserError[]>([])
  async function carryOut() {
    const why = reason.trim()
    setMissing(wanted === "NEEDED" && why === "")
    if (wanted === "NEEDED" && why === "") return dialog.current?.querySelector("textarea")?.focus()
    setRunning(true)
    const payload = await send(why === "" ? null : why, keyFor({ about, why }))
    setRunning(false)
    if (payload === null) return
    setErrors(payload.userErrors)
    // Somebody else changed the row: what the dialog is about is read again, and the next answer counts for that
    if (payload.userErrors.some((error) => error.reason === "VERSION_STALE"))
      void client.refetchQueries({ include: "active" })
    if (payload.userErrors.length > 0) return
    dialog.current?.close()
    setReason("")
    onDone(payload)
  }
  const aboutReason = errors.find(({ field }) => field === "reason")
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={heading}
      onClose={() => {
        setErrors([])
        setMissing(false)
      }}
    >
      <h2 id={heading} className={styles.title}>
        {title}
      </h2>
      <form
        noValidate
        className={formStyles.confirm}
        onSubmit={(event) => {
          event.preventDefault()
          void carryOut()
        }}
      >
        {children}
        <Textarea
          label={wanted === "NEEDED" ? t`Lý do` : t`Lý do (không bắt buộc)`}
          description={t`Ghi vào nhật ký`}
          required={wanted === "NEEDED"}
          rows={2}
          value={reason}
          error={aboutReason?.message ?? (missing && t`Hãy ghi lý do`)}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {errors
          .filter((error) => error !== aboutReason)
          .map(({ reason: code, message }) => (
            <p key={code} role="alert" lang="vi" className={formStyles.error}>
              {message}
            </p>
          ))}
        {failure && <FailureNotice failure={failure} partial={false} retry={() => void carryOut()} />}
        <div className={formStyles.end}>
          <Button type="submit" loading={running}>
            {confirm}
          </Button>
          <Button variant="default" onClick={() => dialog.current?.close()}>
            {t`Thôi`}
          </Button>
        </div>
      </form>
    </dialog>
  )
}
