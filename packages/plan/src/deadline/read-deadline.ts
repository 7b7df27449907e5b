import { type CalendarDate, dayOf, lastDayOfMonth } from "@plan43/calendar"
import { readTrigger, type TriggerReading } from "./read-trigger.ts"

/** How a deadline is meant. */
export type DeadlineKind =
  | "MONTH"
  | "QUARTER"
  | "YEAR"
  | "YEAR_RANGE"
  | "OPEN_ENDED"
  | "CONTINUOUS"
  | "ANNUAL"
  | "AFTER_TRIGGER"
  | "ON_GUIDANCE"
  | "PHASED"

/** The words of a deadline and what they were understood as. */
export interface DeadlineReading {
  /** The cell, verbatim. */
  text: string
  kind: DeadlineKind
  /** First day; null where the words set none. */
  startsOn: CalendarDate | null
  /** Last day in time; null where the words set none, and for an annual duty, which has one every year. */
  dueOn: CalendarDate | null
  /** The documents that must all be there first. */
  triggers: TriggerReading[]
}

/** The words have no known form. */
export class DeadlineNotUnderstood extends Error {
  constructor(readonly text: string) {
    super(`Thời hạn không thuộc dạng đã biết: ${JSON.stringify(text)}`)
    this.name = "DeadlineNotUnderstood"
  }
}

const MONTH = /^(0?[1-9]|1[0-2])\/(20\d{2})$/
const QUARTER = /^Quý (I|II|III|IV)\/(20\d{2})$/
const YEAR = /^(20\d{2})$/
const YEAR_RANGE = /^(20\d{2}) - (20\d{2})$/
const FROM_YEAR_ON = /^(?:Năm )?(20\d{2}) và (?:các|những) năm tiếp theo$/
const AFTER_YEAR = /^Sau năm (20\d{2})$/
const CONTINUOUS = /^(?:Thường xuyên|Nhiệm vụ thường xuyên)$/
const ANNUAL = /^Hằng năm$/
const AFTER_TRIGGER = /^(?:Triển khai sau khi|Sau khi) (.+)$/
const ON_GUIDANCE = /^(?:Triển khai theo|Từ (\d{1,2})\/(20\d{2}), theo) (hướng dẫn của .+?)\.?$/

const LAST_MONTH_OF_QUARTER = { I: 3, II: 6, III: 9, IV: 12 } as const

/**
 * Reads the cell “Thời gian hoàn thành”.
 * @param text verbatim, e.g. "Quý III/2025"; empty for a row whose phases have deadlines
 * @param title the task's own words, from which an awaited document takes its working title
 * @throws DeadlineNotUnderstood when the text has no known form; it names the text
 * Source: Plan 43/KH-UBND, Annex II, column 6; DOMAIN.md, "Deadlines as printed".
 */
export function readDeadline(text: string, title: string): DeadlineReading {
  const reading = (kind: DeadlineKind, dates: Partial<DeadlineReading> = {}): DeadlineReading => ({
    text,
    kind,
    startsOn: null,
    dueOn: null,
    triggers: [],
    ...dates,
  })
  if (text === "") return reading("PHASED")

  const month = MONTH.exec(text)
  if (month) return reading("MONTH", { dueOn: lastDayOfMonth(Number(month[2]), Number(month[1])) })

  const quarter = QUARTER.exec(text)
  if (quarter) {
    const lastMonth = LAST_MONTH_OF_QUARTER[quarter[1] as keyof typeof LAST_MONTH_OF_QUARTER]
    return reading("QUARTER", { dueOn: lastDayOfMonth(Number(quarter[2]), lastMonth) })
  }

  const year = YEAR.exec(text)
  if (year) return reading("YEAR", { dueOn: dayOf(Number(year[1]), 12, 31) })

  const range = YEAR_RANGE.exec(text)
  if (range && Number(range[1]) <= Number(range[2]))
    return reading("YEAR_RANGE", {
      startsOn: dayOf(Number(range[1]), 1, 1),
      dueOn: dayOf(Number(range[2]), 12, 31),
    })

  const onward = FROM_YEAR_ON.exec(text)
  if (onward) return reading("OPEN_ENDED", { startsOn: dayOf(Number(onward[1]), 1, 1) })

  const after = AFTER_YEAR.exec(text)
  if (after) return reading("OPEN_ENDED", { startsOn: dayOf(Number(after[1]) + 1, 1, 1) })

  if (CONTINUOUS.test(text)) return reading("CONTINUOUS")
  if (ANNUAL.test(text)) return reading("ANNUAL")

  const guidance = ON_GUIDANCE.exec(text)
  if (guidance) {
    const [, startMonth, startYear, words] = guidance
    const startsOn = startMonth === undefined ? null : dayOf(Number(startYear), Number(startMonth), 1)
    const trigger = readTrigger(words ?? "", title)
    if (trigger !== null)
      return reading("ON_GUIDANCE", { startsOn, triggers: [{ ...trigger, notBefore: startsOn }] })
  }

  const events = AFTER_TRIGGER.exec(text)?.[1]?.split(" và ") ?? []
  const triggers = events.flatMap((words) => readTrigger(words, title) ?? [])
  if (triggers.length > 0 && triggers.length === events.length) return reading("AFTER_TRIGGER", { triggers })

  throw new DeadlineNotUnderstood(text)
}
