import pg from "pg"
import type { PublishedSource, SubgraphImport } from "./subgraph-import.ts"
import { writeRows } from "./table-store.ts"

/** Fills the empty tables of a subgraph with what its import publishes. */
export async function fillTables(
  databaseUrl: string,
  { schema, tablesOf }: SubgraphImport,
  source: PublishedSource,
): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    for (const table of tablesOf(source))
      await writeRows(
        client,
        schema,
        table,
        table.rows.map((row) => ({ kind: "added", table: table.table, label: table.label(row), row })),
      )
  } finally {
    await client.end()
  }
}
