import { FieldResolver, Resolver, Root } from "type-graphql"
import { Indicator, referenceTo, Task } from "../reference/references.ts"
import { ReportItem } from "./report-item.ts"

@Resolver(() => ReportItem)
export class ReportItemResolver {
  @FieldResolver(() => Task, { nullable: true, description: "Of a line on a task" })
  task(@Root() { id, kind }: ReportItem): Task | null {
    return kind === "TASK" ? referenceTo(Task, id) : null
  }

  @FieldResolver(() => Indicator, { nullable: true, description: "Of a line on an indicator" })
  indicator(@Root() { id, kind }: ReportItem): Indicator | null {
    return kind === "INDICATOR" ? referenceTo(Indicator, id) : null
  }
}
