import { textOf } from "./outline/figure.ts"
import { reportOutlineOf } from "./outline/report-outline.ts"
import { asRead } from "./outline/unwritten-part.ts"
import type { SynthesisContent } from "./synthesis-content.ts"
import type { SynthesisRow, SynthesisTable } from "./tables.ts"

/** What the report says in words, part by part: what is generated beside what people wrote. */
export function wordingTable(content: SynthesisContent): SynthesisTable {
  const { commentary = [] } = content
  return {
    tab: "Lời văn",
    title: "Nội dung báo cáo",
    columns: [
      { heading: "Nội dung", share: 0.8, align: "left" },
      { heading: "Nguồn", share: 0.2, align: "left" },
    ],
    rows: reportOutlineOf(content).flatMap((part): SynthesisRow[] => {
      const { key, heading, blocks } = asRead(part, content)
      const written = commentary.find(({ part: to }) => to === key)
      return [
        ...(heading === null ? [] : [{ heading }]),
        ...blocks.flatMap((block): SynthesisRow[] => {
          if (block.kind === "TABLE") return []
          return block.kind === "SUBHEADING"
            ? [{ heading: block.text }]
            : [[textOf(block.pieces), part.blocks.length === 0 ? null : "Lập từ số liệu"]]
        }),
        ...(written === undefined ? [] : [[written.body, written.writtenBy ?? "Lời văn"]]),
      ]
    }),
  }
}
