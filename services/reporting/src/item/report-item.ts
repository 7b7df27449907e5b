import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { Field, ID, ObjectType, registerEnumType } from "type-graphql"

/** What a line of a report is about. */
export const ReportItemKind = { TASK: "TASK", INDICATOR: "INDICATOR" } as const
export type ReportItemKind = keyof typeof ReportItemKind
registerEnumType(ReportItemKind, { name: "ReportItemKind", description: "What a line of a report is about" })

/** A task or an indicator of the plan, as far as a report needs it. An import writes it. */
@Entity({ tableName: "report_item" })
@ObjectType({ simpleResolvers: true, description: "A task or an indicator of the plan that is reported on" })
export class ReportItem {
  @Field(() => ID, { description: "That of the task or indicator" })
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Field(() => ReportItemKind)
  @Property({ type: "text" })
  kind!: ReportItemKind

  @Field(() => String)
  @Property({ type: "text" })
  code!: string

  @Field(() => String, { description: "As printed" })
  @Property({ type: "text" })
  name!: string

  @Property({ type: "integer" })
  position!: number
}
