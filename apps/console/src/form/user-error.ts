import type { FieldErrors, FieldPath, FieldValues, UseFormReturn } from "react-hook-form"
import { isDrawn } from "./drawn-fields.ts"

/** What the graph says against an input. */
export interface UserError {
  /** Stable, e.g. "VERSION_STALE". */
  reason: string
  /** The input at fault, e.g. "countryCode". */
  field: string
  /** In Vietnamese. */
  message: string
}

/** The field on the screen that an error is about; null where there is none: said there, nobody would read it. */
export function fieldOf<Typed extends FieldValues, Read>(
  form: UseFormReturn<Typed, unknown, Read>,
  { field }: Pick<UserError, "field">,
): FieldPath<Typed> | null {
  const part = field.split(".").find((name) => isDrawn(form, name))
  return part === undefined ? null : (part as FieldPath<Typed>)
}

/**
 * Puts each error to its field and the focus on the first.
 * @returns the errors that no field on the screen is about
 */
export function showErrors<Typed extends FieldValues, Read>(
  form: UseFormReturn<Typed, unknown, Read>,
  errors: readonly UserError[],
): UserError[] {
  const [first] = errors.filter((error) => fieldOf(form, error) !== null)
  for (const error of errors) {
    const field = fieldOf(form, error)
    if (field !== null)
      form.setError(field, { type: error.reason, message: error.message }, { shouldFocus: error === first })
  }
  return errors.filter((error) => fieldOf(form, error) === null)
}

/** What was typed into fields that are no longer on the screen and cannot be read. */
export function hiddenComplaints<Typed extends FieldValues, Read>(
  form: UseFormReturn<Typed, unknown, Read>,
  complaints: FieldErrors<Typed>,
): UserError[] {
  return Object.entries(complaints).flatMap(([field, complaint]) =>
    typeof complaint?.message === "string" && fieldOf(form, { field }) === null
      ? [{ reason: "UNREADABLE", field, message: complaint.message }]
      : [],
  )
}
