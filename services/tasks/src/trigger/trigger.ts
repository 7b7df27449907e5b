import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar } from "@plan43/subgraph"
import { Directive, Field, ID, ObjectType } from "type-graphql"
import { TriggerEvent, TriggerKind } from "./trigger-kind.ts"

/** A document that tasks wait for, in the plan's words until somebody records it. */
@Entity({ tableName: "awaited_document" })
@Directive('@key(fields: "id")')
@ObjectType({ simpleResolvers: true, description: "A document or guidance that tasks wait for" })
export class Trigger {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  planId!: string

  @Field(() => TriggerKind)
  @Property({ type: "text" })
  kind!: TriggerKind

  @Field(() => String, { description: "Working title, in the plan's words" })
  @Property({ type: "text" })
  title!: string

  @Field(() => String, {
    nullable: true,
    description: "Who issues it, in the plan's words; null where it does not say",
  })
  @Property({ type: "text", nullable: true })
  issuer!: string | null

  @Field(() => TriggerEvent)
  @Property({ type: "text" })
  event!: TriggerEvent

  @Field(() => DateScalar, { nullable: true, description: "The task does not start before this day" })
  @Property({ type: "date", nullable: true })
  notBefore!: CalendarDate | null

  @Property({ type: "integer" })
  position!: number

  @Field(() => DateScalar, { nullable: true, description: "null until it is recorded as issued" })
  @Property({ type: "date", nullable: true })
  issuedOn!: CalendarDate | null

  @Field(() => String, { nullable: true, description: "Its number; null until it is recorded as issued" })
  @Property({ type: "text", nullable: true })
  number!: string | null

  @Property({ type: "timestamptz", nullable: true })
  withdrawnAt!: Date | null
}
