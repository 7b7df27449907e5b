import type { CalendarDate } from "@plan43/calendar"
import {
  badInput,
  type Connection,
  connectionType,
  DateScalar,
  listPage,
  matchesText,
  type PageArguments,
  pageRequestOf,
  type RequestContext,
} from "@plan43/subgraph"
import { subgraphs } from "@plan43/subgraph-list"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { Field, InputType } from "type-graphql"
import { AuditEntry } from "./audit-entry.ts"

export const AuditEntryConnection = connectionType("AuditEntry", () => AuditEntry)

@InputType({ description: "Which entries; conditions add up, values of one condition are alternatives" })
export class AuditFilter {
  @Field(() => String, {
    nullable: true,
    description: "Every word of author, action, thing, reason and content, without case and diacritics",
  })
  text?: string | null

  @Field(() => String, { nullable: true, description: "A person's subject, a client id, a program's name" })
  actor?: string | null

  @Field(() => [String], { nullable: true, description: "e.g. partner.updated" })
  action?: string[] | null

  @Field(() => [String], { nullable: true, description: "e.g. partner" })
  entity?: string[] | null

  @Field(() => String, { nullable: true })
  entityId?: string | null

  @Field(() => [String], { nullable: true, description: "e.g. cooperation" })
  service?: string[] | null

  @Field(() => DateScalar, { nullable: true, description: "On this day (Asia/Ho_Chi_Minh) or later" })
  from?: CalendarDate | null

  @Field(() => DateScalar, { nullable: true, description: "On this day (Asia/Ho_Chi_Minh) or earlier" })
  to?: CalendarDate | null
}

/** The services that keep a history, each in its own schema. */
const SERVICES: readonly string[] = [...subgraphs.map(({ name }) => name), "gateway", "identity"].sort()

/**
 * The entries of services as one table under the alias a. Its key grows with the entries of one service, so that
 * entries of the same instant have an order, too.
 */
function entriesOf(services: readonly string[]): RawBuilder<unknown> {
  if (services.length === 0) return sql`(select * from ${entriesOf(["access"])} where false) a`
  const tables = services.map(
    (service) => `
      select '${service}:' || id as id, '${service}:' || lpad(id::text, 19, '0') as key, '${service}' as service,
        at, actor, actor_kind, actor_name, actor_role, actor_agency_id as agency_id, address, action, entity, entity_id,
        before, after, reason, request_id, search_text
      from ${service}.audit_entry`,
  )
  return sql`(${sql.raw(tables.join(" union all "))}) a`
}

/** Those of the services that have begun a history: the provider of demonstration accounts runs nowhere else. */
async function withHistory(ctx: RequestContext, services: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ service: string }>`select service from unnest(${services}::text[]) as service
    where to_regclass(service || '.audit_entry') is not null`.execute(ctx.em.getKysely<unknown>())
  return rows.map(({ service }) => service)
}

/** @throws BAD_USER_INPUT with reason UNKNOWN_SERVICE */
function servicesIn({ service }: AuditFilter): readonly string[] {
  if (service == null) return SERVICES
  const unknown = service.find((name) => !SERVICES.includes(name))
  if (unknown !== undefined || service.length === 0)
    throw badInput({
      reason: "UNKNOWN_SERVICE",
      argument: "filter.service",
      message: `Không có dịch vụ “${unknown ?? ""}”; có: ${SERVICES.join(", ")}`,
    })
  return SERVICES.filter((name) => service.includes(name))
}

function startOf(day: CalendarDate): RawBuilder<Date> {
  return sql<Date>`(${day}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'`
}

function conditionsOf(filter: AuditFilter): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = []
  if (filter.text != null) conditions.push(matchesText(sql`a.search_text`, filter.text))
  if (filter.actor != null) conditions.push(sql<SqlBool>`a.actor = ${filter.actor}`)
  if (filter.action != null) conditions.push(sql<SqlBool>`a.action = any(${filter.action}::text[])`)
  if (filter.entity != null) conditions.push(sql<SqlBool>`a.entity = any(${filter.entity}::text[])`)
  if (filter.entityId != null) conditions.push(sql<SqlBool>`a.entity_id = ${filter.entityId}`)
  if (filter.from != null) conditions.push(sql<SqlBool>`a.at >= ${startOf(filter.from)}`)
  if (filter.to != null) conditions.push(sql<SqlBool>`a.at < ${startOf(filter.to)} + interval '1 day'`)
  return conditions
}

/** The entries that a filter selects, of all services, the newest first. */
export async function findAuditEntries(
  ctx: RequestContext,
  filter: AuditFilter,
  page: PageArguments,
): Promise<Connection<AuditEntry>> {
  const services = await withHistory(ctx, servicesIn(filter))
  return listPage(ctx, {
    entity: AuditEntry,
    from: entriesOf(services),
    columns: sql`a.id, a.service, a.at, a.actor, a.actor_kind, a.actor_name, a.actor_role, a.agency_id, a.address,
      a.action, a.entity, a.entity_id, a.before::text as before, a.after::text as after, a.reason, a.request_id`,
    conditions: conditionsOf(filter),
    ordering: {
      name: "AT",
      direction: "DESC",
      keys: [
        { expression: sql`a.at`, type: "timestamptz" },
        { expression: sql`a.key`, type: "text" },
      ],
    },
    page: pageRequestOf(page),
  })
}
