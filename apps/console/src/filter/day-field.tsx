import { TextInput } from "@mantine/core"

interface DayFieldProps {
  label: string
  /** "YYYY-MM-DD" */
  value: string | undefined
  onChange: (value: string | undefined) => void
}

/** A day that narrows a register. */
export function DayField({ label, value, onChange }: DayFieldProps) {
  return (
    <TextInput
      type="date"
      label={label}
      value={value ?? ""}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  )
}
