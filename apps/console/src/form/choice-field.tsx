import { Checkbox, NativeSelect } from "@mantine/core"
import { useId } from "react"
import type { FieldValues } from "react-hook-form"
import styles from "./form.module.css"
import { type FieldProps, useField } from "./use-field.tsx"

interface ChoiceFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  /** The closed list: names by value; a map where values are numbers, which an object would put in their own order. */
  choices: Readonly<Record<string, string>> | Map<string, string>
  /** What stands for no choice; none where one must be made among those that are there. */
  none?: string
}

function namesOf(choices: ChoiceFieldProps<FieldValues>["choices"]): Map<string, string> {
  return choices instanceof Map ? choices : new Map(Object.entries(choices))
}

/** One of a closed list. */
export function ChoiceField<Values extends FieldValues>({
  choices,
  none,
  ...props
}: ChoiceFieldProps<Values>) {
  const names = namesOf(choices)
  const { field, shown } = useField(props, (value) => names.get(value) ?? value)
  return (
    <NativeSelect {...shown} {...field}>
      {none !== undefined && <option value="">{none}</option>}
      {[...names].map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </NativeSelect>
  )
}

/** Several of a closed list. */
export function ChoicesField<Values extends FieldValues>({ choices, ...props }: ChoiceFieldProps<Values>) {
  const names = namesOf(choices)
  const { field, shown } = useField(props, (value) => names.get(value) ?? value)
  const about = useId()
  const chosen: string[] = field.value
  return (
    <fieldset className={styles.group} aria-describedby={about}>
      <legend>{shown.label}</legend>
      <div id={about}>
        {shown.description && <p className={styles.note}>{shown.description}</p>}
        {shown.error && <p className={styles.error}>{shown.error}</p>}
      </div>
      {[...names].map(([value, name], place) => (
        <Checkbox
          key={value}
          ref={place === 0 ? field.ref : undefined}
          label={name}
          checked={chosen.includes(value)}
          error={shown.error !== undefined}
          onBlur={field.onBlur}
          onChange={(event) =>
            field.onChange(
              event.currentTarget.checked ? [...chosen, value] : chosen.filter((each) => each !== value),
            )
          }
        />
      ))}
    </fieldset>
  )
}
