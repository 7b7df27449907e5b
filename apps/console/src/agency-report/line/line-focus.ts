/** The place of a line on its page, as an address names it. */
export function placeOfLine(id: string): string {
  return `dong-${id}`
}

/** Moves to a line: the focus to its first field, or to its heading where there is none. */
export function focusLine(id: string): void {
  const line = document.getElementById(placeOfLine(id))
  if (line === null) return
  const wanted =
    line.querySelector<HTMLElement>("[data-returned=true] :is(input:not([hidden]), textarea, button)") ??
    line.querySelector<HTMLElement>("form :is(input, textarea)") ??
    line.querySelector<HTMLElement>("h3 a")
  line.scrollIntoView({ block: "start" })
  wanted?.focus({ preventScroll: true })
}

/** Moves to the next line that has no answer yet, from the first again after the last; stays where there is none. */
export function focusNextUnanswered(id: string): void {
  const lines = [...document.querySelectorAll<HTMLElement>("[data-line]")]
  const here = lines.findIndex((line) => line.id === placeOfLine(id))
  const next = [...lines.slice(here + 1), ...lines.slice(0, here)].find(
    ({ dataset }) => dataset.answered === "false" && dataset.saveState !== "SAVING",
  )
  if (next !== undefined) focusLine(next.id.replace(placeOfLine(""), ""))
}
