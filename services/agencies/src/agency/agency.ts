import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar } from "@plan43/subgraph"
import { Directive, Field, ID, ObjectType } from "type-graphql"
import { AgencyKind } from "./agency-kind.ts"

/** A body, or a class of bodies, that leads, coordinates or evaluates. */
@Entity({ tableName: "agency" })
@Directive('@key(fields: "id")')
@ObjectType({ simpleResolvers: true, description: "A body, or a class of bodies, that plans give work to" })
export class Agency {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Field(() => String, { description: "Short readable slug, e.g. so-khcn" })
  @Property({ type: "text" })
  code!: string

  @Field(() => String)
  @Property({ type: "text" })
  name!: string

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  shortName!: string | null

  @Field(() => [String], { description: "Other spellings in use, misprints of plans included" })
  @Property({ type: "text[]" })
  aliases!: string[]

  @Field(() => AgencyKind)
  @Property({ type: "text" })
  kind!: AgencyKind

  @Field(() => DateScalar, {
    nullable: true,
    description: "First day; null where it is not known or long past",
  })
  @Property({ type: "date", nullable: true })
  validFrom!: CalendarDate | null

  @Field(() => DateScalar, { nullable: true, description: "Last day; null while it exists" })
  @Property({ type: "date", nullable: true })
  validTo!: CalendarDate | null

  @Field(() => String, {
    nullable: true,
    description: "Where a fact about it comes from, or what is not known",
  })
  @Property({ type: "text", nullable: true })
  note!: string | null

  @Property({ type: "timestamptz", nullable: true })
  withdrawnAt!: Date | null
}

/** Whether an agency exists on a day. */
export function isActive(
  { validFrom, validTo }: Pick<Agency, "validFrom" | "validTo">,
  on: CalendarDate,
): boolean {
  return (validFrom === null || validFrom <= on) && (validTo === null || on <= validTo)
}
