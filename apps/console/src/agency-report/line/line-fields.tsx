import { useLingui } from "@lingui/react/macro"
import { Radio, Textarea, TextInput } from "@mantine/core"
import { useId, useRef } from "react"
import { type UseFormReturn, useFormContext } from "react-hook-form"
import type { LineAnswer, ReportItemKind, ReportLineField } from "../../__generated__/graphql.ts"
import { useField } from "../../form/use-field.tsx"
import { useNames } from "../../language/use-names.ts"
import { fieldNameOn, lineAnswerName, lineFieldName } from "../agency-report-names.ts"
import styles from "./line.module.css"
import { detailInputs, inputOf, isWritten, type LineTyped, type WrittenField } from "./line-form.ts"

interface LineFieldProps {
  field: WrittenField
  /** What the line is about. */
  kind: ReportItemKind
  /** Why the Department returned it; undefined where it did not. */
  returned: string | undefined
}

/** One of the fields of a line under its name; where it was returned, with the reason. */
export function LineField({ field, kind, returned }: LineFieldProps) {
  const { t, i18n } = useLingui()
  const label = i18n._(fieldNameOn(kind, field))
  const name = inputOf[field]
  const { getValues, setValue } = useFormContext<LineTyped>()
  const { field: connected, shown } = useField<LineTyped>({
    name,
    label,
    ...(returned !== undefined && { description: t`Sở trả lại: ${returned}` }),
  })
  const input = {
    ...shown,
    ...connected,
    autoComplete: "off",
    onChange(event: { currentTarget: { value: string } }) {
      connected.onChange(event.currentTarget.value)
      // Whoever writes what was done has something to report
      if (getValues("answer") === "" && event.currentTarget.value.trim() !== "")
        setValue("answer", "REPORTED")
    },
    onBlur() {
      const typed = getValues(name)
      if (typed !== typed.trim()) setValue(name, typed.trim())
      connected.onBlur()
    },
  }
  return (
    <div className={styles.field} data-field={field} data-returned={returned !== undefined}>
      {field === "PERCENTAGE" ? (
        <TextInput inputMode="numeric" {...input} />
      ) : field === "RESULT_DOCUMENT" ? (
        <TextInput placeholder={t`Số, ký hiệu, ngày`} {...input} />
      ) : (
        <Textarea rows={2} autosize={false} {...input} />
      )}
    </div>
  )
}

interface LineAnswerFieldProps {
  /** Those that the line takes. */
  answers: readonly LineAnswer[]
  returned: string | undefined
  /** The fields that one may change: only those make way for an answer that stands by itself. */
  open: readonly ReportLineField[]
}

/** What is answered on a line: words, or that nothing changed, or that there is nothing to report. */
export function LineAnswerField({ answers, returned, open }: LineAnswerFieldProps) {
  const { t, i18n } = useLingui()
  const names = useNames(lineAnswerName)
  const form = useFormContext<LineTyped>()
  const about = useId()
  const before = useRef<Partial<LineTyped>>({})
  const { field, shown } = useField<LineTyped>(
    {
      name: "answer",
      label: i18n._(lineFieldName.ANSWER),
      ...(returned !== undefined && { description: t`Sở trả lại: ${returned}` }),
    },
    (value) => names[value as keyof typeof names] ?? value,
  )
  return (
    <fieldset
      className={styles.answer}
      aria-describedby={about}
      data-field="ANSWER"
      data-returned={returned !== undefined}
    >
      <legend>{shown.label}</legend>
      {answers.map((answer, place) => (
        <Radio
          key={answer}
          ref={place === 0 ? field.ref : undefined}
          name={field.name}
          value={answer}
          label={names[answer]}
          checked={field.value === answer}
          onBlur={field.onBlur}
          onChange={() => {
            field.onChange(answer)
            makeWay(form, open, before.current, answer === "REPORTED")
          }}
        />
      ))}
      <div id={about} className={styles.about}>
        {shown.description && <div className={styles.note}>{shown.description}</div>}
        {shown.error && <p className={styles.error}>{shown.error}</p>}
      </div>
    </fieldset>
  )
}

/** An answer that stands by itself has no words beside it; they come back where it was chosen by mistake. */
function makeWay(
  { getValues, setValue }: UseFormReturn<LineTyped>,
  open: readonly ReportLineField[],
  before: Partial<LineTyped>,
  reported: boolean,
): void {
  const names = detailInputs.filter((name) =>
    open.some((field) => isWritten(field) && inputOf[field] === name),
  )
  for (const name of names) {
    const typed = getValues(name)
    if (!reported && typed !== "") {
      before[name] = typed
      setValue(name, "")
    } else if (reported && typed === "" && before[name] !== undefined) setValue(name, before[name])
  }
}
