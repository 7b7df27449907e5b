import type { CalendarDate } from "@plan43/calendar"
import {
  authored,
  ChangeInput,
  DateScalar,
  payloadOf,
  RecordingInput,
  RecordingPayload,
  type RequestContext,
  RequiresScopes,
} from "@plan43/subgraph"
import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql"
import { CalendarException, CalendarExceptionKind } from "./calendar-exception.ts"
import { type ExceptionDetails, recordException, withdrawException } from "./record-exception.ts"

@InputType()
export class RecordCalendarExceptionInput extends RecordingInput implements ExceptionDetails {
  @Field(() => DateScalar)
  day!: CalendarDate

  @Field(() => CalendarExceptionKind)
  kind!: CalendarExceptionKind

  @Field(() => String)
  name!: string

  @Field(() => String, { description: "Who announced it, where" })
  source!: string
}

@InputType()
export class WithdrawCalendarExceptionInput extends ChangeInput {}

@ObjectType({ simpleResolvers: true })
export class CalendarExceptionPayload extends RecordingPayload {
  @Field(() => CalendarException, { nullable: true })
  exception!: CalendarException | null
}

@Resolver()
export class WorkingDayResolver {
  @Query(() => [CalendarException], {
    description: "The weekdays of a year on which offices are closed, and the weekends that are worked",
  })
  calendarExceptions(
    @Arg("year", () => Int) year: number,
    @Ctx() { em }: RequestContext,
  ): Promise<CalendarException[]> {
    const ofYear = (monthAndDay: string) => `${String(year).padStart(4, "0")}-${monthAndDay}` as CalendarDate
    return em.find(
      CalendarException,
      { withdrawnAt: null, day: { $gte: ofYear("01-01"), $lte: ofYear("12-31") } },
      { orderBy: { day: "asc" } },
    )
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
  @Mutation(() => CalendarExceptionPayload)
  async withdrawCalendarException(
    @Arg("input", () => WithdrawCalendarExceptionInput) input: WithdrawCalendarExceptionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CalendarExceptionPayload> {
    return payloadOf("exception", await withdrawException(authored(ctx), input, input))
  }
}
