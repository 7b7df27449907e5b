import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { batched, type RequestContext } from "@plan43/subgraph"
import { sql } from "kysely"
import type { ScoreCriterionCode } from "./criterion.ts"
import { type ScoreMethod, WITHOUT_WEIGHTS } from "./score-method.ts"

/** A version of the method, with the weights that a coordinator recorded. Rows are added; what they say is never changed. */
@Entity({ tableName: "scorecard_method" })
export class RecordedMethod {
  @PrimaryKey({ type: "uuid" })
  id!: string

  /** From 2 on: the first is the one without weights. */
  @Property({ type: "integer" })
  number!: number

  @Property({ type: "integer" })
  criteriaVersion!: number

  @Property({ type: "text[]" })
  criteria!: ScoreCriterionCode[]

  /** In the order of the criteria. */
  @Property({ type: "integer[]" })
  weights!: number[]

  @Property({ type: "text" })
  basis!: string

  @Property({ type: "date" })
  effectiveFrom!: CalendarDate

  @Property({ type: "date" })
  recordedOn!: CalendarDate

  @Property({ type: "text" })
  recordedByName!: string

  @Property({ type: "integer" })
  version!: number
}

/** A method as it is written: whoever recorded it, and when; nobody the first. */
export interface WrittenMethod extends ScoreMethod {
  recordedOn: CalendarDate | null
  recordedByName: string | null
}

export function writtenMethodOf(row: RecordedMethod): WrittenMethod {
  const { number, criteriaVersion, basis, effectiveFrom, recordedOn, recordedByName } = row
  return {
    number,
    criteriaVersion,
    basis,
    effectiveFrom,
    recordedOn,
    recordedByName,
    weights: row.criteria.map((criterion, place) => ({ criterion, weight: Number(row.weights[place]) })),
  }
}

const everyMethod = batched(async ({ em }, keys: readonly "all"[]): Promise<WrittenMethod[][]> => {
  const { rows } = await sql<object>`select m.* from scorecard_method m order by m.number`.execute(
    em.getKysely<unknown>(),
  )
  const recorded = rows.map((row) => writtenMethodOf(em.map(RecordedMethod, row as never)))
  return keys.map(() => [{ ...WITHOUT_WEIGHTS, recordedOn: null, recordedByName: null }, ...recorded])
})

/** All versions of the method, the first one first; one statement. */
export function methodsOf(ctx: RequestContext): Promise<WrittenMethod[]> {
  return everyMethod(ctx, "all")
}
