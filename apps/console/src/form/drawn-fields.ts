import { useEffect } from "react"
import { type Control, type FieldValues, useFormContext } from "react-hook-form"

/** By form: a form keeps the value of a field, and an error at it, also while the field is not on the screen. */
const drawn = new WeakMap<object, Set<string>>()

/** Notes that the form around it has the field on the screen, for as long as it has. */
export function useDrawn<Values extends FieldValues>(name: string): void {
  const { control } = useFormContext<Values>()
  useEffect(() => {
    const fields = drawn.get(control) ?? new Set()
    drawn.set(control, fields.add(name))
    return () => void fields.delete(name)
  }, [control, name])
}

/** Whether a field of the form is on the screen. */
export function isDrawn<Values extends FieldValues, Read>(
  { control }: { control: Control<Values, unknown, Read> },
  name: string,
): boolean {
  return drawn.get(control)?.has(name) ?? false
}
