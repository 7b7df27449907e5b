import type { CalendarDate } from "@plan43/calendar"
import { type PathPoint, pathOfFacts } from "@plan43/indicator-assessment"
import {
  ChangeInput,
  DateScalar,
  RecordingInput,
  RecordingPayload,
  type RequestContext,
  RowsReadableWith,
} from "@plan43/subgraph"
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  InputType,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql"
import { factsOf } from "../assessment/assessment-of-indicator.ts"
import { factRecordingResolver } from "../fact/fact-recording.resolver.ts"
import { Indicator } from "../indicator/indicator.ts"
import { OBSERVATIONS } from "../reading/readable-data.ts"
import { baselineKnown, IndicatorBaseline } from "./indicator-baseline.ts"
import { IndicatorMilestone, milestonesKnown } from "./indicator-milestone.ts"
import {
  type BaselineDetails,
  type MilestoneDetails,
  recordBaseline,
  recordMilestone,
} from "./record-path.ts"

@InputType()
export class BaselineInput implements BaselineDetails {
  @Field(() => DateScalar, { description: "The day that the figure is of" })
  on!: CalendarDate

  @Field(() => Float)
  value!: number

  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description: "The unit that the value is meant in; refused unless it is the indicator's",
  })
  unit!: string | null

  @Field(() => String)
  source!: string

  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description: "Number of a document, or an address",
  })
  evidence!: string | null

  @Field(() => [ID], { defaultValue: [], description: "Files that prove it, uploaded before" })
  fileIds!: string[]
}

@InputType()
export class RecordBaselineInput extends RecordingInput {
  @Field(() => ID)
  indicatorId!: string

  @Field(() => BaselineInput)
  baseline!: BaselineInput
}

@InputType({ description: "Takes the place of the baseline; the reason must be given" })
export class CorrectBaselineInput extends ChangeInput {
  @Field(() => BaselineInput)
  baseline!: BaselineInput
}

@ObjectType({ simpleResolvers: true })
export class BaselinePayload extends RecordingPayload {
  @Field(() => IndicatorBaseline, { nullable: true })
  baseline!: IndicatorBaseline | null
}

@InputType()
export class MilestoneInput implements MilestoneDetails {
  @Field(() => DateScalar, { description: "The day by which it is to be reached" })
  on!: CalendarDate

  @Field(() => Float)
  value!: number

  @Field(() => String, { nullable: true, defaultValue: null })
  unit!: string | null

  @Field(() => String, { nullable: true, defaultValue: null, description: "What sets it" })
  source!: string | null

  @Field(() => [ID], { defaultValue: [], description: "Files that prove it, uploaded before" })
  fileIds!: string[]
}

@InputType()
export class RecordMilestoneInput extends RecordingInput {
  @Field(() => ID)
  indicatorId!: string

  @Field(() => MilestoneInput)
  milestone!: MilestoneInput
}

@InputType({ description: "Takes the place of a milestone; the reason must be given" })
export class CorrectMilestoneInput extends ChangeInput {
  @Field(() => MilestoneInput)
  milestone!: MilestoneInput
}

@ObjectType({ simpleResolvers: true })
export class MilestonePayload extends RecordingPayload {
  @Field(() => IndicatorMilestone, { nullable: true })
  milestone!: IndicatorMilestone | null
}

@RowsReadableWith(OBSERVATIONS)
@ObjectType({
  simpleResolvers: true,
  description: "A point of the way to a target; between points it is straight",
})
export class IndicatorPathPoint implements PathPoint {
  @Field(() => DateScalar)
  on!: CalendarDate

  @Field(() => Float)
  value!: number
}

/** The baselines that coordinators record. */
export const BaselineRecordingResolver = factRecordingResolver({
  entity: IndicatorBaseline,
  table: "indicator_baseline",
  name: "Baseline",
  payload: BaselinePayload,
  field: "baseline",
  recordInput: RecordBaselineInput,
  correctInput: CorrectBaselineInput,
  record: (ctx, request, about, { baseline }) => recordBaseline(ctx, request, about, baseline),
})

/** The milestones that coordinators record. */
export const MilestoneRecordingResolver = factRecordingResolver({
  entity: IndicatorMilestone,
  table: "indicator_milestone",
  name: "Milestone",
  payload: MilestonePayload,
  field: "milestone",
  recordInput: RecordMilestoneInput,
  correctInput: CorrectMilestoneInput,
  record: (ctx, request, about, { milestone }) => recordMilestone(ctx, request, about, milestone),
})

/** Where the way to a target begins, and what is to be reached on it. */
@Resolver(() => Indicator)
export class PathResolver {
  @FieldResolver(() => IndicatorBaseline, {
    nullable: true,
    description:
      "As known at the end of the day `asOf`, today when absent; null while nobody has supplied one",
  })
  baseline(
    @Root() { id }: Indicator,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<IndicatorBaseline | null> {
    return baselineKnown(ctx, { indicatorId: id, asOf: asOf ?? ctx.today })
  }

  @FieldResolver(() => [IndicatorMilestone], {
    description:
      "Figures on the way, the earliest first, as known at the end of the day `asOf`; today when absent",
  })
  milestones(
    @Root() { id }: Indicator,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<IndicatorMilestone[]> {
    return milestonesKnown(ctx, { indicatorId: id, asOf: asOf ?? ctx.today })
  }

  @FieldResolver(() => [IndicatorPathPoint], {
    description:
      "The way from the baseline over the milestones to the target, as known at the end of the day `asOf`; empty without a baseline",
  })
  async path(
    @Root() indicator: Indicator,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly IndicatorPathPoint[]> {
    const path = pathOfFacts(await factsOf(ctx, indicator, asOf ?? ctx.today))
    return (path ?? []).map(({ on, value }) => ({ on, value }))
  }
}
