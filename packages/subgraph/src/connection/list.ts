import type { EntityClass, EntityManager } from "@mikro-orm/postgresql"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import type { RequestContext } from "../context/request-context.ts"
import { batched } from "../loading/batched.ts"
import type { Connection } from "./connection-type.ts"
import { decodeCursor, encodeCursor } from "./cursor.ts"
import type { Ordering, SortKey } from "./ordering.ts"
import type { PageRequest } from "./page-arguments.ts"

/** A list: which rows of an entity's table, in which order, and which page of them. */
export interface List<T extends object> {
  entity: EntityClass<T>
  /** The table under the alias that the conditions and the order use, e.g. sql`task t`. */
  from: RawBuilder<unknown>
  /** The columns of the entity under that alias, e.g. sql`t.*`. */
  columns: RawBuilder<unknown>
  conditions: readonly RawBuilder<SqlBool>[]
  ordering: Ordering
  page: PageRequest
}

/** Rows as they come: the entity's columns, and the sort keys as text. */
interface ListRow {
  cursor_keys: string[]
  list_parent_id?: string
}

function all(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`
}

function isAscending({ ordering, page }: Pick<List<object>, "ordering" | "page">): boolean {
  return (ordering.direction === "ASC") === (page.direction === "forward")
}

function beyondCursor(list: List<object>): RawBuilder<SqlBool>[] {
  const { ordering, page } = list
  if (page.cursor === null) return []
  const keys = decodeCursor(ordering, page.cursor, page.direction === "forward" ? "after" : "before")
  const row = sql.join(ordering.keys.map((key) => key.expression))
  const values = sql.join(ordering.keys.map((key, index) => sql`${keys[index]}::${sql.raw(key.type)}`))
  return [isAscending(list) ? sql<SqlBool>`(${row}) > (${values})` : sql<SqlBool>`(${row}) < (${values})`]
}

function orderBy(list: List<object>): RawBuilder<unknown> {
  const way = isAscending(list) ? sql`asc` : sql`desc`
  return sql.join(list.ordering.keys.map((key: SortKey) => sql`${key.expression} ${way}`))
}

/** One row more than the page: whether there is another page is known without counting. */
function pageSql<T extends object>(list: List<T>): RawBuilder<ListRow> {
  const keys = sql.join(list.ordering.keys.map((key) => sql`(${key.expression})::text`))
  return sql<ListRow>`select ${list.columns}, array[${keys}] as cursor_keys from ${list.from}
    where ${all([...list.conditions, ...beyondCursor(list)])}
    order by ${orderBy(list)} limit ${list.page.size + 1}`
}

function connectionOf<T extends object>(
  em: EntityManager,
  list: List<T>,
  rows: ListRow[],
  totalCount: () => Promise<number>,
): Connection<T> {
  const { direction, size, cursor } = list.page
  const shown = rows.slice(0, size)
  if (direction === "backward") shown.reverse()
  const edges = shown.map(({ cursor_keys, list_parent_id: _parent, ...columns }) => ({
    node: em.map(list.entity, columns as never) as T,
    cursor: encodeCursor(list.ordering, cursor_keys),
  }))
  const more = rows.length > size
  return {
    edges,
    pageInfo: {
      hasNextPage: direction === "forward" ? more : cursor !== null,
      hasPreviousPage: direction === "backward" ? more : cursor !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  }
}

/** One page of a list: one statement, and one more when the total is asked for. */
export async function listPage<T extends object>(ctx: RequestContext, list: List<T>): Promise<Connection<T>> {
  const db = ctx.em.getKysely<unknown>()
  const { rows } = await pageSql(list).execute(db)
  return connectionOf(ctx.em, list, rows, async () => {
    const counted = await sql<{ total: string }>`select count(*) as total from ${list.from}
      where ${all(list.conditions)}`.execute(db)
    return Number(counted.rows[0]?.total ?? 0)
  })
}

/** The id of the row above, to be used in the conditions of a {@link listPageOf}. */
export const parentId: RawBuilder<string> = sql.ref<string>("parent.id")

/**
 * Makes a loader for the lists that hang below other rows: for all parents of a request that want the same
 * list, one statement, and one more for all their totals.
 * @param list gives the list below a parent; its conditions name the parent by {@link parentId}
 * @param parentType the PostgreSQL type of the parents' ids
 */
export function listBelow<T extends object, Options>(
  list: (ctx: RequestContext, options: Options) => Promise<List<T>>,
  parentType: "uuid" | "text" = "uuid",
): (ctx: RequestContext, parent: string, options: Options) => Promise<Connection<T>> {
  interface Key {
    parent: string
    options: Options
    signature: string
  }
  const totals = batched(
    async (ctx, keys: readonly (Key & { list: List<T> })[]) => {
      const counts = await bySignature(keys, async (group) => {
        const { from, conditions } = group[0].list
        const { rows } = await sql<{
          id: string
          total: string
        }>`select parent.id, (select count(*) from ${from}
          where ${all(conditions)}) as total
          from unnest(${group.map((key) => key.parent)}::${sql.raw(parentType)}[]) as parent(id)`.execute(
          ctx.em.getKysely<unknown>(),
        )
        return new Map(rows.map((row) => [row.id, Number(row.total)]))
      })
      return keys.map((key) => counts.get(key.signature)?.get(key.parent) ?? 0)
    },
    (key) => `${key.parent} ${key.signature}`,
  )
  const pages = batched(
    async (ctx, keys: readonly Key[]) => {
      const connections = await bySignature(keys, async (group) => {
        const below = await list(ctx, group[0].options)
        const { rows } = await sql<
          ListRow & { list_parent_id: string }
        >`select parent.id as list_parent_id, page.*
          from unnest(${group.map((key) => key.parent)}::${sql.raw(parentType)}[]) with ordinality as parent(id, position)
          cross join lateral (
            select inner_page.*, row_number() over () as page_position from (${pageSql(below)}) as inner_page
          ) as page
          order by parent.position, page.page_position`.execute(ctx.em.getKysely<unknown>())
        const rowsOf = Map.groupBy(rows, (row) => row.list_parent_id)
        return new Map(
          group.map((key) => [
            key.parent,
            connectionOf(ctx.em, below, rowsOf.get(key.parent) ?? [], () =>
              totals(ctx, { ...key, list: below }),
            ),
          ]),
        )
      })
      return keys.map((key) => connections.get(key.signature)?.get(key.parent) as Connection<T>)
    },
    (key) => `${key.parent} ${key.signature}`,
  )
  return (ctx, parent, options) => pages(ctx, { parent, options, signature: JSON.stringify(options) })
}

async function bySignature<K extends { signature: string }, V>(
  keys: readonly K[],
  load: (group: [K, ...K[]]) => Promise<V>,
): Promise<Map<string, V>> {
  const groups = Map.groupBy(keys, (key) => key.signature)
  return new Map(
    await Promise.all(
      [...groups].map(async ([signature, group]) => [signature, await load(group as [K, ...K[]])] as const),
    ),
  )
}
