import {
  authored,
  payloadOf,
  RecordingInput,
  RecordingPayload,
  type RequestContext,
  RequiresScopes,
} from "@plan43/subgraph"
import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql"
import { NoticeTopic } from "../notice/notice-topic.ts"
import { type ChosenPreference, choosePreference, preferenceOf } from "./choose-preference.ts"
import { NoticePreference } from "./notice-preference.ts"

@InputType()
export class ChooseNoticesInput extends RecordingInput implements ChosenPreference {
  @Field(() => Int, { description: "The version that the choice is based on" })
  version!: number

  @Field(() => [NoticeTopic])
  muted!: NoticeTopic[]

  @Field(() => Boolean)
  byEmail!: boolean

  @Field(() => Boolean)
  digest!: boolean
}

@ObjectType({ simpleResolvers: true })
export class ChooseNoticesPayload extends RecordingPayload {
  @Field(() => NoticePreference, { nullable: true })
  preference!: NoticePreference | null
}

@Resolver()
export class PreferenceResolver {
  @RequiresScopes("notifications:own")
  @Query(() => NoticePreference, { nullable: true, description: "How the viewer wishes to be told" })
  noticePreference(@Ctx() ctx: RequestContext): Promise<NoticePreference> {
    return preferenceOf(ctx)
  }

  @RequiresScopes("notifications:own")
  @Mutation(() => ChooseNoticesPayload)
  async chooseNotices(
    @Arg("input", () => ChooseNoticesInput) input: ChooseNoticesInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ChooseNoticesPayload> {
    return payloadOf("preference", await choosePreference(authored(ctx), input, input.version, input))
  }
}
