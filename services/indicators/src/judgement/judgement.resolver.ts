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
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql"
import { directedTargetKnown } from "../directive/directed-target.loader.ts"
import { PublishRecordInput, WithdrawRecordInput } from "../fact/fact.input.ts"
import { publishFact, withdrawFact } from "../fact/record-fact.ts"
import { Indicator } from "../indicator/indicator.ts"
import { JudgedState } from "./judged-state.ts"
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
}

@ObjectType({ simpleResolvers: true })
export class JudgementPayload extends RecordingPayload {
  @Field(() => Judgement, { nullable: true })
  judgement!: Judgement | null
}

/** What a coordinator judges by hand. */
@Resolver(() => Indicator)
export class JudgementResolver {
  @RequiresScopes("observations:write")
  @Mutation(() => JudgementPayload, {
    description: "Of a target without a figure; or that a target does not apply where no ranking is made",
  })
  async recordJudgement(
    @Arg("input", () => RecordJudgementInput) input: RecordJudgementInput,
    @Ctx() ctx: RequestContext,
  ): Promise<JudgementPayload> {
    const about = { indicatorId: input.indicatorId }
    return payloadOf("judgement", await recordJudgement(authored(ctx), input, about, input))
  }

  @RequiresScopes("observations:write")
  @Mutation(() => JudgementPayload)
  async correctJudgement(
    @Arg("input", () => CorrectJudgementInput) input: CorrectJudgementInput,
    @Ctx() ctx: RequestContext,
  ): Promise<JudgementPayload> {
    const about = { corrects: { id: input.id, version: input.version } }
    return payloadOf("judgement", await recordJudgement(authored(ctx), input, about, input))
  }

  @RequiresScopes("observations:write")
  @Mutation(() => JudgementPayload)
  async withdrawJudgement(
    @Arg("input", () => WithdrawRecordInput) input: WithdrawRecordInput,
    @Ctx() ctx: RequestContext,
  ): Promise<JudgementPayload> {
    const fact = { entity: Judgement, table: "judgement", standing: input } as const
    return payloadOf("judgement", await withdrawFact(authored(ctx), input, fact))
  }

  @RequiresScopes("observations:write")
  @Mutation(() => JudgementPayload)
  async setJudgementPublished(
    @Arg("input", () => PublishRecordInput) input: PublishRecordInput,
    @Ctx() ctx: RequestContext,
  ): Promise<JudgementPayload> {
    const { published } = input
    const fact = { entity: Judgement, table: "judgement", standing: input, published } as const
    return payloadOf("judgement", await publishFact(authored(ctx), input, fact))
  }

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
