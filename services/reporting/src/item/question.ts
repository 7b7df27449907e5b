/** The questions of a text: one on each line that says anything, in their order. */
export function questionsOf(text: string | null): string[] {
  return (text ?? "")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
}

/** The code of the question at a place, counted from 0: "CH1", "CH2" … */
export function questionCode(place: number): string {
  return `CH${place + 1}`
}
