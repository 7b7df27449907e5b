import type { CalendarDate } from "@plan43/calendar"
import {
  ChangeInput,
  DateScalar,
  RecordingInput,
  RecordingPayload,
  type RequestContext,
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
import { factRecordingResolver } from "../fact/fact-recording.resolver.ts"
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

  @Field(() => [ID], { defaultValue: [], description: "Files that prove it, uploaded before" })
  fileIds!: string[]
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

/** The targets that coordinators record as directed. */
export const DirectedTargetRecordingResolver = factRecordingResolver({
  entity: DirectedTarget,
  table: "directed_target",
  name: "DirectedTarget",
  payload: DirectedTargetPayload,
  field: "directedTarget",
  recordInput: RecordDirectedTargetInput,
  correctInput: CorrectDirectedTargetInput,
  record: (ctx, request, about, { target }) => recordDirectedTarget(ctx, request, about, target),
})

/** What an authority directs where the plan leaves the target to it. */
@Resolver(() => Indicator)
export class DirectedTargetResolver {
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
