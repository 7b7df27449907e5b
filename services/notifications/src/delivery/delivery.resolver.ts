import {
  authored,
  ChangeInput,
  type Connection,
  PageArguments,
  payloadOf,
  RecordingPayload,
  type RequestContext,
  RequiresScopes,
} from "@plan43/subgraph"
import { sql } from "kysely"
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql"
import { Delivery } from "./delivery.ts"
import { DeliveryConnection, DeliveryFilter, findDeliveries } from "./find-deliveries.ts"
import { retryDelivery } from "./retry-delivery.ts"

@InputType()
export class RetryDeliveryInput extends ChangeInput {}

@ObjectType({ simpleResolvers: true })
export class DeliveryPayload extends RecordingPayload {
  @Field(() => Delivery, { nullable: true })
  delivery!: Delivery | null
}

@Resolver(() => Delivery)
export class DeliveryResolver {
  @RequiresScopes("deliveries:read")
  @Query(() => DeliveryConnection, { nullable: true, description: "Messages by e-mail, the newest first" })
  deliveries(
    @Arg("filter", () => DeliveryFilter, { nullable: true }) filter: DeliveryFilter | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Delivery>> {
    return findDeliveries(ctx, filter ?? {}, page)
  }

  @RequiresScopes("deliveries:write")
  @Mutation(() => DeliveryPayload, { description: "Puts a message that failed on its way again" })
  async retryDelivery(
    @Arg("input", () => RetryDeliveryInput) input: RetryDeliveryInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DeliveryPayload> {
    return payloadOf("delivery", await retryDelivery(authored(ctx), input, input))
  }

  @FieldResolver(() => String, { description: "What happened, e.g. progress.returned" })
  async kind(@Root() delivery: Delivery, @Ctx() ctx: RequestContext): Promise<string> {
    // A list brings it along; a row that was just changed does not.
    if (delivery.kind !== undefined) return delivery.kind
    const { rows } = await sql<{
      kind: string
    }>`select kind from notice where id = ${delivery.noticeId}::uuid`.execute(ctx.em.getKysely<unknown>())
    return rows[0]?.kind ?? ""
  }
}
