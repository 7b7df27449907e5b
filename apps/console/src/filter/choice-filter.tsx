import { Button, Checkbox, Popover } from "@mantine/core"
import { type ReactNode, useId } from "react"
import styles from "./filter.module.css"

/** A value one can choose, and its name. */
export interface Choice<Value extends string> {
  value: Value
  name: ReactNode
}

interface ChoiceFilterProps<Value extends string> {
  label: string
  choices: readonly Choice<Value>[]
  chosen: readonly Value[]
  onChange: (chosen: Value[]) => void
}

/** Several of a closed list, behind a button that says how many are chosen. */
export function ChoiceFilter<Value extends string>({
  label,
  choices,
  chosen,
  onChange,
}: ChoiceFilterProps<Value>) {
  return (
    <FilterPopover label={label} count={chosen.length}>
      <Choices label={label} choices={choices} chosen={chosen} onChange={onChange} />
    </FilterPopover>
  )
}

interface FilterPopoverProps {
  label: string
  /** How many conditions are set inside. */
  count: number
  children: ReactNode
}

/** A button that opens the choices of one filter. */
export function FilterPopover({ label, count, children }: FilterPopoverProps) {
  const button = useId()
  return (
    <Popover position="bottom-start" trapFocus returnFocus shadow="md" width={320} withinPortal>
      <Popover.Target>
        <Button
          id={button}
          variant="default"
          className={styles.opener}
          data-active={count > 0}
          rightSection={
            <svg
              viewBox="0 0 10 6"
              width="10"
              height="6"
              fill="none"
              stroke="currentColor"
              aria-hidden="true"
            >
              <path d="M1 1l4 4 4-4" strokeWidth="1.500" />
            </svg>
          }
        >
          {label}
          {count > 0 && <span className={styles.count}>{count}</span>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-labelledby={button} className={styles.dropdown}>
        {children}
      </Popover.Dropdown>
    </Popover>
  )
}

/** The choices themselves, one checkbox each. */
export function Choices<Value extends string>({
  label,
  choices,
  chosen,
  onChange,
}: ChoiceFilterProps<Value>) {
  return (
    <fieldset className={styles.choices}>
      <legend className="for-readers">{label}</legend>
      {choices.map(({ value, name }) => (
        <Checkbox
          key={value}
          label={name}
          checked={chosen.includes(value)}
          onChange={(event) =>
            onChange(
              event.currentTarget.checked ? [...chosen, value] : chosen.filter((each) => each !== value),
            )
          }
        />
      ))}
    </fieldset>
  )
}
