import type { RunningSubgraph } from "@plan43/subgraph"

/** The setting by which the database knows the sessions of a simulation from those of everybody else. */
const SETTING = "plan43.simulated"

/**
 * The connection of a subgraph whose database clock is to be simulated: what its statements call `now()` is looked for in
 * its own schema first.
 */
export function onSimulatedClock(databaseUrl: string, schema: string): string {
  const url = new URL(databaseUrl)
  url.searchParams.set("options", `-c search_path=${schema},public,pg_catalog -c ${SETTING}=on`)
  return url.href
}

interface StampedColumn {
  table: string
  column: string
}

/**
 * The clock of a schema, as the sessions of {@link onSimulatedClock} see it: what they record has the instant that it is
 * set to. Other sessions see the real one, at any time, even after a simulation that was cut off.
 */
export class DatabaseClock {
  readonly #orm: RunningSubgraph["orm"]
  readonly #schema: string
  readonly #columns: readonly StampedColumn[]

  private constructor(
    { orm, name }: Pick<RunningSubgraph, "orm" | "name">,
    columns: readonly StampedColumn[],
  ) {
    this.#orm = orm
    this.#schema = name
    this.#columns = columns
  }

  /** @param subgraph one whose connections see the simulated clock */
  static async start(subgraph: Pick<RunningSubgraph, "orm" | "name">, now: Date): Promise<DatabaseClock> {
    const columns = await subgraph.orm.em.getConnection().execute<StampedColumn[]>(
      `select table_name as "table", column_name as "column" from information_schema.columns
       where table_schema = ? and column_default in ('now()', 'clock_timestamp()')`,
      [subgraph.name],
    )
    const clock = new DatabaseClock(subgraph, columns)
    await clock.#execute("create table simulated_clock (instant timestamptz not null)")
    await clock.#execute("insert into simulated_clock (instant) values (?)", [now.toISOString()])
    for (const real of ["now", "clock_timestamp"])
      await clock.#execute(`create function ${subgraph.name}.${real}() returns timestamptz language sql volatile as $$
        select case when current_setting('${SETTING}', true) = 'on'
          then (select instant from ${subgraph.name}.simulated_clock) else pg_catalog.${real}() end $$`)
    await clock.#stampBy(`${subgraph.name}.now()`)
    return clock
  }

  async moveTo(now: Date): Promise<void> {
    await this.#execute("update simulated_clock set instant = ?", [now.toISOString()])
  }

  /** Leaves the schema as it was. */
  async stop(): Promise<void> {
    await this.#stampBy("pg_catalog.now()")
    for (const real of ["now", "clock_timestamp"])
      await this.#execute(`drop function ${this.#schema}.${real}()`)
    await this.#execute("drop table simulated_clock")
  }

  async #stampBy(now: string): Promise<void> {
    for (const { table, column } of this.#columns)
      await this.#execute(`alter table "${table}" alter column "${column}" set default ${now}`)
  }

  async #execute(statement: string, values: readonly string[] = []): Promise<void> {
    await this.#orm.em.getConnection().execute(statement, [...values])
  }
}
