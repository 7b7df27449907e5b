import type { CalendarDate } from "@plan43/calendar"
import { JudgedState } from "@plan43/indicator-assessment"
import {
  ChangeInput,
  DateScalar,
  RecordingInput,
  RecordingPayload,
  type RequestContext,
} from "@plan43/subgraph"
import { Arg, Ctx, Field, FieldResolver, ID, InputType, ObjectType, Resolver, Root } from "type-graphql"
import { directedTargetKnown } from "../directive/directed-target.loader.ts"
import { factRecordingResolver } from "../fact/fact-recording.resolver.ts"
import { Indicator } from "../indicator/indicator.ts"
import { judgementsKnown } from "./judgement.loader.ts"
import { Judgement } from "./judgement.ts"
import { type JudgementDetails, judgeable, recordJudgement } from "./record-judgement.ts"

@InputType()
export class RecordJudgementInput extends RecordingInput implements JudgementDetails {
  @Field(() => ID)
  indicatorId!: string

  @Field(() => JudgedState)
  state!: JudgedState

  @Field(() => DateScalar, { description: "The day of which it speaks" })
  on!: CalendarDate

  @Field(() => String, { description: "What it rests on, e.g. the ranking and its page" })
  evidence!: string

  @Field(() => String, { description: "Who published that" })
  source!: string

  @Field(() => [ID], { defaultValue: [], description: "Files that prove it, uploaded before" })
  fileIds!: string[]
}

@InputType({ description: "Takes the place of a judgement; the reason must be given" })
export class CorrectJudgementInput extends ChangeInput implements JudgementDetails {
  @Field(() => JudgedState)
  state!: JudgedState

  @Field(() => DateScalar)
  on!: CalendarDate

  @Field(() => String)
  evidence!: string

  @Field(() => String)
  source!: string

  @Field(() => [ID], { defaultValue: [], description: "Files that prove it, uploaded before" })
  fileIds!: string[]
}

@ObjectType({ simpleResolvers: true })
export class JudgementPayload extends RecordingPayload {
  @Field(() => Judgement, { nullable: true })
  judgement!: Judgement | null
}

/** The judgements of coordinators. */
export const JudgementRecordingResolver = factRecordingResolver({
  entity: Judgement,
  table: "judgement",
  name: "Judgement",
  description: "Of a target without a figure; or that a target does not apply where no ranking is made",
  payload: JudgementPayload,
  field: "judgement",
  recordInput: RecordJudgementInput,
  correctInput: CorrectJudgementInput,
  record: recordJudgement,
})

/** What a coordinator judges by hand. */
@Resolver(() => Indicator)
export class JudgementResolver {
  @FieldResolver(() => [Judgement], {
    description: "The latest first, as known at the end of the day `asOf`; today when absent",
  })
  judgements(
    @Root() { id }: Indicator,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Judgement[]> {
    return judgementsKnown(ctx, { indicatorId: id, asOf: asOf ?? ctx.today })
  }

  @FieldResolver(() => [JudgedState], {
    description: "What a coordinator may judge it to be; empty where figures alone decide",
  })
  async judgeable(@Root() { id, target }: Indicator, @Ctx() ctx: RequestContext): Promise<JudgedState[]> {
    const directed = await directedTargetKnown(ctx, { indicatorId: id, asOf: ctx.today })
    return [...judgeable({ kind: directed?.kind ?? target.kind, note: target.note })]
  }
}
