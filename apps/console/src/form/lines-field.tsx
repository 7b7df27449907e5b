import { useLingui } from "@lingui/react/macro"
import { Textarea } from "@mantine/core"
import type { FieldValues } from "react-hook-form"
import { type FieldProps, useField } from "./use-field.tsx"

/** A list of words, one entry a line. */
export function LinesField<Values extends FieldValues>({ description, ...props }: FieldProps<Values>) {
  const { t } = useLingui()
  const { field, shown } = useField({ ...props, description: description ?? t`Mỗi mục một dòng` })
  return <Textarea rows={3} {...shown} {...field} />
}
