import { annexOf } from "../annexes.ts"
import type { SynthesisContent } from "../synthesis-content.ts"
import { itemsOf, namesOf, said } from "../tables.ts"
import { countOf, sentence } from "./figure.ts"
import type { PartBlock } from "./report-part.ts"

/** So many sayings stand in the report itself; of more only who said anything, and where all of it stands. */
export const MOST_SAYINGS = 30

/** What agencies said of their tasks and indicators, by agency; only of reports that were accepted. */
export function sayings(
  content: SynthesisContent,
  field: "difficulties" | "proposal" | "nextPlan",
  { about, nothing }: { about: string; nothing: string },
): PartBlock[] {
  const nameOf = namesOf(content)
  const itemOf = itemsOf(content)
  const lines = content.lines.filter((line) => said(line, field, nameOf).length > 0)
  if (lines.length === 0) return [{ kind: "SENTENCE", pieces: [nothing] }]
  if (lines.length > MOST_SAYINGS) {
    const reports = {
      kind: "REPORT",
      ids: [...new Set(lines.map(({ reportId }) => reportId))],
      filter: null,
    } as const
    return [
      {
        kind: "SENTENCE",
        pieces: sentence`Có ${countOf(reports)} cơ quan nêu ${about} (${annexOf(content, "SAYINGS")}).`,
      },
    ]
  }
  return lines.flatMap((line) =>
    said(line, field, nameOf).map((text) => ({
      kind: "SENTENCE" as const,
      pieces: [`- ${itemOf(line.itemId)}, ${text}`],
    })),
  )
}
