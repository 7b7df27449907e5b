import type { CalendarDate } from "@plan43/calendar"
import {
  type Connection,
  connectionType,
  entityById,
  listPage,
  matchesText,
  OrderDirection,
  type PageArguments,
  pageRequestOf,
  type RequestContext,
} from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import { Field, InputType, registerEnumType } from "type-graphql"
import { ApiClient } from "./api-client.ts"
import { ApiClientState } from "./api-client-state.ts"

export const ApiClientConnection = connectionType("ApiClient", () => ApiClient)

@InputType({ description: "Which systems; conditions add up, values of one condition are alternatives" })
export class ApiClientFilter {
  @Field(() => String, {
    nullable: true,
    description: "Every word of name, owner, purpose and client id, without case and diacritics",
  })
  text?: string | null

  @Field(() => [ApiClientState], { nullable: true })
  state?: ApiClientState[] | null
}

export enum ApiClientOrderField {
  NAME = "NAME",
  REGISTERED_AT = "REGISTERED_AT",
  EXPIRES_ON = "EXPIRES_ON",
}
registerEnumType(ApiClientOrderField, { name: "ApiClientOrderField" })

@InputType()
export class ApiClientOrder {
  @Field(() => ApiClientOrderField)
  field!: ApiClientOrderField

  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC })
  direction!: OrderDirection
}

const ID_KEY = { expression: sql`c.id`, type: "uuid" } as const
const KEYS = {
  [ApiClientOrderField.NAME]: [{ expression: sql`c.name collate "vi-x-icu"`, type: "text" }, ID_KEY],
  [ApiClientOrderField.REGISTERED_AT]: [{ expression: sql`c.registered_at`, type: "timestamptz" }, ID_KEY],
  [ApiClientOrderField.EXPIRES_ON]: [{ expression: sql`c.expires_on`, type: "date" }, ID_KEY],
} as const

/** The same rule as `stateOn`, for a table under the alias c. */
function isIn(state: ApiClientState, today: CalendarDate): RawBuilder<SqlBool> {
  switch (state) {
    case "REVOKED":
      return sql<SqlBool>`c.revoked_at is not null`
    case "EXPIRED":
      return sql<SqlBool>`(c.revoked_at is null and c.expires_on < ${today}::date)`
    case "ACTIVE":
      return sql<SqlBool>`(c.revoked_at is null and c.expires_on >= ${today}::date)`
  }
}

function conditionsOf({ text, state }: ApiClientFilter, today: CalendarDate): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = []
  if (text != null) conditions.push(matchesText(sql`c.search_text`, text))
  if (state != null)
    conditions.push(
      state.length === 0
        ? sql<SqlBool>`false`
        : sql<SqlBool>`(${sql.join(
            state.map((one) => isIn(one, today)),
            sql` or `,
          )})`,
    )
  return conditions
}

/** The systems that a filter selects, by name when no order is asked for. */
export function findClients(
  ctx: RequestContext,
  filter: ApiClientFilter,
  order: ApiClientOrder | null,
  page: PageArguments,
): Promise<Connection<ApiClient>> {
  const field = order?.field ?? ApiClientOrderField.NAME
  return listPage(ctx, {
    entity: ApiClient,
    from: sql`api_client c`,
    columns: sql`c.*`,
    conditions: conditionsOf(filter, ctx.today),
    ordering: { name: field, direction: order?.direction ?? OrderDirection.ASC, keys: KEYS[field] },
    page: pageRequestOf(page),
  })
}

export const apiClientById = entityById(ApiClient)
