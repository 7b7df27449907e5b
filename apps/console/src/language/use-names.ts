import type { MessageDescriptor } from "@lingui/core"
import { useLingui } from "@lingui/react"

/** The names of a closed list's values in the language of the console. */
export function useNames<Value extends string>(
  names: Readonly<Record<Value, MessageDescriptor>>,
): Record<Value, string> {
  const { i18n } = useLingui()
  return Object.fromEntries(
    Object.entries<MessageDescriptor>(names).map(([value, name]) => [value, i18n._(name)]),
  ) as Record<Value, string>
}
