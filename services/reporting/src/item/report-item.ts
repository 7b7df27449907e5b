import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { Field, ID, ObjectType, registerEnumType } from "type-graphql"

/** What a line of a report is about, in the order in which lines stand everywhere. */
export const ReportItemKind = { TASK: "TASK", INDICATOR: "INDICATOR", QUESTION: "QUESTION" } as const
export type ReportItemKind = keyof typeof ReportItemKind
registerEnumType(ReportItemKind, { name: "ReportItemKind", description: "What a line of a report is about" })

/** What of the plan is reported on line by line. */
export const PlanItemKind = { TASK: "TASK", INDICATOR: "INDICATOR" } as const
export type PlanItemKind = keyof typeof PlanItemKind
registerEnumType(PlanItemKind, {
  name: "PlanItemKind",
  description: "What of the plan is reported on line by line",
})

/** How a sentence calls what a line is about, before its code, e.g. "nhiệm vụ 85b". */
export const ITEM_KIND_IN_WORDS: Readonly<Record<ReportItemKind, string>> = {
  TASK: "nhiệm vụ",
  INDICATOR: "chỉ tiêu",
  QUESTION: "câu hỏi",
}

/**
 * What a line of a report is about: a task or an indicator of the plan, which an import writes, as far as a report needs
 * it; or a question of one round, which its opening writes.
 */
@Entity({ tableName: "report_item" })
@ObjectType({
  simpleResolvers: true,
  description: "What is reported on: a task or an indicator of the plan, or a question of a round",
})
export class ReportItem {
  @Field(() => ID, { description: "That of the task or indicator; its own of a question" })
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Field(() => ReportItemKind)
  @Property({ type: "text" })
  kind!: ReportItemKind

  @Field(() => String, { description: "As printed; of a question CH1, CH2 … in the order of its round" })
  @Property({ type: "text" })
  code!: string

  @Field(() => String, { description: "As printed; the words of a question" })
  @Property({ type: "text" })
  name!: string

  @Property({ type: "integer" })
  position!: number
}
