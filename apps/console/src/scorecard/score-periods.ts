/** Days of the calendar, "YYYY-MM-DD", both included. */
export interface Period {
  from: string
  to: string
}

/** A period that is offered by name. */
export interface OfferedPeriod extends Period {
  kind: "FIRST_HALF" | "SECOND_HALF" | "YEAR"
  year: number
}

/** The halves and years that have begun by today, the latest first, back to the year in which the plan was issued. */
export function offeredPeriods(today: string): OfferedPeriod[] {
  const thisYear = Number(today.slice(0, 4))
  const years = Array.from(
    { length: Math.max(thisYear - FIRST_YEAR + 1, 1) },
    (_none, back) => thisYear - back,
  )
  return years
    .flatMap((year): OfferedPeriod[] => [
      { kind: "YEAR", year, from: `${year}-01-01`, to: `${year}-12-31` },
      { kind: "SECOND_HALF", year, from: `${year}-07-01`, to: `${year}-12-31` },
      { kind: "FIRST_HALF", year, from: `${year}-01-01`, to: `${year}-06-30` },
    ])
    .filter(({ from }) => from <= today)
}

const FIRST_YEAR = 2025

/** The half of a year that ended last: what is looked at when no period is chosen. */
export function lastHalf(today: string): Period {
  const ended = offeredPeriods(today).find(({ kind, to }) => kind !== "YEAR" && to < today)
  return ended ?? { from: `${FIRST_YEAR}-01-01`, to: `${FIRST_YEAR}-06-30` }
}

/** A round, as far as it says what it was about. */
interface DuePeriod {
  id: string
  name: string
  agenciesDueOn: string
}

/** What a round reports on: from the day after agencies were last due to the day on which they are due. */
export function roundPeriods<Round extends DuePeriod>(rounds: readonly Round[]): (Round & Period)[] {
  const byDay = [...rounds].sort((one, other) => (one.agenciesDueOn < other.agenciesDueOn ? 1 : -1))
  return byDay.map((round) => {
    const before = byDay.find(({ agenciesDueOn }) => agenciesDueOn < round.agenciesDueOn)
    const from =
      before === undefined ? `${round.agenciesDueOn.slice(0, 4)}-01-01` : dayAfter(before.agenciesDueOn)
    return { ...round, from, to: round.agenciesDueOn }
  })
}

function dayAfter(day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + 1)
  return at.toISOString().slice(0, 10)
}
