import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form"

/** What the graph says against an input. */
export interface UserError {
  /** Stable, e.g. "VERSION_STALE". */
  reason: string
  /** The input at fault, e.g. "countryCode". */
  field: string
  /** In Vietnamese. */
  message: string
}

/**
 * Puts each error to its field and the focus on the first.
 * @returns the errors that no field of the form is about
 */
export function showErrors<Typed extends FieldValues, Read>(
  form: UseFormReturn<Typed, unknown, Read>,
  errors: readonly UserError[],
): UserError[] {
  const fields = Object.keys(form.getValues())
  const fieldOf = ({ field }: UserError) => field.split(".").find((part) => fields.includes(part))
  const [first] = errors.filter((error) => fieldOf(error) !== undefined)
  for (const error of errors) {
    const field = fieldOf(error) as FieldPath<Typed> | undefined
    if (field !== undefined)
      form.setError(field, { type: error.reason, message: error.message }, { shouldFocus: error === first })
  }
  return errors.filter((error) => fieldOf(error) === undefined)
}
