import { invalid } from "./plan-text-invalid.ts"

/** A stretch of the text, line by line, that knows where in the whole it lies. */
export class TextLines {
  constructor(
    private readonly all: readonly string[],
    private readonly from: number,
    private readonly to: number,
  ) {}

  /** The whole text. */
  static of(text: string): TextLines {
    const lines = text.split(/\r?\n/)
    if (lines.at(-1) === "") lines.pop()
    return new TextLines(lines, 0, lines.length)
  }

  get count(): number {
    return this.to - this.from
  }

  /** The text of a line of this stretch, from 0. */
  at(index: number): string {
    return this.all[this.from + index] ?? ""
  }

  /** Where in the whole text a line of this stretch is, from 1. */
  lineNumber(index: number): number {
    return this.from + index + 1
  }

  /** The lines from one to before another. */
  between(from: number, to: number): TextLines {
    return new TextLines(this.all, this.from + from, this.from + to)
  }

  /** Every line that is the wanted one. */
  placesOf(wanted: string): number[] {
    const places: number[] = []
    for (let index = 0; index < this.count; index++) if (this.at(index).trim() === wanted) places.push(index)
    return places
  }

  /** The cell of a line that holds exactly one, verbatim without the bar that closes it. */
  cell(index: number, column: string): string {
    const text = this.at(index)
    if (!text.endsWith("|") || text.indexOf("|") !== text.length - 1)
      invalid(
        "CELL_NOT_CLOSED",
        `cần đúng một ô kết thúc bằng “|”, nhưng dòng là ${JSON.stringify(text.slice(0, 80))}`,
        {
          line: this.lineNumber(index),
          cell: column,
        },
      )
    return text.slice(0, -1).trimEnd()
  }
}
