import { addDays, type CalendarDate, dayOf, yearOf } from "@plan43/calendar"
import { readAll, type World } from "./world.ts"

interface Indicator {
  id: string
  code: string
  unit: string | null
  measure: string
  frequency: string
  target: { kind: string; minimum: number | null; maximum: number | null }
  leads: { id: string }[]
}

const INDICATORS = `query ($after: String) {
  indicators(first: 100, after: $after) {
    edges { node { id code unit measure frequency target { kind minimum maximum } leads { id } } }
    pageInfo { hasNextPage endCursor }
  }
}`

/** Enters into the diary the figures of the years that end before or within the simulated one: provisional, then official. */
export async function planObservations(world: World): Promise<void> {
  const { office, chance, diary, from, to } = world
  const indicators = await readAll<Indicator>(async (after) => {
    const data = await office.ask<{ indicators: never }>(world.indicators, office.coordinator, INDICATORS, {
      after,
    })
    return data.indicators
  })
  for (const indicator of indicators) {
    if (indicator.measure === "WORDS" || indicator.frequency !== "YEAR" || indicator.target.kind === "NONE")
      continue
    for (let year = yearOf(from) - 1; year < yearOf(to); year++) {
      if (chance.of(`observe ${indicator.code} ${year}`) < 0.15) continue
      const known = addDays(dayOf(year + 1, 1, 5), chance.between(`known ${indicator.code} ${year}`, 0, 70))
      const day: CalendarDate =
        known < from ? addDays(from, chance.between(`late ${indicator.code}`, 3, 40)) : known
      if (day <= to) diary.enter(day, () => observe(world, indicator, year))
    }
  }
}

async function observe(world: World, indicator: Indicator, year: number): Promise<void> {
  const { office, chance } = world
  const about = `${indicator.code} ${year}`
  const given = { unit: indicator.unit, source: "Số liệu mô phỏng, không phải số liệu thống kê" }
  const [lead] = indicator.leads
  const recorded = await office.carryOut<{ observation: { id: string; version: number } }>(
    lead === undefined ? office.coordinator : office.officerOf(lead.id),
    {
      subgraph: world.indicators,
      mutation: "recordObservation",
      type: "RecordObservationInput!",
      input: {
        ...given,
        ...{ indicatorId: indicator.id, periodKey: String(year), provisional: true },
        value: figureOf(world, indicator, year, "provisional"),
      },
      read: "observation { id version }",
    },
    about,
  )
  if (recorded === null || chance.of(`official ${about}`) < 0.3) return
  world.diary.enter(addDays(world.today(), chance.between(`official day ${about}`, 40, 90)), async () => {
    await office.carryOut(
      office.coordinator,
      {
        subgraph: world.indicators,
        mutation: "correctObservation",
        type: "CorrectObservationInput!",
        input: {
          ...given,
          ...recorded.observation,
          ...{ provisional: false, reason: "Có số liệu chính thức (mô phỏng)" },
          value: figureOf(world, indicator, year, "official"),
        },
        read: "observation { id }",
      },
      about,
    )
  })
}

/** A figure near the target, on either side of it, that can be true of the measure. */
function figureOf(
  { chance }: World,
  { code, measure, target }: Indicator,
  year: number,
  kind: "provisional" | "official",
): number {
  const aim = target.minimum ?? target.maximum ?? 50
  const share = 0.7 + 0.4 * chance.of(`figure ${code} ${year}`) + (kind === "official" ? 0.01 : 0)
  switch (measure) {
    case "DONE_OR_NOT":
      return chance.of(`figure ${code} ${year}`) < 0.5 ? 0 : 1
    case "RANK":
      return Math.max(1, Math.round(aim / share))
    case "COUNT":
      return Math.max(0, Math.round(aim * share))
    case "INDEX":
      return round(Math.min(1, Math.max(0, aim * share)), 3)
    case "SHARE":
      return round(Math.min(100, Math.max(0, aim * share)), 1)
    default:
      return round(aim * share, 1)
  }
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
