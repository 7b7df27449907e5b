import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { Directive, Field, ID, ObjectType } from "type-graphql"
import { CooperationProgrammeKind, CooperationTheme } from "./programme-theme.ts"

/** What the plan itself says about international cooperation: a task of Annex II or a measure of part II. */
@Entity({ tableName: "programme" })
@Directive('@key(fields: "id")')
@ObjectType({
  simpleResolvers: true,
  description:
    "What the plan itself says about international cooperation: a task of Annex II or a measure of part II",
})
export class CooperationProgramme {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  planId!: string

  @Field(() => String, { description: "e.g. task-93, measure-7.1" })
  @Property({ type: "text" })
  code!: string

  @Field(() => String, { description: "The plan's words" })
  @Property({ type: "text" })
  title!: string

  @Field(() => CooperationProgrammeKind)
  @Property({ type: "text" })
  kind!: CooperationProgrammeKind

  @Field(() => CooperationTheme)
  @Property({ type: "text" })
  theme!: CooperationTheme

  @Property({ type: "uuid", nullable: true })
  taskId!: string | null

  @Property({ type: "uuid", nullable: true })
  measureId!: string | null

  /** The lead agencies of the task, in printed order; empty for a measure. */
  @Property({ type: "uuid[]" })
  leadIds!: string[]

  @Property({ type: "uuid[]" })
  relatedTaskIds!: string[]

  @Property({ type: "uuid[]" })
  relatedIndicatorIds!: string[]

  @Property({ type: "text" })
  document!: string

  /** Code of the task, or number of the measure. */
  @Property({ type: "text" })
  sourceRow!: string

  @Property({ type: "integer" })
  position!: number

  @Property({ type: "integer" })
  line!: number

  @Property({ type: "integer" })
  lastLine!: number

  @Property({ type: "timestamptz", nullable: true })
  withdrawnAt!: Date | null
}
