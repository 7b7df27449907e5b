import { useLingui } from "@lingui/react/macro"
import type { ReactNode } from "react"
import { type ControllerRenderProps, type FieldPath, type FieldValues, useController } from "react-hook-form"
import { useChangedMeanwhile } from "./changed-meanwhile.ts"
import styles from "./form.module.css"

/** What every field of a form is given. */
export interface FieldProps<Values extends FieldValues> {
  name: FieldPath<Values>
  label: string
  /** What is expected, where the label does not say. */
  description?: string
  required?: true
}

interface Field<Values extends FieldValues> {
  /** What connects an input to the form. */
  field: ControllerRenderProps<Values, FieldPath<Values>>
  /** What the input shows about itself. */
  shown: {
    label: string
    description: ReactNode
    required: boolean
    error: string | undefined
    inputWrapperOrder: ("label" | "input" | "description" | "error")[]
  }
}

/** Connects an input to the form around it. */
export function useField<Values extends FieldValues>({
  name,
  label,
  description,
  required,
}: FieldProps<Values>): Field<Values> {
  const { t } = useLingui()
  const { field, fieldState } = useController<Values, FieldPath<Values>>({ name })
  const meanwhile = useChangedMeanwhile(name)
  const hint =
    meanwhile === undefined ? (
      description
    ) : (
      <strong className={styles.meanwhile}>{t`Người khác vừa ghi: ${meanwhile}`}</strong>
    )
  return {
    field,
    shown: {
      label,
      description: hint,
      required: required ?? false,
      error: fieldState.error?.message,
      // Below, so that inputs beside each other stand on one line
      inputWrapperOrder: ["label", "input", "description", "error"],
    },
  }
}
