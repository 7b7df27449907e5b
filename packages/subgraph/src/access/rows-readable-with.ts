import type { Scope } from "@plan43/authorization"
import { Directive } from "type-graphql"

/** Which of the rows that people record somebody reads; what was published everybody reads. */
export interface RowRule {
  /** Whoever has it reads every row. */
  all: Scope
  /** Whoever has it reads also what concerns the own agency; null where rows concern no agency. */
  own: Scope | null
}

/** The directive of {@link RowsReadableWith}, for the schemas of subgraphs; composition leaves it out. */
export const ROW_RULE_DIRECTIVE = "directive @rowRule(all: String!, own: String) on OBJECT | FIELD_DEFINITION"

/**
 * Says in the schema that rows of a type, or what a field is worked out from, are read by a rule. The rule is held by
 * the conditions of the statements that read them.
 */
export function RowsReadableWith({ all, own }: RowRule): MethodDecorator & ClassDecorator {
  return Directive(`@rowRule(all: "${all}"${own === null ? "" : `, own: "${own}"`})`)
}
