import { authored, payloadOf, type RequestContext, RequiresScopes, RowsReadableWith } from "@plan43/subgraph"
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql"
import { REPORTS } from "../reading/readable.ts"
import { AgencyReport } from "../report/agency-report.ts"
import { remindersOf } from "./find-reminders.ts"
import { remindOfReports } from "./remind-of-reports.ts"
import { RemindOfReportsInput, ReportReminderPayload } from "./reminder.input.ts"
import { ReportReminder } from "./report-reminder.ts"

/** Asking for reports that have not come. */
@Resolver(() => AgencyReport)
export class ReportReminderResolver {
  @RequiresScopes("reports:write")
  @Mutation(() => ReportReminderPayload, {
    description: "Tells the people of agencies whose reports have not come; each agency once a day",
  })
  async remindOfReports(
    @Arg("input", () => RemindOfReportsInput) input: RemindOfReportsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ReportReminderPayload> {
    return payloadOf("reminder", await remindOfReports(authored(ctx), input, input.roundId, input.reportIds))
  }

  @RowsReadableWith(REPORTS)
  @FieldResolver(() => [ReportReminder], { description: "When it was asked for, the last time first" })
  reminders(@Root() { id }: AgencyReport, @Ctx() ctx: RequestContext): Promise<ReportReminder[]> {
    return remindersOf(ctx, id)
  }
}
