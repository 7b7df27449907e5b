import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import {
  batched,
  type Connection,
  connectionType,
  DateScalar,
  DateTimeScalar,
  listPage,
  OrderDirection,
  type PageArguments,
  pageRequestOf,
  type RequestContext,
  RequiresScopes,
  rowById,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { Directive, Field, ID, ObjectType } from "type-graphql"
import type { ScoreContent } from "./score-content.ts"

/** Scorecards of a period that were kept as they were on the day of keeping. */
@Entity({ tableName: "scorecard_freeze" })
@Directive('@key(fields: "id")')
@RequiresScopes("scorecards:read", "scorecards:read:own")
@ObjectType({
  simpleResolvers: true,
  description:
    "Scorecards of a period that were kept as they were: what is recorded later changes nothing of them",
})
export class ScorecardFreeze {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Field(() => String)
  @Property({ type: "text" })
  name!: string

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  note!: string | null

  @Field(() => DateScalar, { description: "The first day of the period" })
  @Property({ type: "date", fieldName: "from_day" })
  from!: CalendarDate

  @Field(() => DateScalar, { description: "The last day of the period" })
  @Property({ type: "date", fieldName: "to_day" })
  to!: CalendarDate

  @Field(() => DateScalar, { description: "The day in Hanoi on which they were kept" })
  @Property({ type: "date" })
  recordedOn!: CalendarDate

  @Field(() => String, { description: "Who kept them" })
  @Property({ type: "text" })
  recordedByName!: string

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  createdAt!: Date

  @Property({ type: "integer" })
  version!: number
}

export const ScorecardFreezeConnection = connectionType("ScorecardFreeze", () => ScorecardFreeze)

/** A freeze by identifier. What of its scorecards somebody reads is decided of each of them. */
export const freezeById = rowById(ScorecardFreeze, () => ({
  from: sql`scorecard_freeze f`,
  columns: sql`f.*`,
  id: sql`f.id`,
  conditions: [],
}))

/** All freezes, of the last period first. */
export function findFreezes(ctx: RequestContext, page: PageArguments): Promise<Connection<ScorecardFreeze>> {
  return listPage(ctx, {
    entity: ScorecardFreeze,
    from: sql`scorecard_freeze f`,
    columns: sql`f.*`,
    conditions: [],
    ordering: {
      name: "TO_DAY",
      direction: OrderDirection.DESC,
      keys: [
        { expression: sql`f.to_day`, type: "date" },
        { expression: sql`f.id`, type: "uuid" },
      ],
    },
    page: pageRequestOf(page),
  })
}

/** What was kept, and its SHA-256 in hexadecimals. */
interface KeptContent {
  content: ScoreContent
  sha256: string
}

export const keptContentOf = batched(async ({ em }, freezeIds: readonly string[]): Promise<KeptContent[]> => {
  const { rows } = await sql<{ freeze_id: string; content: string; sha256: string }>`
    select freeze_id, content, sha256 from scorecard_content where freeze_id = any(${freezeIds}::uuid[])`.execute(
    em.getKysely<unknown>(),
  )
  const found = new Map(rows.map((row) => [row.freeze_id, row]))
  return freezeIds.map((id) => {
    const row = found.get(id)
    if (row === undefined) throw new Error(`scorecards ${id} were kept without their content`)
    return { content: JSON.parse(row.content) as ScoreContent, sha256: row.sha256 }
  })
})
