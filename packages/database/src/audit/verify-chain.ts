import { createHash } from "node:crypto"
import type pg from "pg"
import { CHAIN_BEGINS_WITH, canonicalEntrySql } from "./audit-chain.ts"

/** The last link of a schema's chain: kept outside, it tells later whether what stood then still stands. */
export interface ChainAnchor {
  schema: string
  /** How many entries it had. */
  position: number
  hash: string
}

/** What is wrong with an entry of a history. */
export type ChainFault =
  /** It does not say what it said when it was linked, or one of the links was written anew. */
  | "ENTRY_CHANGED"
  /** Its link is there, it is not. */
  | "ENTRY_MISSING"
  /** Links between it and the one before are not there. */
  | "LINK_MISSING"
  /** It was written past the chain. */
  | "ENTRY_NOT_LINKED"
  /** The chain is shorter than, or another than, when the anchor was taken. */
  | "ANCHOR_NOT_MET"

/** The first entry of a schema that is not as it was. */
export interface BrokenEntry {
  fault: ChainFault
  position: number | null
  /** The number of the entry in its schema's table. */
  entryId: string | null
  /** What the entry says now, where it is there. */
  at: Date | null
  action: string | null
  entity: string | null
  entityIdentifier: string | null
}

/** What came of verifying one schema. */
export interface VerifiedChain {
  schema: string
  entries: number
  /** null where the history is empty. */
  anchor: ChainAnchor | null
  /** null: every entry is as it was. */
  firstBroken: BrokenEntry | null
}

interface LinkRow {
  position: string
  entry_id: string
  hash: string
  present: boolean
  canonical: string | null
  at: Date | null
  action: string | null
  entity: string | null
  entity_id: string | null
}

const AT_ONCE = 5_000

/** The schemas that have a history. */
export async function schemasWithHistory(database: Pick<pg.ClientBase, "query">): Promise<string[]> {
  const { rows } = await database.query<{ schema: string }>(
    `select n.nspname as schema from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relname = 'audit_entry' and c.relkind = 'r' order by n.nspname`,
  )
  return rows.map(({ schema }) => schema)
}

/**
 * Goes through a schema's history from its first entry and works every link out anew, here and not in the database: what
 * is stored there, functions included, is not taken at its word.
 * @param database a connection that may read the schema; in a transaction of its own, so that all is of one instant
 * @param anchor taken earlier and kept elsewhere; absent: what was cut off at the end goes unnoticed
 */
export async function verifyChain(
  database: Pick<pg.ClientBase, "query">,
  schema: string,
  anchor: ChainAnchor | null = null,
): Promise<VerifiedChain> {
  let hash = CHAIN_BEGINS_WITH
  let position = 0
  const stopAt = (firstBroken: BrokenEntry): VerifiedChain => ({
    schema,
    entries: position,
    anchor: position === 0 ? null : { schema, position, hash },
    firstBroken,
  })
  for (let page = await linksAfter(database, schema, 0); page.length > 0; ) {
    for (const row of page) {
      if (Number(row.position) !== position + 1) return stopAt(broken("LINK_MISSING", row))
      if (!row.present) return stopAt(broken("ENTRY_MISSING", row))
      const expected = createHash("sha256")
        .update(hash + (row.canonical ?? ""))
        .digest("hex")
      if (expected !== row.hash) return stopAt(broken("ENTRY_CHANGED", row))
      position += 1
      hash = expected
      if (anchor !== null && position === anchor.position && hash !== anchor.hash)
        return stopAt(broken("ANCHOR_NOT_MET", row))
    }
    page = await linksAfter(database, schema, position)
  }
  const unlinked = await firstUnlinked(database, schema)
  if (unlinked !== null) return stopAt(broken("ENTRY_NOT_LINKED", unlinked))
  if (anchor !== null && position < anchor.position) return stopAt(broken("ANCHOR_NOT_MET", null))
  return {
    schema,
    entries: position,
    anchor: position === 0 ? null : { schema, position, hash },
    firstBroken: null,
  }
}

function broken(fault: ChainFault, row: LinkRow | null): BrokenEntry {
  return {
    fault,
    position: row?.position == null ? null : Number(row.position),
    entryId: row?.entry_id ?? null,
    at: row?.at ?? null,
    action: row?.action ?? null,
    entity: row?.entity ?? null,
    entityIdentifier: row?.entity_id ?? null,
  }
}

async function linksAfter(
  database: Pick<pg.ClientBase, "query">,
  schema: string,
  position: number,
): Promise<LinkRow[]> {
  const { rows } = await database.query<LinkRow>(
    `select link.position, link.entry_id, link.hash, entry.id is not null as present,
       ${canonicalEntrySql("entry")} as canonical, entry.at, entry.action, entry.entity, entry.entity_id
     from ${quoted(schema)}.audit_link link left join ${quoted(schema)}.audit_entry entry on entry.id = link.entry_id
     where link.position > $1 order by link.position limit ${AT_ONCE}`,
    [position],
  )
  return rows
}

async function firstUnlinked(
  database: Pick<pg.ClientBase, "query">,
  schema: string,
): Promise<LinkRow | null> {
  const { rows } = await database.query<LinkRow>(
    `select null as position, entry.id as entry_id, null as hash, true as present, null as canonical,
       entry.at, entry.action, entry.entity, entry.entity_id
     from ${quoted(schema)}.audit_entry entry
     where not exists (select 1 from ${quoted(schema)}.audit_link link where link.entry_id = entry.id)
     order by entry.id limit 1`,
  )
  return rows[0] ?? null
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
