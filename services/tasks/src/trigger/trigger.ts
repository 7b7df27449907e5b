import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar } from "@plan43/subgraph"
import { Directive, Field, ID, Int, ObjectType } from "type-graphql"
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

  /** The record that it was merged into: both wait for the same document. */
  @Property({ type: "uuid", nullable: true })
  mergedInto!: string | null

  @Field(() => Int, { description: "Days from a task's start to its proposed due date" })
  @Property({ type: "integer" })
  dueDays!: number

  @Field(() => DateScalar, {
    nullable: true,
    description: "null until it is recorded as issued, or where it says none",
  })
  @Property({ type: "date", nullable: true })
  effectiveOn!: CalendarDate | null

  /** The day on which happened what the plan's words wait for; null while that is not known. */
  @Property({ type: "date", nullable: true })
  eventOn!: CalendarDate | null

  @Field(() => DateScalar, { nullable: true, description: "The day on which it was recorded as issued" })
  @Property({ type: "date", nullable: true })
  recordedOn!: CalendarDate | null

  @Property({ type: "text", nullable: true })
  ended!: "REPLACED" | "REPEALED" | null

  @Property({ type: "text", nullable: true })
  watcherId!: string | null

  @Property({ type: "text", nullable: true })
  watcherName!: string | null

  /** The address of a watcher whom a coordinator appointed. */
  @Property({ type: "text", nullable: true })
  watcherEmail!: string | null

  @Property({ type: "date", nullable: true })
  lastCheckedOn!: CalendarDate | null

  @Property({ type: "text", nullable: true })
  lastCheckedBy!: string | null

  @Field(() => Int, { description: "Grows with every change" })
  @Property({ type: "integer" })
  version!: number

  @Property({ type: "timestamptz", nullable: true })
  withdrawnAt!: Date | null
}
