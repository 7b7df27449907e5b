import { authored, ChangeInput, payloadOf, type RequestContext, RequiresScopes } from "@plan43/subgraph"
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from "type-graphql"
import { ProgressReportPayload } from "../progress/report-progress.input.ts"
import { ReturnedField } from "./report-verification.ts"
import { confirmReport, returnReport } from "./verify-report.ts"

@InputType({ description: "Which report is confirmed" })
export class ConfirmReportInput extends ChangeInput {}

@InputType({ description: "Which report is returned, and why: in general, and for each field" })
export class ReturnReportInput extends ChangeInput {
  @Field(() => [ReturnedField])
  fields!: ReturnedField[]
}

/** What the Department makes of what agencies claim. */
@Resolver()
export class VerificationResolver {
  @RequiresScopes("progress:write")
  @Mutation(() => ProgressReportPayload, { description: "From today on, what it claims is verified" })
  async confirmReport(
    @Arg("input", () => ConfirmReportInput) input: ConfirmReportInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ProgressReportPayload> {
    return payloadOf("report", await confirmReport(authored(ctx), input, input))
  }

  @RequiresScopes("progress:write")
  @Mutation(() => ProgressReportPayload, {
    description: "Gives it back to the agency, which may change only the fields that are named",
  })
  async returnReport(
    @Arg("input", () => ReturnReportInput) input: ReturnReportInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ProgressReportPayload> {
    return payloadOf("report", await returnReport(authored(ctx), input, input, input.fields))
  }
}
