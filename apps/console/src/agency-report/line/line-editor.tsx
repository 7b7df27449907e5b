import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { type ReactNode, useEffect, useId } from "react"
import { FormProvider, useWatch } from "react-hook-form"
import { MeanwhileProvider } from "../../form/changed-meanwhile.ts"
import formStyles from "../../form/form.module.css"
import { saveStateName } from "../../form/save-state.ts"
import { FailureNotice } from "../../graph/failure-notice.tsx"
import { answersOn, fieldsOn, lineFields } from "../agency-report-names.ts"
import type { Line } from "./ask-lines.ts"
import styles from "./line.module.css"
import { LineAbout } from "./line-about.tsx"
import { LineFacts } from "./line-facts.tsx"
import { LineAnswerField, LineField } from "./line-fields.tsx"
import { LineFilesField } from "./line-files-field.tsx"
import { focusNextUnanswered, placeOfLine } from "./line-focus.ts"
import { isWritten, type LineTyped } from "./line-form.ts"
import { TakePrefill } from "./line-prefill.tsx"
import { LineSigned } from "./line-signed.tsx"
import { type SavedLine, useSavedLine } from "./saved-line.ts"

interface LineEditorProps {
  line: Line
  readAgain: () => Promise<unknown>
  /** Told whether all that is typed on the line has been saved. */
  onSaved: (id: string, saved: boolean) => void
  /** Told whether all its files are uploaded and attached. */
  onAttached: (id: string, attached: boolean) => void
  /** What stands below its fields. */
  below?: ReactNode
}

/** A line that its agency fills in. It saves itself; what it may not change it shows. */
export function LineEditor({ line, readAgain, onSaved, onAttached, below }: LineEditorProps) {
  const heading = useId()
  const saved = useSavedLine(line, readAgain)
  const { form, meanwhile } = saved.drafted
  const isSaved = saved.state === "SAVED"
  const { id, openFields, returnedFields } = line
  useEffect(() => {
    onSaved(id, isSaved)
    return () => onSaved(id, true)
  }, [id, isSaved, onSaved])
  const reasonOf = (field: string) => returnedFields.find((returned) => returned.field === field)?.reason
  return (
    <article
      id={placeOfLine(id)}
      className={styles.line}
      aria-labelledby={heading}
      data-line={line.item.code}
      data-answered={line.answer != null}
      data-save-state={saved.state}
    >
      <LineAbout line={line} heading={heading} />
      <div className={styles.written}>
        <FormProvider {...form}>
          <MeanwhileProvider value={meanwhile}>
            <form
              noValidate
              className={styles.fields}
              aria-labelledby={heading}
              onSubmit={(event) => {
                event.preventDefault()
                saved.saveNow()
              }}
              onBlur={({ currentTarget, relatedTarget }) => {
                if (!currentTarget.contains(relatedTarget as Node | null)) saved.saveNow()
              }}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return
                event.preventDefault()
                saved.saveNow()
                focusNextUnanswered(id)
              }}
            >
              {openFields.includes("ANSWER") && (
                <LineAnswerField answers={answersOn(line)} returned={reasonOf("ANSWER")} open={openFields} />
              )}
              <TakePrefill line={line} open={openFields} />
              <Details line={line} reasonOf={reasonOf} />
              <Saving saved={saved} line={line} />
            </form>
          </MeanwhileProvider>
        </FormProvider>
        {openFields.includes("FILES") && (
          <LineFilesField
            line={line}
            returned={reasonOf("FILES")}
            readAgain={readAgain}
            onAttached={onAttached}
          />
        )}
        {below}
      </div>
    </article>
  )
}

/** The fields that go with what is answered: an answer that stands by itself has none. */
function Details({ line, reasonOf }: { line: Line; reasonOf: (field: string) => string | undefined }) {
  const { openFields } = line
  const answer = useWatch<LineTyped, "answer">({ name: "answer" })
  const alone = answer === "NO_CHANGE" || answer === "NOTHING_TO_REPORT"
  const open = lineFields
    .filter(isWritten)
    .filter((field) => field !== "ANSWER" && openFields.includes(field))
  const shut = fieldsOn(line.item.kind).filter((field) => !openFields.includes(field))
  return (
    <>
      {open
        .filter((field) => !(alone && openFields.includes("ANSWER")) || reasonOf(field) !== undefined)
        .map((field) => (
          <LineField key={field} field={field} kind={line.item.kind} returned={reasonOf(field)} />
        ))}
      {shut.length > 0 && (
        <div className={styles.shut}>
          <LineFacts line={line} fields={shut} />
        </div>
      )}
    </>
  )
}

/** How far what is typed has come, and what stands in its way. */
function Saving({ saved, line }: { saved: SavedLine; line: Line }) {
  const { t, i18n } = useLingui()
  const { state, unplaced, failure, saveNow } = saved
  return (
    <div className={styles.saving}>
      <p role="status" data-state={state}>
        {state !== "SAVED" && i18n._(saveStateName[state])}
        {state === "SAVED" && line.answer != null && i18n._(saveStateName.SAVED)}
        {state === "SAVED" && line.answer == null && t`Chưa trả lời`}
      </p>
      {state === "SAVED" && <LineSigned line={line} />}
      {(state === "UNSENT" || state === "REFUSED") && (
        <Button variant="default" size="compact-sm" onClick={saveNow}>
          {t`Lưu lại`}
        </Button>
      )}
      {unplaced.map(({ reason, message }) => (
        <p key={reason} role="alert" lang="vi" className={formStyles.error}>
          {message}
        </p>
      ))}
      {failure && failure.kind !== "UNREACHABLE" && (
        <FailureNotice failure={failure} partial={false} retry={saveNow} />
      )}
    </div>
  )
}
