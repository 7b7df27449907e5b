import type { EntityClass } from "@mikro-orm/postgresql"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import type { RequestContext } from "../context/request-context.ts"
import { batched, inOrder } from "./batched.ts"
import { uuidOf } from "./uuid-of.ts"

/** Rows of a table under an alias. */
export interface Rows {
  /** e.g. sql`partner p` */
  from: RawBuilder<unknown>
  /** e.g. sql`p.*` */
  columns: RawBuilder<unknown>
  /** e.g. sql`p.id` */
  id: RawBuilder<unknown>
  conditions: readonly RawBuilder<SqlBool>[]
}

/**
 * Makes the loader of those rows by their identifier; null where there is none among them, also for what is no
 * identifier.
 * @param rows gives the rows that whoever is asking may have
 */
export function rowById<T extends { id: string }>(
  entity: EntityClass<T>,
  rows: (ctx: RequestContext) => Rows,
): (ctx: RequestContext, id: string) => Promise<T | null> {
  return batched(async (ctx, ids: readonly string[]) => {
    const { from, columns, id, conditions } = rows(ctx)
    const found = await sql<object>`select ${columns} from ${from}
      where ${sql.join([sql`${id} = any(${ids.map(uuidOf)}::uuid[])`, ...conditions], sql` and `)}`.execute(
      ctx.em.getKysely<unknown>(),
    )
    const entities = found.rows.map((row) => ctx.em.map(entity, row as never) as T)
    return inOrder<string, T>(ids, entities, (row) => row.id)
  })
}
