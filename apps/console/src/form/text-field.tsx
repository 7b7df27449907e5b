import { Textarea, TextInput } from "@mantine/core"
import type { FieldValues } from "react-hook-form"
import { type FieldProps, useField } from "./use-field.tsx"

interface TextFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  type?: "text" | "email" | "url" | "date" | "number"
  autoComplete?: string
}

/** Words on one line, a day, or a number; the form reads it as text. */
export function TextField<Values extends FieldValues>({
  type = "text",
  autoComplete = "off",
  ...props
}: TextFieldProps<Values>) {
  const { field, shown } = useField(props)
  return <TextInput type={type} autoComplete={autoComplete} {...shown} {...field} />
}

/** Words on several lines. */
export function LongTextField<Values extends FieldValues>(props: FieldProps<Values>) {
  const { field, shown } = useField(props)
  return <Textarea rows={4} {...shown} {...field} />
}
