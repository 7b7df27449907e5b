import type pg from "pg"

/** A table whose rows are copied for each further plan, and the columns that must differ in each. */
interface CopiedTable {
  name: string
  /** Texts that are unique: the number of the copy is written behind them. */
  numbered?: string
}

/** What a plan is made of; every identifier in these tables is of the plan or of an agency that it names. */
const COPIED: readonly CopiedTable[] = [
  { name: "tasks.plan", numbered: "number" },
  { name: "tasks.plan_section" },
  { name: "tasks.task" },
  { name: "tasks.task_phase" },
  { name: "tasks.task_agency" },
  { name: "tasks.awaited_document" },
  { name: "tasks.task_trigger" },
  { name: "tasks.agency_reference", numbered: "code" },
  { name: "indicators.plan_reference", numbered: "number" },
  { name: "indicators.indicator" },
  { name: "indicators.indicator_agency" },
  { name: "indicators.agency_reference", numbered: "code" },
]

/** Observations of each indicator: one a month. */
export const OBSERVATIONS_EACH = 27

/**
 * Makes further plans of the one that was imported, each with agencies of its own as every commune of the country has
 * them, and gives each indicator observations.
 * @param connection a superuser's
 * @param copies how many further plans
 */
export async function makePlans(connection: pg.Client, copies: number): Promise<void> {
  await connection.query("set session_replication_role = replica")
  await connection.query("set maintenance_work_mem = '1GB'")
  const restored: string[] = []
  if (copies > 0)
    for (const name of [...COPIED.map((table) => table.name), "indicators.observation"])
      restored.push(...(await dropIndexes(connection, name)))
  for (const table of copies > 0 ? COPIED : []) await copyRows(connection, table, copies)
  await connection.query(
    `insert into indicators.observation (id, indicator_id, period_start, period_end, value, provisional, source)
     select gen_random_uuid(), i.id, month, (month + interval '1 month - 1 day')::date, 10 + n, false, 'Đo thử'
     from indicators.indicator i, generate_series(1, $1) n,
       lateral (select (date '2024-01-01' + n * interval '1 month')::date as month) months`,
    [OBSERVATIONS_EACH],
  )
  for (const index of restored) await connection.query(index)
  await connection.query("vacuum analyze")
}

async function copyRows(
  connection: pg.Client,
  { name, numbered }: CopiedTable,
  copies: number,
): Promise<void> {
  const { rows: columns } = await connection.query<{ name: string; uuid: boolean }>(
    `select attname as name, atttypid = 'uuid'::regtype as uuid from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''`,
    [name],
  )
  const values = columns.map((column) => {
    if (column.uuid) return `md5(o.${column.name}::text || '/' || n)::uuid`
    return column.name === numbered ? `o.${column.name} || '/' || n` : `o.${column.name}`
  })
  await connection.query(
    `insert into ${name} (${columns.map((column) => column.name).join(", ")})
     select ${values.join(", ")} from ${name} o, generate_series(1, $1::integer) n`,
    [copies],
  )
}

/** @returns the statements that make them again; what a constraint needs stays */
async function dropIndexes(connection: pg.Client, table: string): Promise<string[]> {
  const { rows } = await connection.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = $1::regclass and not exists (select 1 from pg_constraint where conindid = indexrelid)`,
    [table],
  )
  for (const { name } of rows) await connection.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}
