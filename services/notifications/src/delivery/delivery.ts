import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { DateTimeScalar, RequiresScopes } from "@plan43/subgraph"
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql"

export const DeliveryState = { WAITING: "WAITING", SENT: "SENT", FAILED: "FAILED" } as const
export type DeliveryState = keyof typeof DeliveryState
registerEnumType(DeliveryState, {
  name: "DeliveryState",
  valuesConfig: {
    WAITING: { description: "It is on its way, perhaps after attempts in vain" },
    FAILED: { description: "Every attempt was in vain; somebody has to look" },
  },
})

/** One message to one person about one notice. */
@Entity({ tableName: "delivery" })
@RequiresScopes("deliveries:read")
@ObjectType({ simpleResolvers: true, description: "One message by e-mail about one notice" })
export class Delivery {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Field(() => Int)
  @Property({ type: "integer" })
  version!: number

  @Field(() => String, { description: "To whom" })
  @Property({ type: "text" })
  address!: string

  @Property({ type: "uuid" })
  noticeId!: string

  @Field(() => DeliveryState)
  @Property({ type: "text" })
  state!: DeliveryState

  @Field(() => Int)
  @Property({ type: "integer" })
  attempts!: number

  @Field(() => String, { nullable: true, description: "What the last attempt in vain met" })
  @Property({ type: "text", nullable: true })
  lastError!: string | null

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  createdAt!: Date

  @Field(() => DateTimeScalar, { nullable: true })
  @Property({ type: "timestamptz", nullable: true })
  sentAt!: Date | null

  @Field(() => String, { description: "What happened, e.g. progress.returned" })
  @Property({ type: "text", persist: false })
  kind!: string
}
