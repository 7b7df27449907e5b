/** A half of a year for which the plan asks for a report. Source: Plan 43/KH-UBND, III.3. */
export interface RegularHalf {
  year: number
  half: 1 | 2
  /** What is recorded later is for the next round; by default 31 May and 15 November. */
  cutOffOn: string
  /** The last day in time: the plan says “before 15 June” and “before 1 December”. */
  governmentDueOn: string
}

export function halfOf(year: number, half: 1 | 2): RegularHalf {
  return half === 1
    ? { year, half, cutOffOn: `${year}-05-31`, governmentDueOn: `${year}-06-14` }
    : { year, half, cutOffOn: `${year}-11-15`, governmentDueOn: `${year}-11-30` }
}

/** The halves whose last day has not passed, the next first: as many as somebody prepares ahead. */
export function comingHalves(today: string): RegularHalf[] {
  const year = Number(today.slice(0, 4))
  return [halfOf(year, 1), halfOf(year, 2), halfOf(year + 1, 1), halfOf(year + 1, 2)]
    .filter(({ governmentDueOn }) => governmentDueOn >= today)
    .slice(0, 3)
}

/** The half that a round with this cut-off is for; null while there is no such day. */
export function halfOfCutOff(cutOffOn: string): RegularHalf | null {
  const [, year, month] = /^(\d{4})-(\d\d)-\d\d$/.exec(cutOffOn) ?? []
  return year === undefined ? null : halfOf(Number(year), Number(month) <= 6 ? 1 : 2)
}
