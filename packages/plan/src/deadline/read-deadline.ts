import { type CalendarDate, dayOf, lastDayOfMonth } from "@plan43/calendar"
import { guidanceOf, readTriggers } from "../trigger/read-triggers.ts"
import type { DeadlineKind, DeadlineReading } from "./deadline-reading.ts"

/** The text has none of the forms in which the plan prints deadlines. */
export class DeadlineNotUnderstood extends RangeError {
  constructor(readonly text: string) {
    super(`Deadline of no known form: ${JSON.stringify(text)}`)
    this.name = "DeadlineNotUnderstood"
  }
}

type Reader = (text: string, ...groups: string[]) => DeadlineReading | null

/** Each form with what it means; groups arrive as printed. */
const FORMS: readonly (readonly [form: RegExp, read: Reader])[] = [
  [
    /^(0?[1-9]|1[0-2])\/(20\d\d)$/,
    (text, month, year) => dated(text, "MONTH", null, endOfMonth(year, month)),
  ],
  [
    /^Quý (IV|I{1,3})\/(20\d\d)$/,
    (text, quarter = "", year) =>
      dated(text, "QUARTER", null, endOfMonth(year, 3 * (["I", "II", "III", "IV"].indexOf(quarter) + 1))),
  ],
  [/^(?:Năm )?(20\d\d)$/, (text, year) => dated(text, "YEAR", null, endOfYear(year))],
  [
    /^(20\d\d) ?[-–] ?(20\d\d)$/,
    (text, first = "", last = "") =>
      first < last ? dated(text, "YEAR_RANGE", startOfYear(first), endOfYear(last)) : null,
  ],
  [
    /^(?:Năm )?(20\d\d) và (?:các|những) năm tiếp theo$/,
    (text, year) => dated(text, "OPEN_ENDED", startOfYear(year), null),
  ],
  [/^Sau năm (20\d\d)$/, (text, year) => dated(text, "OPEN_ENDED", startOfYear(Number(year) + 1), null)],
  [/^(?:Thường xuyên|Nhiệm vụ thường xuyên)$/, (text) => dated(text, "CONTINUOUS", null, null)],
  [/^Hằng năm$/, (text) => dated(text, "ANNUAL", null, null)],
  [
    /^(?:Triển khai sau khi|Sau khi) (.+?)\.?$/,
    (text, condition = "") => {
      const triggers = readTriggers(condition)
      return triggers && { ...dated(text, "AFTER_TRIGGER", null, null), triggers }
    },
  ],
  [
    /^Triển khai theo hướng dẫn của (.+?)\.?$/,
    (text, body = "") => ({ ...dated(text, "ON_GUIDANCE", null, null), triggers: [guidanceOf(body, null)] }),
  ],
  [
    /^Từ (0?[1-9]|1[0-2])\/(20\d\d), theo hướng dẫn của (.+?)\.?$/,
    (text, month, year, body = "") => {
      const from = dayOf(Number(year), Number(month), 1)
      return { ...dated(text, "ON_GUIDANCE", from, null), triggers: [guidanceOf(body, from)] }
    },
  ],
]

/**
 * What a deadline as printed means.
 * @param text the cell "Thời gian hoàn thành", verbatim, e.g. "Quý III/2025"
 * @throws DeadlineNotUnderstood when the text has no known form; it names the text
 * Source: Plan 43/KH-UBND, Annex II, column 6.
 */
export function readDeadline(text: string): DeadlineReading {
  for (const [form, read] of FORMS) {
    const match = form.exec(text)
    const reading = match && read(text, ...match.slice(1))
    if (reading !== null) return reading
  }
  throw new DeadlineNotUnderstood(text)
}

/** The empty cell of a task whose phases have deadlines of their own. */
export const phasedDeadline: DeadlineReading = {
  text: "",
  kind: "PHASED",
  startsOn: null,
  dueOn: null,
  triggers: [],
}

/** Whether a cell could stand in the column of deadlines. */
export function readsAsDeadline(text: string): boolean {
  return FORMS.some(([form]) => form.test(text))
}

function dated(
  text: string,
  kind: DeadlineKind,
  startsOn: CalendarDate | null,
  dueOn: CalendarDate | null,
): DeadlineReading {
  return { text, kind, startsOn, dueOn, triggers: [] }
}

function startOfYear(year: string | number | undefined): CalendarDate {
  return dayOf(Number(year), 1, 1)
}

function endOfYear(year: string | undefined): CalendarDate {
  return dayOf(Number(year), 12, 31)
}

function endOfMonth(year: string | undefined, month: string | number | undefined): CalendarDate {
  return lastDayOfMonth(Number(year), Number(month))
}
