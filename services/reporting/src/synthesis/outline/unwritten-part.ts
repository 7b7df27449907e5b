import type { SynthesisContent } from "../synthesis-content.ts"
import type { ReportPart } from "./report-part.ts"

const NOTHING_WRITTEN = "Không có nội dung báo cáo."

/**
 * A part as whoever reads the report has it: one of which no data tells says so where nobody wrote to it. While people write,
 * the screen leaves it empty instead.
 */
export function asRead(part: ReportPart, { commentary = [] }: SynthesisContent): ReportPart {
  const { key, blocks } = part
  const written = commentary.some(({ part: to, body }) => to === key && body.trim() !== "")
  return key === null || written || blocks.length > 0
    ? part
    : { ...part, blocks: [{ kind: "SENTENCE", pieces: [NOTHING_WRITTEN] }] }
}
