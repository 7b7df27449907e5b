import { Radio } from "@mantine/core"
import { useId } from "react"
import type { FieldValues } from "react-hook-form"
import styles from "./form.module.css"
import { type FieldProps, useField } from "./use-field.tsx"

interface RadioFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  /** The closed list, short enough to be seen whole: names by value. */
  choices: Readonly<Record<string, string>>
}

/** One of a few, all of them in sight. */
export function RadioField<Values extends FieldValues>({ choices, ...props }: RadioFieldProps<Values>) {
  const { field, shown } = useField(props, (value) => choices[value] ?? value)
  const about = useId()
  return (
    <fieldset className={styles.group} aria-describedby={about}>
      <legend>{shown.label}</legend>
      {Object.entries(choices).map(([value, name], place) => (
        <Radio
          key={value}
          ref={place === 0 ? field.ref : undefined}
          name={field.name}
          value={value}
          label={name}
          checked={field.value === value}
          onBlur={field.onBlur}
          onChange={() => field.onChange(value)}
        />
      ))}
      <div id={about}>
        {shown.description && <div className={styles.note}>{shown.description}</div>}
        {shown.error && <p className={styles.error}>{shown.error}</p>}
      </div>
    </fieldset>
  )
}
