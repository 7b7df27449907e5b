import { RequiresScopes } from "@plan43/subgraph"
import { Field, ObjectType } from "type-graphql"
import { AgencyReport } from "../report/agency-report.ts"
import { WorkbookCheck, WorkbookProblem } from "./workbook-check.ts"

/** Whose report of a round a file that a coordinator uploaded is, by its identity sheet, and what it would bring into it. */
@RequiresScopes("reports:write")
@ObjectType({
  simpleResolvers: true,
  description: "Whose report of a round a file is, and what it would bring into it; nothing is recorded",
})
export class RecognisedWorkbook {
  @Field(() => AgencyReport, {
    nullable: true,
    description: "The report that it names; null: it is no form of this round",
  })
  report!: AgencyReport | null

  @Field(() => WorkbookCheck, { nullable: true, description: "null: nothing of it can be taken" })
  check!: WorkbookCheck | null

  @Field(() => WorkbookProblem, { nullable: true, description: "Why nothing of it can be taken" })
  problem!: WorkbookProblem | null
}
