import { useSyncExternalStore } from "react"

const KEPT_AS = "plan43.shortcuts"
const listeners = new Set<() => void>()

/** Whether keys without Ctrl or Alt do something outside of fields; people who dictate switch this off. */
export function shortcutsAreOn(): boolean {
  return localStorage.getItem(KEPT_AS) !== "off"
}

export function switchShortcuts(on: boolean): void {
  localStorage.setItem(KEPT_AS, on ? "on" : "off")
  for (const listener of listeners) listener()
}

export function useShortcutsAreOn(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, shortcutsAreOn)
}
