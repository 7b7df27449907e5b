import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import {
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  type RequestContext,
  RequiresScopes,
  recordRow,
  type StandingRow,
} from "@plan43/subgraph"
import { Field, ID, Int, ObjectType } from "type-graphql"
import { LONGEST_TERM, SHORTEST_TERM } from "./obstacle-clock.ts"
import { ObstacleState, type WaitingState } from "./obstacle-state.ts"

/**
 * How long a step may take. The plan says nothing of it: the days with which the table begins are our own reading, short where
 * only a desk is concerned, longer where another body has to meet.
 */
@Entity({ tableName: "obstacle_term" })
@RequiresScopes("obstacles:read", "obstacles:read:own")
@ObjectType({ simpleResolvers: true, description: "How many days an obstacle may stay in a state" })
export class ObstacleTerm {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Field(() => ObstacleState)
  @Property({ type: "text" })
  state!: WaitingState

  @Property({ type: "integer" })
  position!: number

  @Field(() => Int, { description: "Calendar days, the day of the step not counted" })
  @Property({ type: "integer" })
  days!: number

  @Field(() => Int, { description: "Grows with every change" })
  @Property({ type: "integer" })
  version!: number
}

/** The terms of all steps, in the order of the steps. */
export function obstacleTerms({ em }: Pick<RequestContext, "em">): Promise<ObstacleTerm[]> {
  return em.find(ObstacleTerm, {}, { orderBy: { position: "asc" } })
}

/**
 * Sets how long a step may take; it counts for steps that begin from then on.
 * @returns the term, or refusals: those of `recordRow`, DAYS_OUT_OF_RANGE
 */
export async function setObstacleTerm(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  days: number,
): Promise<Outcome<ObstacleTerm>> {
  if (days < SHORTEST_TERM || days > LONGEST_TERM)
    return {
      refusals: [
        {
          reason: "DAYS_OUT_OF_RANGE",
          field: "days",
          message: `Số ngày là ${days}; cần từ ${SHORTEST_TERM} đến ${LONGEST_TERM}`,
        },
      ],
    }
  return recordRow(ctx, request, {
    entity: ObstacleTerm,
    table: "obstacle_term",
    standing,
    columns: { days: String(days) },
  })
}
