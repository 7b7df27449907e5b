import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar } from "@plan43/subgraph"
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql"

export const CalendarExceptionKind = { OFF: "OFF", WORKED: "WORKED" } as const
export type CalendarExceptionKind = keyof typeof CalendarExceptionKind
registerEnumType(CalendarExceptionKind, {
  name: "CalendarExceptionKind",
  valuesConfig: {
    OFF: { description: "A weekday on which offices are closed" },
    WORKED: { description: "A day of the weekend that is worked in exchange for another" },
  },
})

/** A day that is not what its place in the week says. */
@Entity({ tableName: "calendar_exception" })
@ObjectType({ simpleResolvers: true, description: "A day that is not what its place in the week says" })
export class CalendarException {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Field(() => Int)
  @Property({ type: "integer" })
  version!: number

  @Field(() => DateScalar)
  @Property({ type: "date" })
  day!: CalendarDate

  @Field(() => CalendarExceptionKind)
  @Property({ type: "text" })
  kind!: CalendarExceptionKind

  @Field(() => String)
  @Property({ type: "text" })
  name!: string

  @Field(() => String, { description: "Who announced it, where" })
  @Property({ type: "text" })
  source!: string

  @Property({ type: "timestamptz", nullable: true })
  withdrawnAt!: Date | null
}
