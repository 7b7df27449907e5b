import { Entity, Property } from "@mikro-orm/decorators/legacy"
import { DecimalType } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, RowsReadableWith } from "@plan43/subgraph"
import { Field, Float, ObjectType, registerEnumType } from "type-graphql"
import { ProvedFact } from "../fact/proved-fact.ts"
import { OBSERVATIONS } from "../reading/readable-data.ts"

/** What an authority may direct where the plan prints “theo chỉ đạo”. */
export const DirectedTargetKind = {
  AT_LEAST: "AT_LEAST",
  MORE_THAN: "MORE_THAN",
  AT_MOST: "AT_MOST",
  VALUE: "VALUE",
  RANGE: "RANGE",
  QUALITATIVE: "QUALITATIVE",
} as const
export type DirectedTargetKind = keyof typeof DirectedTargetKind

registerEnumType(DirectedTargetKind, {
  name: "DirectedTargetKind",
  description: "How a directed target is meant; the words of TargetKind",
})

/** The target that an authority directed for an indicator whose target the plan leaves to it, with its document. */
@Entity({ tableName: "directed_target" })
@RowsReadableWith(OBSERVATIONS)
@ObjectType({
  simpleResolvers: true,
  description: "The target that an authority directed where the plan leaves it to that",
})
export class DirectedTarget extends ProvedFact {
  @Field(() => DirectedTargetKind)
  @Property({ type: "text" })
  kind!: DirectedTargetKind

  @Field(() => Float, {
    nullable: true,
    description: "The least (AT_LEAST, MORE_THAN, RANGE), or the figure (VALUE)",
  })
  @Property({ type: new DecimalType("number"), nullable: true })
  minimum!: number | null

  @Field(() => Float, { nullable: true, description: "The most (AT_MOST, RANGE)" })
  @Property({ type: new DecimalType("number"), nullable: true })
  maximum!: number | null

  @Field(() => String, { nullable: true, description: "Words beside the figure, or in place of one" })
  @Property({ type: "text", nullable: true })
  note!: string | null

  @Field(() => String, { description: "Of the document that directs it" })
  @Property({ type: "text" })
  documentNumber!: string

  @Field(() => DateScalar)
  @Property({ type: "date" })
  documentIssuedOn!: CalendarDate

  @Field(() => String)
  @Property({ type: "text" })
  documentIssuer!: string

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  documentLink!: string | null
}
