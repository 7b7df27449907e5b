import { type CalendarDate, dayOf, yearOf } from "@plan43/calendar"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import type { DeadlineKind } from "../deadline/deadline-kind.ts"

/** A stretch of a task that recurs, answered and judged by itself. */
export interface Period {
  /** "2026" of an annual duty, "2026-H1" or "2026-H2" of one without an end. */
  key: string
  startsOn: CalendarDate
  endsOn: CalendarDate
  /** The last day on which it is answered in time. */
  answerDueOn: CalendarDate
}

/**
 * The period in which a day lies; null for a task that does not recur.
 * An annual duty has years; what is continuous or has no end has the half-years of the two reporting rounds, which are
 * answered before 15 June and before 1 December.
 * Source: Plan 43/KH-UBND, part III.3; Annex II, column 6.
 */
export function periodOf(kind: DeadlineKind, day: CalendarDate): Period | null {
  const year = yearOf(day)
  if (kind === "ANNUAL") return yearPeriod(year)
  if (kind === "CONTINUOUS" || kind === "OPEN_ENDED") return halfYear(year, day.slice(5) < "07-01" ? 1 : 2)
  return null
}

/** The period of that key; null where a task of that kind has none of it. */
export function periodWithKey(kind: DeadlineKind, key: string): Period | null {
  const [, year, half] = /^([1-9]\d{3})(?:-H([12]))?$/.exec(key) ?? []
  if (year === undefined) return null
  if (kind === "ANNUAL") return half === undefined ? yearPeriod(Number(year)) : null
  if (kind !== "CONTINUOUS" && kind !== "OPEN_ENDED") return null
  return half === undefined ? null : halfYear(Number(year), half === "1" ? 1 : 2)
}

/** The periods from the one of `first` to the one of `last`, in order; none where a task does not recur. */
export function periodsBetween(kind: DeadlineKind, first: CalendarDate, last: CalendarDate): Period[] {
  const periods: Period[] = []
  let period = periodOf(kind, first)
  while (period !== null && period.startsOn <= last) {
    periods.push(period)
    period = following(period)
  }
  return periods
}

function following({ key }: Period): Period {
  const year = Number(key.slice(0, 4))
  if (key.length === 4) return yearPeriod(year + 1)
  return key.endsWith("1") ? halfYear(year, 2) : halfYear(year + 1, 1)
}

function yearPeriod(year: number): Period {
  const endsOn = dayOf(year, 12, 31)
  return { key: endsOn.slice(0, 4), startsOn: dayOf(year, 1, 1), endsOn, answerDueOn: endsOn }
}

function halfYear(year: number, half: 1 | 2): Period {
  return half === 1
    ? {
        key: `${year}-H1`,
        startsOn: dayOf(year, 1, 1),
        endsOn: dayOf(year, 6, 30),
        answerDueOn: dayOf(year, 6, 14),
      }
    : {
        key: `${year}-H2`,
        startsOn: dayOf(year, 7, 1),
        endsOn: dayOf(year, 12, 31),
        answerDueOn: dayOf(year, 11, 30),
      }
}

/** The key of {@link periodOf} of a task (alias `t`) in SQL, null where it does not recur; of a day, or of one that SQL works out. */
export function periodKeySql(day: CalendarDate | RawBuilder<CalendarDate>): RawBuilder<string | null> {
  if (typeof day !== "string")
    return sql<string | null>`(case when t.deadline_kind = 'ANNUAL' then to_char(${day}, 'YYYY')
      when t.deadline_kind in ('CONTINUOUS', 'OPEN_ENDED') then
        ${halfYearSql(day)} end)`
  const keyOf = (kind: DeadlineKind) => periodOf(kind, day)?.key ?? null
  return sql<string | null>`(case t.deadline_kind when 'ANNUAL' then ${keyOf("ANNUAL")}
    when 'CONTINUOUS' then ${keyOf("CONTINUOUS")} when 'OPEN_ENDED' then ${keyOf("OPEN_ENDED")} end)`
}

/** Whether a key of {@link periodOf} is that of a day, in SQL; so is a key that is null, of a task that does not recur. */
export function isPeriodOf(
  key: RawBuilder<string | null>,
  day: RawBuilder<CalendarDate>,
): RawBuilder<SqlBool> {
  return sql<SqlBool>`(case length(${key}) when 4 then ${key} = to_char(${day}, 'YYYY')
    when 7 then ${key} = ${halfYearSql(day)} else true end)`
}

function halfYearSql(day: RawBuilder<CalendarDate>): RawBuilder<string> {
  return sql`to_char(${day}, 'YYYY') || case when extract(month from ${day}) < 7 then '-H1' else '-H2' end`
}
