import type { CurrentRow, RowChange } from "./diff-table.ts"
import type { PublishedTable, Row } from "./subgraph-import.ts"

/** A connection within the transaction of an import. */
export interface ImportTransaction {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>
}

/** Who imports what, for the audit entries. */
export interface ImportAuthor {
  /** e.g. "plan-import" */
  actor: string
  /** Why, in words, e.g. the SHA-256 of the text. */
  reason: string
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function columnsOf({ rows, key }: PublishedTable): string[] {
  return Object.keys(rows[0] ?? Object.fromEntries(key.map((column) => [column, null])))
}

/** The published columns of every row that the table holds. Days come as "YYYY-MM-DD". */
export async function currentRows(
  transaction: ImportTransaction,
  schema: string,
  table: PublishedTable,
): Promise<CurrentRow[]> {
  const columns = columnsOf(table).map(quoted).join(", ")
  const withdrawn = table.whenGone === "withdraw" ? "withdrawn_at is not null" : "false"
  const { rows } = await transaction.query(
    `select to_jsonb(published) as row, withdrawn, recorded from (
       select ${columns}, ${withdrawn} as withdrawn, ${table.recorded ?? "false"} as recorded from ${quoted(schema)}.${quoted(table.table)}
       where ${table.scope ?? "true"}
     ) stored, lateral (select ${columns}) published`,
  )
  return rows.map(({ row, withdrawn, recorded }) => ({
    row: row as Row,
    withdrawn: withdrawn === true,
    recorded: recorded === true,
  }))
}

/** Writes what a table gains or changes. Rows that are gone are dealt with by {@link removeGone}, later. */
export async function writeRows(
  transaction: ImportTransaction,
  schema: string,
  table: PublishedTable,
  changes: readonly RowChange[],
): Promise<void> {
  const rows = changes.flatMap((change) => (change.kind === "withdrawn" ? [] : [change.row]))
  if (rows.length === 0) return
  const target = `${quoted(schema)}.${quoted(table.table)}`
  const columns = columnsOf(table)
  const list = columns.map(quoted).join(", ")
  const others = columns
    .filter((column) => !table.key.includes(column))
    .map((column) => `${quoted(column)} = excluded.${quoted(column)}`)
  const updates = table.whenGone === "withdraw" ? [...others, "withdrawn_at = null"] : others
  await transaction.query(
    `insert into ${target} (${list}) select ${list} from jsonb_populate_recordset(null::${target}, $1::jsonb)
     on conflict (${table.key.map(quoted).join(", ")}) do ${updates.length === 0 ? "nothing" : `update set ${updates.join(", ")}`}`,
    [JSON.stringify(rows)],
  )
}

/** Withdraws or deletes the rows that are gone, as the table says. */
export async function removeGone(
  transaction: ImportTransaction,
  schema: string,
  table: PublishedTable,
  changes: readonly RowChange[],
): Promise<void> {
  const gone = changes.flatMap((change) => (change.kind === "withdrawn" ? [change.before] : []))
  if (gone.length === 0) return
  const target = `${quoted(schema)}.${quoted(table.table)}`
  const sameKey = table.key.map((column) => `stored.${quoted(column)} = gone.${quoted(column)}`).join(" and ")
  const from = `jsonb_populate_recordset(null::${target}, $1::jsonb) gone where ${sameKey}`
  await transaction.query(
    table.whenGone === "withdraw"
      ? `update ${target} stored set withdrawn_at = now() from ${from}`
      : `delete from ${target} stored using ${from}`,
    [JSON.stringify(gone)],
  )
}

/** One audit entry for each row that is changed. */
export async function recordChanges(
  transaction: ImportTransaction,
  schema: string,
  table: PublishedTable,
  changes: readonly RowChange[],
  { actor, reason }: ImportAuthor,
): Promise<void> {
  if (changes.length === 0) return
  const entries = changes.map((change) => {
    const row = change.kind === "withdrawn" ? change.before : change.row
    return {
      actor,
      action: `plan-import.${change.kind}`,
      entity: table.table,
      entity_id: table.key.map((column) => String(row[column])).join(" "),
      before: change.kind === "added" ? null : change.before,
      after: change.kind === "withdrawn" ? null : change.row,
      reason,
    }
  })
  const columns = "actor, action, entity, entity_id, before, after, reason"
  await transaction.query(
    `insert into ${quoted(schema)}.audit_entry (${columns}) select ${columns}
     from jsonb_to_recordset($1::jsonb) as entry(actor text, action text, entity text, entity_id text, before jsonb, after jsonb, reason text)`,
    [JSON.stringify(entries)],
  )
}
