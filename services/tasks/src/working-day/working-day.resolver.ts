import { type CalendarDate, dayOf } from "@plan43/calendar"
import {
  authored,
  badInput,
  type Change,
  ChangeConnection,
  ChangeInput,
  type Connection,
  DateScalar,
  entityById,
  PageArguments,
  payloadOf,
  RecordingInput,
  RecordingPayload,
  type RequestContext,
  RequiresScopes,
} from "@plan43/subgraph"
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql"
import { historyOfCalendarException } from "../history/history-of-calendar-exception.ts"
import { CalendarDocument, CalendarException, CalendarExceptionKind } from "./calendar-exception.ts"
import {
  correctException,
  type ExceptionDetails,
  exceptionsIn,
  recordException,
  withdrawException,
} from "./record-exception.ts"
import { type CalendarFinding, CalendarFindingKind, calendarFindings } from "./statutory-holidays.ts"

registerEnumType(CalendarFindingKind, {
  name: "CalendarFindingKind",
  description:
    "What is odd about the days off of a year, held against articles 111 and 112 of the Labour Code",
  valuesConfig: {
    HOLIDAY_MISSING: { description: "A holiday on a weekday that is not off" },
    COMPENSATION_MISSING: { description: "A holiday on a weekend without a day off after it" },
    TET_NOT_FIVE_DAYS: { description: "Fewer than five weekdays off around the lunar new year" },
    NATIONAL_DAY_NOT_TWO_DAYS: { description: "Fewer than two weekdays off around the National Day" },
    UNEXPLAINED_DAY_OFF: { description: "A day off that no holiday explains and no weekend is worked for" },
    SWAP_UNBALANCED: { description: "More weekends worked than days off in exchange" },
    LUNAR_DAYS_UNKNOWN: { description: "The lunar days of that year are not known here" },
  },
})

@ObjectType("CalendarFinding", {
  simpleResolvers: true,
  description: "Something about the days off of a year that is not as the law has it",
})
class CalendarFindingType implements CalendarFinding {
  @Field(() => CalendarFindingKind)
  kind!: CalendarFindingKind

  @Field(() => DateScalar, { nullable: true, description: "null where it is about the year" })
  day!: CalendarDate | null
}

@InputType()
export class RecordCalendarExceptionInput extends RecordingInput implements ExceptionDetails {
  @Field(() => DateScalar)
  day!: CalendarDate

  @Field(() => CalendarExceptionKind)
  kind!: CalendarExceptionKind

  @Field(() => String)
  name!: string

  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description: "Who announced it, where; as the document says when absent",
  })
  source!: string | null

  @Field(() => CalendarDocument, {
    nullable: true,
    defaultValue: null,
    description: "The announcement; a day without one stands as not confirmed",
  })
  document!: CalendarDocument | null
}

@InputType({ description: "What the day is by its announcement, which must be given" })
export class CorrectCalendarExceptionInput extends ChangeInput implements ExceptionDetails {
  @Field(() => DateScalar)
  day!: CalendarDate

  @Field(() => CalendarExceptionKind)
  kind!: CalendarExceptionKind

  @Field(() => String)
  name!: string

  @Field(() => String, { nullable: true, defaultValue: null })
  source!: string | null

  @Field(() => CalendarDocument)
  document!: CalendarDocument
}

@InputType({ description: "The announcement that it goes by, or a reason" })
export class WithdrawCalendarExceptionInput extends ChangeInput {
  @Field(() => CalendarDocument, { nullable: true, defaultValue: null })
  document!: CalendarDocument | null
}

@ObjectType({ simpleResolvers: true })
export class CalendarExceptionPayload extends RecordingPayload {
  @Field(() => CalendarException, { nullable: true })
  exception!: CalendarException | null
}

const exceptionById = entityById(CalendarException)

@Resolver(() => CalendarException)
export class WorkingDayResolver {
  @Query(() => [CalendarException], {
    description: "The weekdays of a year on which offices are closed, and the weekends that are worked",
  })
  calendarExceptions(
    @Arg("year", () => Int) year: number,
    @Ctx() ctx: RequestContext,
  ): Promise<CalendarException[]> {
    return exceptionsOf(ctx, year)
  }

  @Query(() => CalendarException, { nullable: true })
  async calendarException(
    @Arg("id", () => ID) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<CalendarException | null> {
    const exception = await exceptionById(ctx, id)
    return exception?.withdrawnAt == null ? exception : null
  }

  @Query(() => [CalendarFindingType], {
    description: "What of a year's days off and worked is not as the law has it; empty where nothing is",
  })
  async calendarFindings(
    @Arg("year", () => Int) year: number,
    @Ctx() ctx: RequestContext,
  ): Promise<CalendarFinding[]> {
    return calendarFindings(year, exceptionsIn(await exceptionsOf(ctx, year)))
  }

  @RequiresScopes("reminders:write")
  @Mutation(() => CalendarExceptionPayload)
  async recordCalendarException(
    @Arg("input", () => RecordCalendarExceptionInput) input: RecordCalendarExceptionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CalendarExceptionPayload> {
    return payloadOf("exception", await recordException(authored(ctx), input, input))
  }

  @RequiresScopes("reminders:write")
  @Mutation(() => CalendarExceptionPayload, {
    description: "Says anew what the day is, by its announcement; it is confirmed from then on",
  })
  async correctCalendarException(
    @Arg("input", () => CorrectCalendarExceptionInput) input: CorrectCalendarExceptionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CalendarExceptionPayload> {
    return payloadOf("exception", await correctException(authored(ctx), input, input, input))
  }

  @RequiresScopes("reminders:write")
  @Mutation(() => CalendarExceptionPayload)
  async withdrawCalendarException(
    @Arg("input", () => WithdrawCalendarExceptionInput) input: WithdrawCalendarExceptionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CalendarExceptionPayload> {
    return payloadOf("exception", await withdrawException(authored(ctx), input, input, input.document))
  }

  @RequiresScopes("reminders:write")
  @FieldResolver(() => ChangeConnection, {
    description: "Who changed what of it, when and why; newest first",
  })
  history(
    @Root() { id }: CalendarException,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfCalendarException(ctx, id, page)
  }
}

/** Years that calendars write with four digits. */
const [FIRST_YEAR, LAST_YEAR] = [1000, 9999]

function exceptionsOf({ em }: RequestContext, year: number): Promise<CalendarException[]> {
  if (year < FIRST_YEAR || year > LAST_YEAR)
    throw badInput({
      reason: "YEAR_OUT_OF_RANGE",
      argument: "year",
      message: `Năm ${year} nằm ngoài khoảng từ ${FIRST_YEAR} đến ${LAST_YEAR}`,
      details: { given: year },
    })
  return em.find(
    CalendarException,
    { withdrawnAt: null, day: { $gte: dayOf(year, 1, 1), $lte: dayOf(year, 12, 31) } },
    { orderBy: { day: "asc" } },
  )
}
