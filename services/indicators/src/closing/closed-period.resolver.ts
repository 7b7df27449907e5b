import { type CalendarDate, todayInHanoi } from "@plan43/calendar"
import {
  authored,
  type Change,
  ChangeConnection,
  ChangeInput,
  type Connection,
  connectionType,
  DateScalar,
  entityById,
  hasScope,
  listPage,
  PageArguments,
  pageRequestOf,
  payloadOf,
  RecordingInput,
  RecordingPayload,
  type RequestContext,
  RequiresScopes,
} from "@plan43/subgraph"
import { type SqlBool, sql } from "kysely"
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql"
import { historyOfClosedPeriod } from "../history/history-of-closed-period.ts"
import { closePeriod, reopenPeriod } from "./close-period.ts"
import { ClosedPeriod } from "./closed-period.ts"

@InputType()
export class ClosePeriodInput extends RecordingInput {
  @Field(() => String, {
    description: "2025, 2025-H1, 2025-Q3 or 2025-07; what lies within it is closed with it",
  })
  periodKey!: string
}

@InputType({ description: "Which period is opened again; the reason must be given" })
export class ReopenPeriodInput extends ChangeInput {}

@ObjectType({ simpleResolvers: true })
export class ClosedPeriodPayload extends RecordingPayload {
  @Field(() => ClosedPeriod, { nullable: true })
  closedPeriod!: ClosedPeriod | null
}

/** Whoever has one of these knows who closed what, and what was opened again. */
const HISTORY = ["observations:read", "observations:read:own"] as const

const mayReadHistory = ({ viewer }: RequestContext): boolean => hasScope(viewer, ...HISTORY)

const closedPeriodById = entityById(ClosedPeriod)

const ClosedPeriodConnection = connectionType("ClosedPeriod", () => ClosedPeriod)

@Resolver(() => ClosedPeriod)
export class ClosedPeriodResolver {
  @Query(() => ClosedPeriod, {
    nullable: true,
    description: "One that was opened again is found by whoever may read its history",
  })
  async closedPeriod(
    @Arg("id", () => ID) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<ClosedPeriod | null> {
    const period = await closedPeriodById(ctx, id)
    return period?.withdrawnAt == null || mayReadHistory(ctx) ? period : null
  }

  @Query(() => ClosedPeriodConnection, { description: "Periods that are closed today, the latest first" })
  closedPeriods(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<ClosedPeriod>> {
    return listPage(ctx, {
      entity: ClosedPeriod,
      from: sql`closed_period p`,
      columns: sql`p.*`,
      conditions: [sql<SqlBool>`p.withdrawn_at is null`],
      ordering: {
        name: "LATEST",
        direction: "DESC",
        keys: [
          { expression: sql`p.period_end`, type: "date" },
          { expression: sql`p.id`, type: "uuid" },
        ],
      },
      page: pageRequestOf(page),
    })
  }

  @RequiresScopes(...HISTORY)
  @Query(() => ClosedPeriodConnection, {
    description:
      "The last closings of periods that were opened again and are not closed today, the latest opened first",
  })
  reopenedPeriods(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<ClosedPeriod>> {
    return listPage(ctx, {
      entity: ClosedPeriod,
      from: sql`(select distinct on (period_key) * from closed_period
        order by period_key, withdrawn_at desc nulls first) p`,
      columns: sql`p.*`,
      conditions: [sql<SqlBool>`p.withdrawn_at is not null`],
      ordering: {
        name: "LATEST",
        direction: "DESC",
        keys: [
          { expression: sql`p.withdrawn_at`, type: "timestamptz" },
          { expression: sql`p.id`, type: "uuid" },
        ],
      },
      page: pageRequestOf(page),
    })
  }

  @RequiresScopes("observations:write")
  @Mutation(() => ClosedPeriodPayload, {
    description: "From then on no figure within the period is recorded, corrected or withdrawn",
  })
  async closePeriod(
    @Arg("input", () => ClosePeriodInput) input: ClosePeriodInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ClosedPeriodPayload> {
    return payloadOf("closedPeriod", await closePeriod(authored(ctx), input, input.periodKey))
  }

  @RequiresScopes("observations:write")
  @Mutation(() => ClosedPeriodPayload)
  async reopenPeriod(
    @Arg("input", () => ReopenPeriodInput) input: ReopenPeriodInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ClosedPeriodPayload> {
    return payloadOf("closedPeriod", await reopenPeriod(authored(ctx), input, input))
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The name of who closed it; null for the public",
  })
  closedBy(@Root() { closedBy }: ClosedPeriod, @Ctx() ctx: RequestContext): string | null {
    return mayReadHistory(ctx) ? closedBy : null
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: "null while it is closed" })
  reopenedOn(@Root() { withdrawnAt }: ClosedPeriod): CalendarDate | null {
    return withdrawnAt && todayInHanoi({ now: () => withdrawnAt })
  }

  @RequiresScopes(...HISTORY)
  @FieldResolver(() => ChangeConnection, {
    description:
      "Who closed the period and opened it again, when and why, as often as that was; newest first",
  })
  history(
    @Root() { id }: ClosedPeriod,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfClosedPeriod(ctx, id, page)
  }
}
