import { type CalendarDate, dayOf } from "@plan43/calendar"
import { describe, expect, test } from "vitest"
import { KNOWN_EXCEPTIONS } from "./known-exceptions.ts"
import { calendarFindings } from "./statutory-holidays.ts"

const OF_2026_LATER = { off: ["2026-01-02"], worked: ["2026-01-10"] }
const OF_2027_LATER = { off: ["2027-02-05", "2027-02-09", "2027-02-10"], worked: [] }

function known(year: number, later: { off: string[]; worked: string[] } = { off: [], worked: [] }) {
  const of = (kind: "OFF" | "WORKED", more: string[]) =>
    new Set(
      [...KNOWN_EXCEPTIONS.filter((one) => one.kind === kind).map(({ day }) => day), ...more].filter((day) =>
        day.startsWith(String(year)),
      ) as CalendarDate[],
    )
  return { off: of("OFF", later.off), worked: of("WORKED", later.worked) }
}

describe("the days off that are known", () => {
  test("of 2025 and 2026 are as the law grants them", () => {
    expect(calendarFindings(2025, known(2025))).toEqual([])
    expect(calendarFindings(2026, known(2026, OF_2026_LATER))).toEqual([])
  })

  test("of 2027 lack what was not announced: a day of Tết and the one beside the National Day", () => {
    expect(calendarFindings(2027, known(2027, OF_2027_LATER))).toEqual([
      { kind: "TET_NOT_FIVE_DAYS", day: "2027-02-06" },
      { kind: "NATIONAL_DAY_NOT_TWO_DAYS", day: "2027-09-02" },
    ])
  })
})

describe("what is odd", () => {
  const of2025 = (change: (days: ReturnType<typeof known>) => void) => {
    const days = known(2025)
    change(days)
    return calendarFindings(2025, days)
  }

  test("is a holiday on a weekday that is not off", () => {
    expect(of2025(({ off }) => off.delete(dayOf(2025, 4, 7)))).toEqual([
      { kind: "HOLIDAY_MISSING", day: "2025-04-07" },
    ])
  })

  test("is a holiday on a weekend that nobody compensates", () => {
    const days = known(2026, OF_2026_LATER)
    days.off.delete(dayOf(2026, 4, 27))
    expect(calendarFindings(2026, days)).toEqual([{ kind: "COMPENSATION_MISSING", day: "2026-04-26" }])
  })

  test("is a day off without a reason, and a weekend worked for nothing", () => {
    expect(of2025(({ off }) => off.add(dayOf(2025, 10, 10)))).toEqual([
      { kind: "UNEXPLAINED_DAY_OFF", day: "2025-10-10" },
    ])
    expect(of2025(({ worked }) => worked.add(dayOf(2025, 10, 11)))).toEqual([
      { kind: "SWAP_UNBALANCED", day: null },
    ])
  })

  test("of a year whose lunar days are not written down is not looked for among them", () => {
    expect(calendarFindings(2040, known(2040)).map(({ kind }) => kind)).toContain("LUNAR_DAYS_UNKNOWN")
  })
})

// But for the new year of 2027: the new moon of 6 February 2027 is four minutes before midnight in Beijing, too near for what
// is reckoned here, and an hour earlier in Hanoi
test("the lunar days are those of the calendar of the Chinese year, where the two agree", () => {
  const lunar = new Intl.DateTimeFormat("en-u-ca-chinese", {
    month: "numeric",
    day: "numeric",
    timeZone: "UTC",
  })
  for (const [day, words] of [
    ["2025-01-29", "1/1"],
    ["2026-02-17", "1/1"],
    ["2028-01-26", "1/1"],
    ["2029-02-13", "1/1"],
    ["2025-04-07", "3/10"],
    ["2026-04-26", "3/10"],
    ["2027-04-16", "3/10"],
    ["2028-04-04", "3/10"],
    ["2029-04-23", "3/10"],
  ] as const) {
    const parts = Object.fromEntries(
      lunar.formatToParts(new Date(`${day}T12:00:00Z`)).map((part) => [part.type, part.value]),
    )
    expect(`${parts.month}/${parts.day}`, day).toBe(words)
  }
})
