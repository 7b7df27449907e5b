import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import type { ReactNode } from "react"
import { type ControllerRenderProps, type FieldPath, type FieldValues, useController } from "react-hook-form"
import { useMeanwhile, valueInWords } from "./changed-meanwhile.ts"
import { useDrawn } from "./drawn-fields.ts"
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

/**
 * Connects an input to the form around it.
 * @param nameOf how a value that stands for a name is read, where the input is a choice
 */
export function useField<Values extends FieldValues>(
  { name, label, description, required }: FieldProps<Values>,
  nameOf: (value: string) => string = (value) => value,
): Field<Values> {
  const { field, fieldState } = useController<Values, FieldPath<Values>>({ name })
  useDrawn<Values>(name)
  const { changes } = useMeanwhile()
  const hint =
    changes[name] === undefined ? (
      description
    ) : (
      <Meanwhile field={name} nameOf={nameOf}>
        {description}
      </Meanwhile>
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

interface MeanwhileProps {
  field: string
  nameOf: (value: string) => string
  children: ReactNode
}

/** What somebody else recorded in the field while the form was open, and what becomes of what is typed there. */
function Meanwhile({ field, nameOf, children }: MeanwhileProps) {
  const { t } = useLingui()
  const { changes, decide } = useMeanwhile()
  const change = changes[field]
  if (change === undefined) return children
  const [was, now] = [change.was, change.now].map((value) => valueInWords(value, nameOf))
  return (
    <>
      {children}
      <span className={styles.meanwhile} data-meanwhile={change.outcome}>
        <strong>{t`Người khác vừa ghi: ${now}`}</strong>
        <span>{t`Trước đó: ${was}`}</span>
        {change.outcome === "FOLLOWED" && <span>{t`Ô này đã theo giá trị mới.`}</span>}
        {change.outcome === "KEPT" && <span>{t`Giữ nội dung bạn đã nhập.`}</span>}
        {change.outcome === "CONTESTED" && (
          <span className={styles.decision}>
            <Button variant="default" size="compact-sm" onClick={() => decide(field, "THEIRS")}>
              {t`Lấy giá trị vừa ghi`}
            </Button>
            <Button variant="default" size="compact-sm" onClick={() => decide(field, "MINE")}>
              {t`Giữ nội dung của tôi`}
            </Button>
          </span>
        )}
      </span>
    </>
  )
}
