import type { CalendarDate } from "@plan43/calendar"
import { EvidenceFile } from "@plan43/evidence"
import {
  authored,
  type Change,
  ChangeConnection,
  type Connection,
  DateScalar,
  hasScope,
  PageArguments,
  pageRequestOf,
  payloadOf,
  type RequestContext,
  RequiresScopes,
} from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql"
import { Agency, agencyReference } from "../agency/agency.ts"
import { filesOf } from "../evidence/files-of-tasks.ts"
import { historyOfObstacle } from "../history/history-of-obstacle.ts"
import { Indicator, indicatorReference } from "../indicator/indicator.ts"
import { taskById } from "../task/task.loader.ts"
import { Task } from "../task/task.ts"
import { advanceObstacle } from "./advance-obstacle.ts"
import {
  duplicatesOf,
  findObstacles,
  ObstacleFilter,
  ObstacleOrder,
  obstacleById,
  obstaclesOfIndicator,
  obstaclesOfTask,
  standingOf,
} from "./find-obstacles.ts"
import {
  AnswerObstacleInput,
  DecideObstacleInput,
  MergeObstacleInput,
  ObstaclePayload,
  ObstacleStepInput,
  RaiseObstacleInput,
  SendUpObstacleInput,
} from "./obstacle.input.ts"
import { Obstacle, ObstacleConnection } from "./obstacle.ts"
import { ObstacleDocument } from "./obstacle-document.ts"
import {
  movesIn,
  ObstacleAction,
  type ObstacleMove,
  type ObstaclePart,
  ObstacleState,
} from "./obstacle-state.ts"
import { answersOfObstacle, ObstacleStep, stateOfObstacleOn, stepsOfObstacle } from "./obstacle-step.ts"
import { isOwnObstacle } from "./own-agencies.ts"
import { raiseObstacle } from "./raise-obstacle.ts"

@Resolver(() => Obstacle)
export class ObstacleResolver {
  @RequiresScopes("obstacles:read", "obstacles:read:own")
  @Query(() => Obstacle, { nullable: true })
  obstacle(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<Obstacle | null> {
    return obstacleById(ctx, id)
  }

  @RequiresScopes("obstacles:read", "obstacles:read:own")
  @Query(() => ObstacleConnection, { description: "The latest first when no order is asked for" })
  obstacles(
    @Arg("filter", () => ObstacleFilter, { nullable: true }) filter: ObstacleFilter | null,
    @Arg("orderBy", () => ObstacleOrder, { nullable: true }) orderBy: ObstacleOrder | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Obstacle>> {
    return findObstacles(ctx, filter ?? {}, orderBy, page)
  }

  @RequiresScopes("obstacles:raise:own", "obstacles:write")
  @Mutation(() => ObstaclePayload)
  async raiseObstacle(
    @Arg("input", () => RaiseObstacleInput) input: RaiseObstacleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ObstaclePayload> {
    return payloadOf("obstacle", await raiseObstacle(authored(ctx), input, input))
  }

  @RequiresScopes("obstacles:write")
  @Mutation(() => ObstaclePayload, { description: "Screens it: the Department takes it on" })
  acceptObstacle(
    @Arg("input", () => ObstacleStepInput) input: ObstacleStepInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ObstaclePayload> {
    return advanced(ctx, "ACCEPT", input)
  }

  @RequiresScopes("obstacles:write")
  @Mutation(() => ObstaclePayload, { description: "Screens it: asks those who raised it a question" })
  returnObstacle(
    @Arg("input", () => ObstacleStepInput) input: ObstacleStepInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ObstaclePayload> {
    return advanced(ctx, "RETURN", input)
  }

  @RequiresScopes("obstacles:raise:own", "obstacles:write")
  @Mutation(() => ObstaclePayload, { description: "Answers the question that was asked" })
  replyToObstacle(
    @Arg("input", () => ObstacleStepInput) input: ObstacleStepInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ObstaclePayload> {
    return advanced(ctx, "REPLY", input)
  }

  @RequiresScopes("obstacles:write")
  @Mutation(() => ObstaclePayload, { description: "Ends it with a reason" })
  declineObstacle(
    @Arg("input", () => ObstacleStepInput) input: ObstacleStepInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ObstaclePayload> {
    return advanced(ctx, "DECLINE", input)
  }

  @RequiresScopes("obstacles:write")
  @Mutation(() => ObstaclePayload, { description: "Lets it go on as another one, whose answer goes to all" })
  mergeObstacle(
    @Arg("input", () => MergeObstacleInput) input: MergeObstacleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ObstaclePayload> {
    return advanced(ctx, "MERGE", input, { intoId: input.intoId })
  }

  @RequiresScopes("obstacles:write")
  @Mutation(() => ObstaclePayload, { description: "Undoes a merge: it goes on by itself as it was" })
  unmergeObstacle(
    @Arg("input", () => ObstacleStepInput) input: ObstacleStepInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ObstaclePayload> {
    return advanced(ctx, "UNMERGE", input)
  }

  @RequiresScopes("obstacles:write")
  @Mutation(() => ObstaclePayload, { description: "Puts it before the City" })
  sendUpObstacle(
    @Arg("input", () => SendUpObstacleInput) input: SendUpObstacleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ObstaclePayload> {
    return advanced(ctx, "SEND_UP", input, { document: input.document })
  }

  @RequiresScopes("obstacles:decide")
  @Mutation(() => ObstaclePayload, { description: "Records what the City decided" })
  decideObstacle(
    @Arg("input", () => DecideObstacleInput) input: DecideObstacleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ObstaclePayload> {
    return advanced(ctx, "DECIDE", input, { document: input.document })
  }

  @RequiresScopes("obstacles:write")
  @Mutation(() => ObstaclePayload, { description: "Answers all who raised it; that ends it" })
  answerObstacle(
    @Arg("input", () => AnswerObstacleInput) input: AnswerObstacleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ObstaclePayload> {
    return advanced(ctx, "ANSWER", input, { document: input.document })
  }

  @RequiresScopes("obstacles:raise:own", "obstacles:write")
  @Mutation(() => ObstaclePayload, { description: "Takes it back before it went to the City" })
  withdrawObstacle(
    @Arg("input", () => ObstacleStepInput) input: ObstacleStepInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ObstaclePayload> {
    return advanced(ctx, "WITHDRAW", input)
  }

  @FieldResolver(() => [EvidenceFile], { description: "What proves it" })
  files(@Root() { fileIds }: Obstacle, @Ctx() ctx: RequestContext): Promise<EvidenceFile[]> {
    return filesOf(ctx, fileIds)
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description: "Who raised it; null while agencies do not answer",
  })
  agency(@Root() { agencyId }: Obstacle): Agency {
    return agencyReference(agencyId)
  }

  @FieldResolver(() => Task, { nullable: true })
  async task(@Root() { taskId }: Obstacle, @Ctx() ctx: RequestContext): Promise<Task | null> {
    return taskId === null ? null : taskById(ctx, taskId)
  }

  @FieldResolver(() => Indicator, { nullable: true })
  indicator(@Root() { indicatorId }: Obstacle): Indicator | null {
    return indicatorId === null ? null : indicatorReference(indicatorId)
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description: "Where the proposal is addressed to an agency",
  })
  addressedAgency(@Root() { addressedAgencyId }: Obstacle): Agency | null {
    return addressedAgencyId === null ? null : agencyReference(addressedAgencyId)
  }

  @FieldResolver(() => ObstacleState, {
    nullable: true,
    description: "At the end of the day `asOf`, now when absent; null before it was raised",
  })
  async state(
    @Root() { id, state }: Obstacle,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<ObstacleState | null> {
    return asOf === null || asOf === undefined ? state : stateOfObstacleOn(ctx, { id, asOf })
  }

  @FieldResolver(() => Boolean, { description: "Whether the next step is late today" })
  overdue(@Root() { dueOn }: Obstacle, @Ctx() { today }: RequestContext): boolean {
    return dueOn !== null && dueOn < today
  }

  @FieldResolver(() => Obstacle, {
    nullable: true,
    description: "The one as which it goes on, where you may read that one",
  })
  async mergedInto(@Root() { mergedInto }: Obstacle, @Ctx() ctx: RequestContext): Promise<Obstacle | null> {
    return mergedInto === null ? null : obstacleById(ctx, mergedInto)
  }

  @FieldResolver(() => Int, { nullable: true, description: "The number of the one as which it goes on" })
  async mergedIntoNumber(
    @Root() { mergedInto }: Obstacle,
    @Ctx() ctx: RequestContext,
  ): Promise<number | null> {
    return mergedInto === null ? null : (await standingOf(ctx, mergedInto)).number
  }

  @FieldResolver(() => ObstacleState, {
    description: "Its state; of one that was merged, the state of the one as which it goes on",
  })
  async followedState(
    @Root() { state, mergedInto }: Obstacle,
    @Ctx() ctx: RequestContext,
  ): Promise<ObstacleState> {
    return mergedInto === null ? state : (await standingOf(ctx, mergedInto)).state
  }

  @FieldResolver(() => [Obstacle], {
    description: "Those that were merged into it, as far as you may read them",
  })
  duplicates(@Root() { id }: Obstacle, @Ctx() ctx: RequestContext): Promise<Obstacle[]> {
    return duplicatesOf(ctx, id)
  }

  @FieldResolver(() => [ObstacleStep], { description: "All that was done with it, the first first" })
  steps(@Root() { id }: Obstacle, @Ctx() ctx: RequestContext): Promise<ObstacleStep[]> {
    return stepsOfObstacle(ctx, id)
  }

  @FieldResolver(() => [ObstacleStep], {
    description: "What was decided and answered, also of the one as which it goes on",
  })
  answers(@Root() { id }: Obstacle, @Ctx() ctx: RequestContext): Promise<ObstacleStep[]> {
    return answersOfObstacle(ctx, id)
  }

  @FieldResolver(() => [ObstacleAction], { description: "What you may do with it now" })
  async possibleActions(@Root() obstacle: Obstacle, @Ctx() ctx: RequestContext): Promise<ObstacleAction[]> {
    return movesIn(obstacle.state, await partsOf(ctx, obstacle))
  }

  @FieldResolver(() => ChangeConnection, {
    description: "Who changed what of it, when and why; newest first",
  })
  history(
    @Root() obstacle: Obstacle,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfObstacle(ctx, obstacle.id, page)
  }
}

@Resolver(() => ObstacleDocument)
export class ObstacleDocumentResolver {
  @FieldResolver(() => [EvidenceFile], { description: "The files of it, to be fetched" })
  files(@Root() { fileIds }: ObstacleDocument, @Ctx() ctx: RequestContext): Promise<EvidenceFile[]> {
    return filesOf(ctx, fileIds)
  }
}

@Resolver(() => Task)
export class TaskObstaclesResolver {
  @RequiresScopes("obstacles:read", "obstacles:read:own")
  @FieldResolver(() => ObstacleConnection, {
    description: "Obstacles that were raised on it, the latest first",
  })
  obstacles(
    @Root() { id }: Task,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Obstacle>> {
    return obstaclesOfTask(ctx, id, pageRequestOf(page))
  }
}

@Resolver(() => Indicator)
export class IndicatorObstaclesResolver {
  @RequiresScopes("obstacles:read", "obstacles:read:own")
  @FieldResolver(() => ObstacleConnection, {
    description: "Obstacles that were raised on it, the latest first",
  })
  obstacles(
    @Root() { id }: Indicator,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Obstacle>> {
    return obstaclesOfIndicator(ctx, id, pageRequestOf(page))
  }
}

async function advanced(
  ctx: RequestContext,
  move: ObstacleMove,
  input: ObstacleStepInput,
  besides: { document?: ObstacleDocument | null; intoId?: string } = {},
): Promise<ObstaclePayload> {
  const { document = null, intoId = null } = besides
  const details = { words: input.words, document, intoId }
  return payloadOf("obstacle", await advanceObstacle(authored(ctx), input, move, input, details))
}

/** Whose part whoever is asking may take with an obstacle. */
async function partsOf(ctx: RequestContext, { id }: Obstacle): Promise<ObstaclePart[]> {
  const { viewer } = ctx
  const raiser =
    hasScope(viewer, "obstacles:write") ||
    (hasScope(viewer, "obstacles:raise:own") && (await isOwnObstacle(ctx, id)))
  return [
    ...(raiser ? (["RAISER"] as const) : []),
    ...(hasScope(viewer, "obstacles:write") ? (["COORDINATOR"] as const) : []),
    ...(hasScope(viewer, "obstacles:decide") ? (["CITY"] as const) : []),
  ]
}
