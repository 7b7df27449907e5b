import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { DateTimeScalar, RequiresScopes } from "@plan43/subgraph"
import { Directive, Field, ID, Int, ObjectType } from "type-graphql"
import { PlanItemKind } from "../item/report-item.ts"

/** What a round asks for, recorded once and chosen when one is created; what was chosen can still be changed in the round. */
@Entity({ tableName: "report_template" })
@Directive('@key(fields: "id")')
@RequiresScopes("reports:read")
@ObjectType({
  simpleResolvers: true,
  description: "What a round asks for, recorded once for many rounds",
})
export class ReportTemplate {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Field(() => String)
  @Property({ type: "text" })
  name!: string

  @Field(() => String, { nullable: true, description: "On what it rests, or what it is for" })
  @Property({ type: "text", nullable: true })
  note!: string | null

  @Field(() => [PlanItemKind], { description: "Of which a line each is asked for; none: questions alone" })
  @Property({ type: "text[]" })
  itemKinds!: PlanItemKind[]

  @Field(() => [String], {
    description:
      "Numerals of the sections whose tasks are asked for; none: all. An indicator stands in no section",
  })
  @Property({ type: "text[]" })
  sections!: string[]

  @Field(() => String, { nullable: true, description: "A question on each line" })
  @Property({ type: "text", nullable: true })
  questions!: string | null

  @Property({ type: "uuid[]" })
  agencyIds!: string[]

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "From then on no round is filled in from it; null while one can be",
  })
  @Property({ type: "timestamptz", nullable: true })
  withdrawnAt!: Date | null

  @Field(() => Int, { description: "Grows with every change" })
  @Property({ type: "integer" })
  version!: number

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  createdAt!: Date

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  updatedAt!: Date
}
