import { type CalendarDate, inFigures } from "@plan43/calendar"
import { LONGEST_LINE, lengthRefusals, type Refusal } from "@plan43/subgraph"
import { askedRefusals } from "../template/asked.ts"
import type { RoundDetails } from "./record-round.ts"

const LONGEST = { name: LONGEST_LINE }

/** The clocks of a round in the order in which they run down. */
const CLOCKS = [
  ["cutOffOn", "Ngày chốt số liệu"],
  ["agenciesDueOn", "Hạn của các cơ quan"],
  ["cityDueOn", "Hạn báo cáo Thành phố"],
  ["governmentDueOn", "Hạn báo cáo Chính phủ"],
] as const

/**
 * What is wrong with a round, by itself: NAME_MISSING, TEXT_TOO_LONG, CLOCKS_OUT_OF_ORDER, GOVERNMENT_DUE_MISSING,
 * TEMPLATE_VERSION_MISSING, and those of `askedRefusals`.
 */
export function roundRefusals(details: RoundDetails): Refusal[] {
  const { kind, name, governmentDueOn, templateId, templateVersion } = details
  const refusals = [...lengthRefusals(details, LONGEST), ...askedRefusals(details), ...clockRefusals(details)]
  if (name.trim() === "")
    refusals.push({ reason: "NAME_MISSING", field: "name", message: "Hãy ghi tên của kỳ báo cáo" })
  if (kind === "REGULAR" && governmentDueOn === null)
    refusals.push({
      reason: "GOVERNMENT_DUE_MISSING",
      field: "governmentDueOn",
      message: "Kỳ báo cáo thường kỳ phải có hạn báo cáo Chính phủ",
    })
  if ((templateId === null) !== (templateVersion === null))
    refusals.push({
      reason: "TEMPLATE_VERSION_MISSING",
      field: "templateVersion",
      message: "Hãy chọn mẫu báo cáo cùng với phiên bản của mẫu, hoặc không chọn mẫu nào",
    })
  return refusals
}

/** Each clock that runs down before the one that it follows. */
function clockRefusals(details: RoundDetails): Refusal[] {
  const set = CLOCKS.map(([field, name]) => ({ field, name, day: details[field] })).filter(
    (clock): clock is typeof clock & { day: CalendarDate } => clock.day !== null,
  )
  return set.flatMap(({ field, name, day }, index) => {
    const earlier = set[index - 1]
    return earlier === undefined || earlier.day <= day
      ? []
      : [
          {
            reason: "CLOCKS_OUT_OF_ORDER",
            field,
            message: `${name} (${inFigures(day)}) không được trước ${lowerFirst(earlier.name)} (${inFigures(earlier.day)})`,
          },
        ]
  })
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
