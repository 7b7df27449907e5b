import { useLingui } from "@lingui/react/macro"
import { TextInput } from "@mantine/core"
import { useEffect, useState } from "react"

interface SearchBoxProps {
  label: string
  placeholder: string
  value: string
  onChange: (value: string) => void
}

/** How long after the last key the search runs, in milliseconds. */
const PAUSE = 250

/** Searches while one types; "/" leads here from anywhere. */
export function SearchBox({ label, placeholder, value, onChange }: SearchBoxProps) {
  const { t } = useLingui()
  const [typed, setTyped] = useState(value)
  const [searched, setSearched] = useState(value)
  const [shown, setShown] = useState(value)
  // The address follows a search later; only an address that nobody searched for here replaces what was typed.
  if (value !== shown) {
    setShown(value)
    if (value.trim() !== searched.trim()) {
      setSearched(value)
      setTyped(value)
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a key pressed starts the pause
  useEffect(() => {
    if (typed.trim() === value.trim()) return
    const pause = setTimeout(() => {
      setSearched(typed)
      onChange(typed)
    }, PAUSE)
    return () => clearTimeout(pause)
  }, [typed])
  return (
    <TextInput
      type="search"
      label={label}
      placeholder={placeholder}
      description={t`Không cần gõ dấu`}
      inputWrapperOrder={["label", "input", "description"]}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  )
}
