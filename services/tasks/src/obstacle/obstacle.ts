import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import {
  connectionType,
  DateScalar,
  DateTimeScalar,
  RequiresScopes,
  RowsReadableWith,
} from "@plan43/subgraph"
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql"
import type { ObstacleState } from "./obstacle-state.ts"
import { OBSTACLES } from "./readable-obstacles.ts"

/** What stands in the way. The plan names no categories: these are our own reading. */
export const ObstacleCategory = {
  LEGAL: "LEGAL",
  FUNDING: "FUNDING",
  PEOPLE: "PEOPLE",
  PROCUREMENT: "PROCUREMENT",
  DATA_AND_INFRASTRUCTURE: "DATA_AND_INFRASTRUCTURE",
  COORDINATION: "COORDINATION",
  OTHER: "OTHER",
} as const
export type ObstacleCategory = keyof typeof ObstacleCategory
registerEnumType(ObstacleCategory, { name: "ObstacleCategory", description: "What stands in the way" })

/** To whom a proposal is addressed. */
export const ObstacleAddressee = {
  DEPARTMENT: "DEPARTMENT",
  CITY: "CITY",
  AGENCY: "AGENCY",
  CENTRAL_GOVERNMENT: "CENTRAL_GOVERNMENT",
} as const
export type ObstacleAddressee = keyof typeof ObstacleAddressee
registerEnumType(ObstacleAddressee, {
  name: "ObstacleAddressee",
  description: "To whom a proposal is addressed: the Department, the City, another agency, the centre",
})

/** What keeps an agency from doing its part, and what it proposes. */
@Entity({ tableName: "obstacle" })
@Directive('@key(fields: "id")')
@RequiresScopes("obstacles:read", "obstacles:read:own")
@RowsReadableWith(OBSTACLES)
@ObjectType({
  simpleResolvers: true,
  description: "What keeps an agency from doing its part (vướng mắc), and what it proposes",
})
export class Obstacle {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Field(() => Int, { description: "Its running number, as people call it: VM-12" })
  @Property({ type: "integer" })
  number!: number

  @Property({ type: "uuid" })
  agencyId!: string

  @Field(() => Boolean, { description: "Whether the coordinator recorded it for the agency" })
  @Property({ type: "boolean" })
  onBehalf!: boolean

  @Property({ type: "uuid", nullable: true })
  taskId!: string | null

  @Property({ type: "uuid", nullable: true })
  indicatorId!: string | null

  @Field(() => String)
  @Property({ type: "text" })
  title!: string

  @Field(() => String)
  @Property({ type: "text" })
  description!: string

  @Field(() => ObstacleCategory)
  @Property({ type: "text" })
  category!: ObstacleCategory

  @Field(() => String, { description: "What those who raised it ask for (kiến nghị)" })
  @Property({ type: "text" })
  proposal!: string

  @Field(() => ObstacleAddressee)
  @Property({ type: "text" })
  addressee!: ObstacleAddressee

  @Property({ type: "uuid", nullable: true })
  addressedAgencyId!: string | null

  @Property({ type: "uuid[]" })
  fileIds!: string[]

  @Property({ type: "text" })
  state!: ObstacleState

  @Property({ type: "text", nullable: true })
  stateBefore!: ObstacleState | null

  @Field(() => DateScalar, { description: "The day from which it has been in its state" })
  @Property({ type: "date" })
  stateSince!: CalendarDate

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day on which the next step is in time; null where none is awaited",
  })
  @Property({ type: "date", nullable: true })
  dueOn!: CalendarDate | null

  @Property({ type: "uuid", nullable: true })
  mergedInto!: string | null

  @Field(() => Int, { description: "Grows with every step" })
  @Property({ type: "integer" })
  version!: number

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  createdAt!: Date
}

export const ObstacleConnection = connectionType("Obstacle", () => Obstacle)
