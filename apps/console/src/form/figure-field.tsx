import { TextInput } from "@mantine/core"
import type { FieldValues } from "react-hook-form"
import { type FieldProps, useField } from "./use-field.tsx"

/** A number, written as the language of the console writes it. */
export function FigureField<Values extends FieldValues>(props: FieldProps<Values>) {
  const { field, shown } = useField(props)
  return <TextInput inputMode="decimal" autoComplete="off" {...shown} {...field} />
}
