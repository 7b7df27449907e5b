import { statfs } from "node:fs/promises"
import { tmpdir } from "node:os"
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
  { name: "tasks.progress_report" },
  { name: "tasks.report_verification" },
  { name: "indicators.plan_reference", numbered: "number" },
  { name: "indicators.indicator" },
  { name: "indicators.indicator_agency" },
  ...["tasks", "indicators"].flatMap((schema) => [
    { name: `${schema}.agency_reference`, numbered: "code" },
    { name: `${schema}.agency_membership` },
    { name: `${schema}.agency_successor` },
    { name: `${schema}.agency_answering` },
    { name: `${schema}.agency_relation` },
  ]),
]

/** Observations of each indicator: one a month. */
export const OBSERVATIONS_EACH = 27

/** So many plans are written by one statement. */
const COPIES_AT_ONCE = 100

/** What a further plan takes on the disk while it is made, indexes included, with room to spare. */
const BYTES_EACH = 4_000_000

/**
 * Makes further plans of the one that was imported, each with agencies of its own as every commune of the country has
 * them. Every plan gets the same facts: two answers of each agency that leads a task by name, of which the Department has
 * confirmed a third as completed, and observations of each indicator.
 * @param connection a superuser's
 * @param copies how many further plans
 * @param tell is told what was done, with its seconds
 * @throws where the disk has no room for them
 */
export async function makePlans(
  connection: pg.Client,
  copies: number,
  tell: (done: string) => void,
): Promise<void> {
  await holdRoom(connection, copies)
  await connection.query("set session_replication_role = replica")
  await connection.query("set maintenance_work_mem = '1GB'")
  await connection.query("set synchronous_commit = off")
  // The log of a load that nobody would repair is not worth a checkpoint every few seconds
  for (const setting of ["max_wal_size = '6GB'", "checkpoint_timeout = '1h'"])
    await connection.query(`alter system set ${setting}`)
  await connection.query("select pg_reload_conf()")
  const timed = async (what: string, work: () => Promise<unknown>) => {
    const began = performance.now()
    await work()
    if (copies > 0) tell(`${what}: ${Math.round((performance.now() - began) / 1000)} s`)
  }
  await reportTasks(connection)
  const restored: string[] = []
  if (copies > 0)
    for (const name of [...COPIED.map((table) => table.name), "indicators.observation"])
      restored.push(...(await dropIndexes(connection, name)))
  for (const table of copies > 0 ? COPIED : [])
    await timed(table.name, () => copyRows(connection, table, copies))
  await timed("indicators.observation", () => observe(connection))
  await timed("indexes", async () => {
    for (const index of restored) await connection.query(index)
  })
  for (const setting of ["max_wal_size", "checkpoint_timeout"])
    await connection.query(`alter system reset ${setting}`)
  await connection.query("select pg_reload_conf()")
  await timed("vacuum analyze", () => connection.query("vacuum analyze"))
  await timed("checkpoint", () => connection.query("checkpoint"))
}

async function holdRoom(connection: pg.Client, copies: number): Promise<void> {
  const { rows } = await connection.query<{ directory: string }>(
    "select current_setting('data_directory') as directory",
  )
  const { bavail, bsize } = await statfs(rows[0]?.directory ?? tmpdir())
  const [needed, free] = [copies * BYTES_EACH, bavail * bsize].map((bytes) => Math.ceil(bytes / 1e9))
  if ((needed ?? 0) > (free ?? 0))
    throw new Error(
      `${copies} plans need ${needed} GB of disk, and ${rows[0]?.directory} has ${free} GB free`,
    )
}

/** Every agency that leads a task by name has begun it in June 2025; every third task is done, and confirmed. */
async function reportTasks(connection: pg.Client): Promise<void> {
  const { rows } = await connection.query<{ count: string }>("select count(*) from tasks.progress_report")
  if (rows[0]?.count !== "0") throw new Error("plans are made where nobody has recorded anything")
  await connection.query(`
    insert into tasks.progress_report (task_id, agency_id, answer, state, completed_on, done, effective_on)
    select t.id, lead.agency_id, 'PROGRESS', answer.state, answer.completed_on, 'Đo thử', answer.day
    from tasks.task t join lateral (
      select distinct ta.agency_id from tasks.task_agency ta join tasks.agency_reference a on a.id = ta.agency_id
      where ta.task_id = t.id and ta.role = 'LEAD' and a.kind <> 'GROUP'
    ) lead on true
    cross join lateral (values ('IN_PROGRESS', null::date, date '2025-06-10'),
      (case when t.position % 3 = 0 then 'COMPLETED' else 'IN_PROGRESS' end,
        case when t.position % 3 = 0 then date '2025-11-20' end, date '2025-11-25')) answer(state, completed_on, day)
    order by answer.day`)
  await connection.query(`
    insert into tasks.report_verification (report_id, outcome, recorded_on)
    select id, 'CONFIRMED', date '2025-11-28' from tasks.progress_report where state = 'COMPLETED'`)
}

async function observe(connection: pg.Client): Promise<void> {
  await connection.query(
    `insert into indicators.observation (id, indicator_id, period_start, period_end, value, provisional, source)
     select uuidv7(), i.id, month, (month + interval '1 month - 1 day')::date, 10 + n, false, 'Đo thử'
     from generate_series(1, $1) n, lateral (select (date '2024-01-01' + n * interval '1 month')::date as month) months,
       indicators.indicator i`,
    [OBSERVATIONS_EACH],
  )
}

/** Rows are written plan by plan, as imports write them: those of a plan lie together, in tables and in indexes. */
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
    if (column.uuid)
      return `(lpad(to_hex(n), 8, '0') || substr(md5(o.${column.name}::text || '/' || n), 9))::uuid`
    return column.name === numbered ? `o.${column.name} || '/' || n` : `o.${column.name}`
  })
  await connection.query(`create temporary table original as select * from ${name}`)
  for (let first = 1; first <= copies; first += COPIES_AT_ONCE)
    await connection.query(
      `insert into ${name} (${columns.map((column) => column.name).join(", ")})
       select ${values.join(", ")} from original o, generate_series($1::integer, $2::integer) n order by n`,
      [first, Math.min(copies, first + COPIES_AT_ONCE - 1)],
    )
  await connection.query("drop table original")
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
