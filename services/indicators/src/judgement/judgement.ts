import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import type { JudgedState } from "./judged-state.ts"

/** What somebody judged an indicator without a figure to be, with evidence. Rows are added, never changed. */
@Entity({ tableName: "judgement" })
export class Judgement {
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  indicatorId!: string

  @Property({ type: "text" })
  state!: JudgedState

  @Property({ type: "date", fieldName: "judged_on" })
  on!: CalendarDate

  /** What the judgement rests on, e.g. the ranking and its page. */
  @Property({ type: "text" })
  evidence!: string

  /** Who published that. */
  @Property({ type: "text" })
  source!: string

  @Property({ type: "timestamptz" })
  recordedAt!: Date

  /** When another one took its place; null while it stands. */
  @Property({ type: "timestamptz", nullable: true })
  supersededAt!: Date | null
}
