import { useNavigate } from "@tanstack/react-router"
import { useEffect } from "react"
import { shortcutsAreOn } from "./shortcut-setting.ts"

/** Where "g" followed by a letter leads. */
const PLACES = {
  t: "/",
  n: "/nhiem-vu",
  c: "/chi-tieu",
  q: "/co-quan",
  h: "/hop-tac",
  v: "/van-ban-cho",
  k: "/ke-hoach",
  s: "/sang-nay",
  x: "/xac-minh",
  b: "/ky-bao-cao",
} as const

/** A "g" waits this many milliseconds for its letter. */
const PATIENCE = 1500

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, dialog, [contenteditable]") !== null
  )
}

/** Moves the focus among the rows' links of the register on the screen. */
function focusRow(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>("[data-row-link]")]
  const here = links.indexOf(document.activeElement as HTMLElement)
  links
    .at(here === -1 ? (step === 1 ? 0 : -1) : Math.min(Math.max(here + step, 0), links.length - 1))
    ?.focus()
}

/** Listens for the keys that {@link ./shortcuts-dialog.tsx} explains. */
export function useShortcuts(explain: () => void): void {
  const navigate = useNavigate()
  useEffect(() => {
    let wentAt = Number.NEGATIVE_INFINITY
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !shortcutsAreOn())
        return
      const place = PLACES[event.key as keyof typeof PLACES]
      if (event.timeStamp - wentAt < PATIENCE && place !== undefined) {
        wentAt = Number.NEGATIVE_INFINITY
        event.preventDefault()
        void navigate({ to: place })
      } else if (event.key === "g") wentAt = event.timeStamp
      else if (event.key === "?") explain()
      else if (event.key === "j") focusRow(1)
      else if (event.key === "k") focusRow(-1)
      else if (event.key === "/") {
        const search = document.querySelector<HTMLInputElement>("input[type=search]")
        if (search === null) return
        event.preventDefault()
        search.focus()
        search.select()
      }
    }
    document.addEventListener("keydown", onKeyDown)
    return () => document.removeEventListener("keydown", onKeyDown)
  }, [navigate, explain])
}
