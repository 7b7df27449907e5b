import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { badInput, entityById, type RequestContext, uuidOf } from "@plan43/subgraph"
import { sql } from "kysely"

/** The plan that is meant when nobody names one. */
export const DEFAULT_PLAN_NUMBER = "43/KH-UBND"

/** What is known here of a plan: by what number people name it. */
@Entity({ tableName: "plan_reference" })
export class PlanReference {
  @PrimaryKey({ type: "uuid" })
  id!: string

  /** As printed, e.g. "43/KH-UBND"; numbers repeat between years. */
  @Property({ type: "text" })
  number!: string

  @Property({ type: "date" })
  issuedOn!: CalendarDate

  @Property({ type: "timestamptz", nullable: true })
  withdrawnAt!: Date | null
}

export const planReferenceById = entityById(PlanReference)

/**
 * The identifiers of the plans with that number or identifier, the latest first; none where there is no such plan.
 */
export async function planIdsOf(ctx: RequestContext, numberOrId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from plan_reference
    where (number = ${numberOrId} or id = ${uuidOf(numberOrId)}::uuid) and withdrawn_at is null
    order by issued_on desc`.execute(ctx.em.getKysely<unknown>())
  return rows.map(({ id }) => id)
}

/**
 * The identifiers of the plans that a filter names.
 * @throws BAD_USER_INPUT with reason UNKNOWN_PLAN
 */
export async function planIdsNamed(
  ctx: RequestContext,
  numberOrId: string,
  argument: string,
): Promise<string[]> {
  const ids = await planIdsOf(ctx, numberOrId)
  if (ids.length === 0)
    throw badInput({
      reason: "UNKNOWN_PLAN",
      argument,
      message: `Không có kế hoạch nào có số hoặc định danh “${numberOrId}”`,
      details: { given: numberOrId },
    })
  return ids
}
