import {
  authored,
  ChangeInput,
  type Connection,
  PageArguments,
  payloadOf,
  type RequestContext,
  RequiresScopes,
} from "@plan43/subgraph"
import { Arg, Args, Ctx, Field, InputType, Mutation, Query, Resolver } from "type-graphql"
import type { ProgressReport } from "../progress/progress-report.ts"
import { ProgressReportConnection } from "../progress/report.loader.ts"
import { ProgressReportPayload } from "../progress/report-progress.input.ts"
import { findWaiting } from "./find-waiting.ts"
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
  @RequiresScopes("progress:read", "progress:read:own")
  @Query(() => ProgressReportConnection, {
    description:
      "Claims that the Department has neither confirmed nor returned, of each period and phase the last; the oldest first",
  })
  reportsToVerify(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<ProgressReport>> {
    return findWaiting(ctx, page)
  }

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
    description:
      "Gives it back to the agency, which may change only the fields that are named; what was confirmed by mistake no longer counts from today",
  })
  async returnReport(
    @Arg("input", () => ReturnReportInput) input: ReturnReportInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ProgressReportPayload> {
    return payloadOf("report", await returnReport(authored(ctx), input, input, input.fields))
  }
}
