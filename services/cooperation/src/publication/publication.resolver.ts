import {
  authored,
  ChangeInput,
  hasScope,
  type Outcome,
  payloadOf,
  RecordingPayload,
  type RequestContext,
  RequiresScopes,
  refusal,
} from "@plan43/subgraph"
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql"
import { CooperationActivity } from "../activity/cooperation-activity.ts"
import { Agreement } from "../agreement/agreement.ts"
import { Expert } from "../expert/expert.ts"
import { Partner } from "../partner/partner.ts"
import { CooperationRecordKind } from "./cooperation-record.ts"
import { setPublished } from "./set-published.ts"

@InputType()
export class SetPublishedInput extends ChangeInput {
  @Field(() => CooperationRecordKind)
  kind!: CooperationRecordKind

  @Field(() => Boolean, { description: "true shows the row to the public, false hides it again" })
  published!: boolean
}

@ObjectType({ simpleResolvers: true, description: "The row is in the field of its kind" })
export class SetPublishedPayload extends RecordingPayload {
  @Field(() => Partner, { nullable: true })
  partner?: Partner | null

  @Field(() => Agreement, { nullable: true })
  agreement?: Agreement | null

  @Field(() => CooperationActivity, { nullable: true })
  activity?: CooperationActivity | null

  @Field(() => Expert, { nullable: true })
  expert?: Expert | null
}

const ENTITIES = {
  [CooperationRecordKind.PARTNER]: Partner,
  [CooperationRecordKind.AGREEMENT]: Agreement,
  [CooperationRecordKind.ACTIVITY]: CooperationActivity,
  [CooperationRecordKind.EXPERT]: Expert,
} as const

@Resolver()
export class PublicationResolver {
  @RequiresScopes("cooperation:write")
  @Mutation(() => SetPublishedPayload, {
    description: "Shows a row to the public, or hides it again; an expert needs the scope experts:write",
  })
  async setPublished(
    @Arg("input", () => SetPublishedInput) input: SetPublishedInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SetPublishedPayload> {
    const { kind: table, published } = input
    if (table === CooperationRecordKind.EXPERT && !hasScope(ctx.viewer, "experts:write"))
      throw refusal(ctx.viewer, "Mutation.setPublished", ["experts:write"])
    const entity = ENTITIES[table] as new () => { id: string }
    const outcome: Outcome<{ id: string }> = await setPublished(authored(ctx), input, {
      entity,
      table,
      standing: input,
      published,
    })
    return payloadOf(table, outcome) as SetPublishedPayload
  }
}
