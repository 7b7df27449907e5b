import { useLingui } from "@lingui/react/macro"
import { Button, Textarea, VisuallyHidden } from "@mantine/core"
import { FormProvider } from "react-hook-form"
import { MeanwhileProvider } from "../../form/changed-meanwhile.ts"
import formStyles from "../../form/form.module.css"
import { saveStateName } from "../../form/save-state.ts"
import { useField } from "../../form/use-field.tsx"
import { FailureNotice } from "../../graph/failure-notice.tsx"
import type { Commentary } from "./ask-commentary.ts"
import styles from "./city-report.module.css"
import { CommentaryAuthor } from "./commentary-read.tsx"
import { CommentaryVersions } from "./commentary-versions.tsx"
import { type CommentaryTyped, useSavedCommentary } from "./saved-commentary.ts"

interface CommentaryEditorProps {
  roundId: string
  part: string
  /** Of the part; null: it has none. */
  heading: string | null
  /** What stands; null: nothing yet. */
  commentary: Commentary | null
  readAgain: () => Promise<unknown>
}

/** What people write to a part of the report. It saves itself; what another wrote meanwhile stands beside. */
export function CommentaryEditor({ roundId, part, heading, commentary, readAgain }: CommentaryEditorProps) {
  const { t, i18n } = useLingui()
  const { drafted, state, unplaced, failure, saveNow } = useSavedCommentary({
    roundId,
    part,
    commentary,
    readAgain,
  })
  return (
    <div className={styles.commentary} data-save-state={state}>
      <FormProvider {...drafted.form}>
        <MeanwhileProvider value={drafted.meanwhile}>
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              saveNow()
            }}
            onBlur={({ currentTarget, relatedTarget }) => {
              if (!currentTarget.contains(relatedTarget as Node | null)) saveNow()
            }}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return
              event.preventDefault()
              saveNow()
            }}
          >
            <BodyField about={heading ?? t`phần kết`} />
            <div className={styles.saving}>
              <p role="status">
                {(state !== "SAVED" || commentary !== null) && i18n._(saveStateName[state])}
              </p>
              {state === "SAVED" && commentary !== null && <CommentaryAuthor commentary={commentary} />}
              {(state === "UNSENT" || state === "REFUSED") && (
                <Button variant="default" size="compact-sm" onClick={saveNow}>
                  {t`Lưu lại`}
                </Button>
              )}
            </div>
            {unplaced.map(({ reason, message }) => (
              <p key={reason} role="alert" lang="vi" className={formStyles.error}>
                {message}
              </p>
            ))}
            {failure && failure.kind !== "UNREACHABLE" && (
              <FailureNotice failure={failure} partial={false} retry={saveNow} />
            )}
          </form>
        </MeanwhileProvider>
      </FormProvider>
      {commentary !== null && (
        <CommentaryVersions roundId={roundId} commentary={commentary} restoring="OFFERED" />
      )}
    </div>
  )
}

/** @param about the part that it is written to: its heading stands above, and is not said again to those who see it */
function BodyField({ about }: { about: string }) {
  const { t } = useLingui()
  const { field, shown } = useField<CommentaryTyped>({ name: "body", label: t`Lời văn` })
  const label = (
    <>
      {shown.label}
      <VisuallyHidden>: {about}</VisuallyHidden>
    </>
  )
  return <Textarea rows={3} lang="vi" autoComplete="off" {...shown} label={label} {...field} />
}
