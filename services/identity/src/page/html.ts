/** Text that may stand in a page as it is. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

/** A piece of a page; whatever is put into it as plain text stays plain text. */
export function html(
  pieces: TemplateStringsArray,
  ...values: readonly (string | Html | readonly Html[])[]
): Html {
  return new Html(pieces.map((piece, index) => piece + written(values[index] ?? "")).join(""))
}

function written(value: string | Html | readonly Html[]): string {
  if (typeof value === "string")
    return value.replace(/[&<>"']/g, (character) => ENTITIES[character] as string)
  return value instanceof Html ? value.text : value.map(({ text }) => text).join("")
}
