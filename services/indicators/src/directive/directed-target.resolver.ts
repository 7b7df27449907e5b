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
  Float,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql"
import { PublishRecordInput, WithdrawRecordInput } from "../fact/fact.input.ts"
import { publishFact, withdrawFact } from "../fact/record-fact.ts"
import { Indicator } from "../indicator/indicator.ts"
import { directedTargetKnown } from "./directed-target.loader.ts"
import { DirectedTarget, DirectedTargetKind } from "./directed-target.ts"
import { type DirectedTargetDetails, recordDirectedTarget } from "./record-directed-target.ts"

@InputType()
export class DirectedTargetInput implements DirectedTargetDetails {
  @Field(() => DirectedTargetKind)
  kind!: DirectedTargetKind

  @Field(() => Float, {
    nullable: true,
    defaultValue: null,
    description: "AT_LEAST, MORE_THAN, VALUE, RANGE",
  })
  minimum!: number | null

  @Field(() => Float, { nullable: true, defaultValue: null, description: "AT_MOST, RANGE" })
  maximum!: number | null

  @Field(() => String, { nullable: true, defaultValue: null, description: "What is directed in words" })
  note!: string | null

  @Field(() => String)
  documentNumber!: string

  @Field(() => DateScalar)
  documentIssuedOn!: CalendarDate

  @Field(() => String)
  documentIssuer!: string

  @Field(() => String, { nullable: true, defaultValue: null, description: "http or https" })
  documentLink!: string | null
}

@InputType()
export class RecordDirectedTargetInput extends RecordingInput {
  @Field(() => ID)
  indicatorId!: string

  @Field(() => DirectedTargetInput)
  target!: DirectedTargetInput
}

@InputType({ description: "Takes the place of what was directed; the reason must be given" })
export class CorrectDirectedTargetInput extends ChangeInput {
  @Field(() => DirectedTargetInput)
  target!: DirectedTargetInput
}

@ObjectType({ simpleResolvers: true })
export class DirectedTargetPayload extends RecordingPayload {
  @Field(() => DirectedTarget, { nullable: true })
  directedTarget!: DirectedTarget | null
}

/** What an authority directs where the plan leaves the target to it. */
@Resolver(() => Indicator)
export class DirectedTargetResolver {
  @RequiresScopes("observations:write")
  @Mutation(() => DirectedTargetPayload)
  async recordDirectedTarget(
    @Arg("input", () => RecordDirectedTargetInput) input: RecordDirectedTargetInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DirectedTargetPayload> {
    const about = { indicatorId: input.indicatorId }
    return payloadOf("directedTarget", await recordDirectedTarget(authored(ctx), input, about, input.target))
  }

  @RequiresScopes("observations:write")
  @Mutation(() => DirectedTargetPayload)
  async correctDirectedTarget(
    @Arg("input", () => CorrectDirectedTargetInput) input: CorrectDirectedTargetInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DirectedTargetPayload> {
    const about = { corrects: { id: input.id, version: input.version } }
    return payloadOf("directedTarget", await recordDirectedTarget(authored(ctx), input, about, input.target))
  }

  @RequiresScopes("observations:write")
  @Mutation(() => DirectedTargetPayload)
  async withdrawDirectedTarget(
    @Arg("input", () => WithdrawRecordInput) input: WithdrawRecordInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DirectedTargetPayload> {
    const fact = { entity: DirectedTarget, table: "directed_target", standing: input } as const
    return payloadOf("directedTarget", await withdrawFact(authored(ctx), input, fact))
  }

  @RequiresScopes("observations:write")
  @Mutation(() => DirectedTargetPayload)
  async setDirectedTargetPublished(
    @Arg("input", () => PublishRecordInput) input: PublishRecordInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DirectedTargetPayload> {
    const { published } = input
    const fact = { entity: DirectedTarget, table: "directed_target", standing: input, published } as const
    return payloadOf("directedTarget", await publishFact(authored(ctx), input, fact))
  }

  @FieldResolver(() => DirectedTarget, {
    nullable: true,
    description: "What an authority directed, as known at the end of the day `asOf`; today when absent",
  })
  directedTarget(
    @Root() { id }: Indicator,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<DirectedTarget | null> {
    return directedTargetKnown(ctx, { indicatorId: id, asOf: asOf ?? ctx.today })
  }
}
