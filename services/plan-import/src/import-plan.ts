import { createHash } from "node:crypto"
import { type AgencyRegister, agencyRegister } from "@plan43/agency-register"
import { decodePlan, type PublishedPlan, readPlan } from "@plan43/plan"
import {
  currentRows,
  diffTable,
  fillsOnly,
  type ImportTransaction,
  type PublishedTable,
  planKeyOf,
  type RowChange,
  recordChanges,
  removeGone,
  type SubgraphImport,
  stableId,
  writeRows,
} from "@plan43/published-rows"
import { subgraphs } from "@plan43/subgraph-list"
import pg from "pg"

/** Every subgraph that holds something published, in the order of their ports: those referred to come first. */
const SUBGRAPHS: readonly SubgraphImport[] = await Promise.all(
  subgraphs
    .filter(({ fromPlan }) => fromPlan)
    .map(async ({ name }) => {
      const { planImport } = (await import(`@plan43/${name}/plan-import`)) as { planImport: SubgraphImport }
      return planImport
    }),
)

/**
 * When differences are written: always, never, or only where nothing was before: into an empty database, and, from the
 * text that was imported last, into tables and columns that a later version of the program brought along.
 */
export type WhenToApply = "when-empty" | "always" | "never"

/** What is to be imported, and whether. */
export interface PlanImportOptions {
  /** The connection of the role plan43_import. */
  databaseUrl: string
  /** The published text, as bytes of a file. */
  bytes: Uint8Array
  apply: WhenToApply
  register?: AgencyRegister
}

/** What the import does to one subgraph. */
export interface SubgraphChanges {
  schema: string
  changes: RowChange[]
}

/** What came of it. */
export interface PlanImportResult {
  plan: PublishedPlan
  /** "unchanged": nothing differs; "applied": written; "shown": differs, and was left as it is. */
  outcome: "unchanged" | "applied" | "shown"
  changes: SubgraphChanges[]
}

/** Any number: two imports into the same database wait for each other on it. */
const IMPORT_LOCK = 4_320_250_215

interface TableOfSubgraph {
  schema: string
  table: PublishedTable
}

/**
 * Brings the published rows of all subgraphs to what a text says: everything in one transaction, or nothing. What
 * people recorded is not touched.
 * @throws PlanTextInvalid when the text cannot be read
 */
export async function importPlan(options: PlanImportOptions): Promise<PlanImportResult> {
  const plan = readPlan(decodePlan(options.bytes))
  const source = { plan, register: options.register ?? agencyRegister }
  const tables = SUBGRAPHS.flatMap((subgraph) =>
    subgraph.tablesOf(source).map((table) => ({ schema: subgraph.schema, table })),
  )
  const rowsSha256 = createHash("sha256")
    .update(JSON.stringify(tables.map(({ schema, table }) => [schema, table.table, table.rows])))
    .digest("hex")

  const client = new pg.Client({ connectionString: options.databaseUrl, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    await client.query("begin")
    await client.query("select pg_advisory_xact_lock($1)", [IMPORT_LOCK])
    const planId = stableId("plan", planKeyOf(plan))
    const last = await lastImport(client, planId)
    if (last?.rowsSha256 === rowsSha256) return { plan, outcome: "unchanged", changes: [] }

    const differences = await differencesOf(client, tables)
    const changes = SUBGRAPHS.map(({ schema }) => ({
      schema,
      changes: differences.flatMap((entry) => (entry.schema === schema ? entry.changes : [])),
    }))
    const differs = changes.some((subgraph) => subgraph.changes.length > 0)
    const onlyFills =
      last === null ||
      (last.textSha256 === plan.textSha256 && differences.every((difference) => difference.onlyFills))
    const mayApply = options.apply === "always" || (options.apply === "when-empty" && onlyFills)
    if (!mayApply) return { plan, outcome: differs ? "shown" : "unchanged", changes }

    await write(client, differences, plan.textSha256)
    await recordImport(client, planId, plan.textSha256, rowsSha256, changes)
    await client.query("commit")
    return { plan, outcome: differs ? "applied" : "unchanged", changes }
  } finally {
    await client.end()
  }
}

/** What an import was made of, and what it came to. */
interface ImportKey {
  textSha256: string
  rowsSha256: string
}

async function lastImport(client: pg.Client, planId: string): Promise<ImportKey | null> {
  const { rows } = await client.query<ImportKey>(
    `select text_sha256 as "textSha256", rows_sha256 as "rowsSha256" from tasks.plan_import
     where plan_id = $1 order by id desc limit 1`,
    [planId],
  )
  return rows[0] ?? null
}

interface TableDifferences extends TableOfSubgraph {
  onlyFills: boolean
  changes: RowChange[]
}

/** Table by table: a connection answers one question at a time. */
async function differencesOf(
  transaction: ImportTransaction,
  tables: readonly TableOfSubgraph[],
): Promise<TableDifferences[]> {
  const differences: TableDifferences[] = []
  for (const { schema, table } of tables) {
    const rows = await currentRows(transaction, schema, table)
    const changes = diffTable(table, rows)
    differences.push({ schema, table, onlyFills: fillsOnly(changes, rows), changes })
  }
  return differences
}

async function write(
  transaction: ImportTransaction,
  differences: readonly TableDifferences[],
  textSha256: string,
): Promise<void> {
  const author = { actor: "plan-import", reason: `text SHA-256 ${textSha256}` }
  for (const { schema, table, changes } of differences) {
    await writeRows(transaction, schema, table, changes)
    await recordChanges(transaction, schema, table, changes, author)
  }
  for (const { schema, table, changes } of differences.toReversed())
    await removeGone(transaction, schema, table, changes)
}

async function recordImport(
  client: pg.Client,
  planId: string,
  textSha256: string,
  rowsSha256: string,
  changes: readonly SubgraphChanges[],
): Promise<void> {
  const count = (kind: RowChange["kind"]) =>
    changes.reduce(
      (sum, subgraph) => sum + subgraph.changes.filter((change) => change.kind === kind).length,
      0,
    )
  await client.query(
    `insert into tasks.plan_import (plan_id, text_sha256, rows_sha256, added, changed, withdrawn)
     values ($1, $2, $3, $4, $5, $6)`,
    [planId, textSha256, rowsSha256, count("added"), count("changed"), count("withdrawn")],
  )
}
