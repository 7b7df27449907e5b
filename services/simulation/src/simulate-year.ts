import type { CalendarDate } from "@plan43/calendar"
import { indicators } from "@plan43/indicators/subgraph"
import { type RunningSubgraph, type SubgraphDefinition, startSubgraph } from "@plan43/subgraph"
import { tasks } from "@plan43/tasks/subgraph"
import { beginSimulation, endSimulation } from "./marking/simulation-mark.ts"
import { requireUntouched } from "./marking/untouched.ts"
import { Chance } from "./office/chance.ts"
import { DatabaseClock, onSimulatedClock } from "./office/database-clock.ts"
import { MovingClock } from "./office/moving-clock.ts"
import { OFFICE_SECRET, Office } from "./office/office.ts"
import { workingDays } from "./office/working-days.ts"
import { Diary } from "./year/diary.ts"
import { planDocuments } from "./year/issue-documents.ts"
import { planObservations } from "./year/observe-indicators.ts"
import { planObstacles } from "./year/raise-obstacles.ts"
import { planProgress } from "./year/report-progress.ts"
import { planReminders } from "./year/send-reminders.ts"
import type { World } from "./year/world.ts"

/** Which year, and which of all the years that it could be. */
export interface Simulation {
  seed: number
  from: CalendarDate
  to: CalendarDate
  /** Connections of the subgraphs' own roles, to a database that has the plan. */
  databaseUrls: { tasks: string; indicators: string }
  /** Told after each working day. */
  onDay?(day: CalendarDate): void
}

/** What happened. */
export interface SimulatedYear {
  /** How often each thing was done, by mutation. */
  done: ReadonlyMap<string, number>
  /** How often each was refused, and why. */
  refused: ReadonlyMap<string, number>
  /** The same for the same seed, days and plan. */
  digest: string
}

/**
 * Works through a year as the offices would, day by day, by requests of the graph: with all rules, with the history, and
 * marked in the database before the first of them. What is recorded on a day has that day, and an instant of it.
 * @throws AlreadyRecorded where somebody recorded something, or a year was simulated before
 */
export async function simulateYear({
  seed,
  from,
  to,
  databaseUrls,
  onDay,
}: Simulation): Promise<SimulatedYear> {
  const clock = new MovingClock(from)
  await using ended = new AsyncDisposableStack()
  const start = async (definition: SubgraphDefinition, databaseUrl: string): Promise<RunningSubgraph> => {
    // What works by itself is left to the system that shows the year afterwards.
    const alone = { ...definition, routes: [], workers: [] }
    const configuration = {
      ...{ host: "127.0.0.1", port: 0, databaseUrl: onSimulatedClock(databaseUrl, definition.name) },
      ...{ gatewaySecrets: [OFFICE_SECRET], logLevel: "warn" as const },
    }
    const running = await startSubgraph(alone, configuration, clock)
    ended.defer(() => running.stop())
    return running
  }
  const running = {
    tasks: await start(tasks, databaseUrls.tasks),
    indicators: await start(indicators, databaseUrls.indicators),
  }
  await requireUntouched(running)
  await beginSimulation(running.tasks, { seed, from, to })

  const databaseClocks = new Map<string, DatabaseClock>()
  for (const subgraph of Object.values(running)) {
    const databaseClock = await DatabaseClock.start(subgraph, clock.now())
    ended.defer(() => databaseClock.stop())
    databaseClocks.set(subgraph.name, databaseClock)
  }
  const office = new Office(seed, async (subgraph) => {
    clock.pass()
    await databaseClocks.get(subgraph)?.moveTo(clock.now())
  })
  const diary = new Diary()
  let today = from
  const world: World = {
    ...{ office, diary, from, to, ...running },
    chance: new Chance(seed),
    today: () => today,
  }
  const days = workingDays(from, to)
  await planProgress(world)
  await planDocuments(world)
  await planObstacles(world, days)
  await planObservations(world)
  await planReminders(world, days)
  for (const day of days) {
    today = day
    clock.moveTo(day)
    await diary.work(day)
    onDay?.(day)
  }
  await endSimulation(running.tasks)
  return { done: office.done, refused: office.refused, digest: office.digest() }
}
