import type { CalendarDate } from "@plan43/calendar"
import type { RunningSubgraph } from "@plan43/subgraph"

/** Which year is simulated. */
export interface SimulationMark {
  seed: number
  from: CalendarDate
  to: CalendarDate
}

/** Marks the installation for good, before anything is simulated in it. */
export async function beginSimulation(
  { orm }: Pick<RunningSubgraph, "orm">,
  { seed, from, to }: SimulationMark,
): Promise<void> {
  await orm.em
    .getConnection()
    .execute("insert into simulation (seed, from_day, to_day) values (?, ?, ?)", [seed, from, to])
}

export async function endSimulation({ orm }: Pick<RunningSubgraph, "orm">): Promise<void> {
  await orm.em.getConnection().execute("update simulation set ended_at = now()")
}
