import {
  authored,
  type Change,
  ChangeConnection,
  type Connection,
  PageArguments,
  payloadOf,
  type RequestContext,
  RequiresScopes,
} from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql"
import { Agency, referenceTo } from "../reference/references.ts"
import {
  findTemplates,
  historyOfTemplate,
  ReportTemplateConnection,
  ReportTemplateFilter,
  templateById,
} from "./find-templates.ts"
import { recordTemplate, withdrawTemplate } from "./record-template.ts"
import {
  CreateReportTemplateInput,
  ReportTemplatePayload,
  UpdateReportTemplateInput,
  WithdrawReportTemplateInput,
} from "./report-template.input.ts"
import { ReportTemplate } from "./report-template.ts"

@Resolver(() => ReportTemplate)
export class ReportTemplateResolver {
  @RequiresScopes("reports:read")
  @Query(() => ReportTemplate, { nullable: true })
  reportTemplate(
    @Arg("id", () => ID) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<ReportTemplate | null> {
    return templateById(ctx, id)
  }

  @RequiresScopes("reports:read")
  @Query(() => ReportTemplateConnection, {
    description: "What rounds can be filled in from, by name; without those that were withdrawn",
  })
  reportTemplates(
    @Arg("filter", () => ReportTemplateFilter, { nullable: true }) filter: ReportTemplateFilter | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<ReportTemplate>> {
    return findTemplates(ctx, filter ?? {}, page)
  }

  @RequiresScopes("reports:write")
  @Mutation(() => ReportTemplatePayload)
  async createReportTemplate(
    @Arg("input", () => CreateReportTemplateInput) input: CreateReportTemplateInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ReportTemplatePayload> {
    return payloadOf("template", await recordTemplate(authored(ctx), input, null, input))
  }

  @RequiresScopes("reports:write")
  @Mutation(() => ReportTemplatePayload, {
    description: "Rounds that were filled in from it stay as they are",
  })
  async updateReportTemplate(
    @Arg("input", () => UpdateReportTemplateInput) input: UpdateReportTemplateInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ReportTemplatePayload> {
    return payloadOf("template", await recordTemplate(authored(ctx), input, input, input))
  }

  @RequiresScopes("reports:write")
  @Mutation(() => ReportTemplatePayload, { description: "No round is filled in from it any more" })
  async withdrawReportTemplate(
    @Arg("input", () => WithdrawReportTemplateInput) input: WithdrawReportTemplateInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ReportTemplatePayload> {
    return payloadOf("template", await withdrawTemplate(authored(ctx), input, input))
  }

  @FieldResolver(() => [Agency], { description: "Who is asked; nobody named: everybody who leads something" })
  agencies(@Root() { agencyIds }: ReportTemplate): Agency[] {
    return agencyIds.map((id) => referenceTo(Agency, id))
  }

  @FieldResolver(() => ChangeConnection, {
    description: "Who changed what of it, when and why; newest first",
  })
  history(
    @Root() { id }: ReportTemplate,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfTemplate(ctx, id, page)
  }
}
