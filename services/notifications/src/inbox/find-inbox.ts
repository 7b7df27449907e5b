import {
  type Connection,
  connectionType,
  listPage,
  OrderDirection,
  type PageArguments,
  pageRequestOf,
  type RequestContext,
} from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { Field, InputType } from "type-graphql"
import { NoticeTopic } from "../notice/notice-topic.ts"
import { personKeysOf } from "../recipient/person-keys.ts"
import { InboxEntry } from "./inbox-entry.ts"

export const InboxEntryConnection = connectionType("InboxEntry", () => InboxEntry)

@InputType({ description: "Which notices; conditions add up, values of one condition are alternatives" })
export class InboxFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: "True: only those that were not read; false: only those that were",
  })
  unread?: boolean | null

  @Field(() => [NoticeTopic], { nullable: true })
  topic?: NoticeTopic[] | null
}

/** Their own, and nobody else's. */
function ownedBy({ viewer }: Pick<RequestContext, "viewer">): RawBuilder<SqlBool> {
  return viewer === null ? sql<SqlBool>`false` : sql<SqlBool>`i.person = any(${personKeysOf(viewer)}::text[])`
}

/** The viewer's notices, the newest first. */
export function findInbox(
  ctx: RequestContext,
  { unread, topic }: InboxFilter,
  page: PageArguments,
): Promise<Connection<InboxEntry>> {
  const conditions = [ownedBy(ctx)]
  if (unread != null) conditions.push(sql<SqlBool>`(i.read_at is null) = ${unread}`)
  if (topic != null) conditions.push(sql<SqlBool>`n.topic = any(${topic}::text[])`)
  return listPage(ctx, {
    entity: InboxEntry,
    from: sql`inbox_entry i join notice n on n.id = i.notice_id`,
    columns: sql`i.id, i.person, i.at, i.read_at, n.kind, n.topic, n.subject_kind, n.subject_id, n.data`,
    conditions,
    ordering: {
      name: "AT",
      direction: OrderDirection.DESC,
      keys: [
        { expression: sql`i.at`, type: "timestamptz" },
        { expression: sql`i.id`, type: "uuid" },
      ],
    },
    page: pageRequestOf(page),
  })
}

/** How many notices the viewer has not read. */
export async function countUnread(ctx: RequestContext): Promise<number> {
  const { rows } = await sql<{ unread: number }>`select count(*)::integer as unread from inbox_entry i
    where i.read_at is null and ${ownedBy(ctx)}`.execute(ctx.em.getKysely<unknown>())
  return rows[0]?.unread ?? 0
}
