import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type { ObservationFrequency } from "../__generated__/graphql.ts"

/** How often an indicator is measured. */
export const frequencyName: Record<ObservationFrequency, MessageDescriptor> = {
  YEAR: msg`Hằng năm`,
  HALF: msg`6 tháng một lần`,
  QUARTER: msg`Hằng quý`,
  MONTH: msg`Hằng tháng`,
}

const ROMAN = ["I", "II", "III", "IV"]

/**
 * A period in words.
 * @param key "2025", "2025-H1", "2025-Q3" or "2025-07"
 */
export function periodWords(key: string): MessageDescriptor {
  const [year = "", part = ""] = key.split("-")
  if (part === "") return msg`Năm ${year}`
  if (part === "H1") return msg`6 tháng đầu năm ${year}`
  if (part === "H2") return msg`6 tháng cuối năm ${year}`
  if (part.startsWith("Q")) {
    const quarter = ROMAN[Number(part[1]) - 1] ?? ""
    return msg`Quý ${quarter}/${year}`
  }
  return msg`Tháng ${part}/${year}`
}
