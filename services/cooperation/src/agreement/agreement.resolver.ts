import {
  authored,
  type Change,
  ChangeConnection,
  type Connection,
  PageArguments,
  payloadOf,
  type RequestContext,
  RequiresScopes,
  RowsReadableWith,
} from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql"
import { historyOfAgreement } from "../history/history.ts"
import { partnersOfAgreement } from "../partner/find-partners.ts"
import { Partner } from "../partner/partner.ts"
import { CooperationProgramme } from "../programme/cooperation-programme.ts"
import { programmeById } from "../programme/find-programmes.ts"
import { COOPERATION } from "../reading/readable.ts"
import { Agency, referenceTo } from "../reference/references.ts"
import { WithdrawInput } from "../withdrawal/withdraw.input.ts"
import { AgreementPayload, CreateAgreementInput, UpdateAgreementInput } from "./agreement.input.ts"
import { Agreement } from "./agreement.ts"
import {
  AgreementConnection,
  AgreementFilter,
  AgreementOrder,
  agreementById,
  findAgreements,
} from "./find-agreements.ts"
import { createAgreement, updateAgreement, withdrawAgreement } from "./record-agreement.ts"

@Resolver(() => Agreement)
export class AgreementResolver {
  @Query(() => Agreement, { nullable: true })
  agreement(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<Agreement | null> {
    return agreementById(ctx, id)
  }

  @Query(() => AgreementConnection)
  agreements(
    @Arg("filter", () => AgreementFilter, { nullable: true }) filter: AgreementFilter | null,
    @Arg("orderBy", () => AgreementOrder, { nullable: true }) orderBy: AgreementOrder | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Agreement>> {
    return findAgreements(ctx, filter ?? {}, orderBy, page)
  }

  @RequiresScopes("cooperation:write")
  @Mutation(() => AgreementPayload)
  async createAgreement(
    @Arg("input", () => CreateAgreementInput) input: CreateAgreementInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AgreementPayload> {
    return payloadOf("agreement", await createAgreement(authored(ctx), input, input))
  }

  @RequiresScopes("cooperation:write")
  @Mutation(() => AgreementPayload)
  async updateAgreement(
    @Arg("input", () => UpdateAgreementInput) input: UpdateAgreementInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AgreementPayload> {
    return payloadOf("agreement", await updateAgreement(authored(ctx), input, input, input))
  }

  @RequiresScopes("cooperation:write")
  @Mutation(() => AgreementPayload, { description: "Refused while a standing activity names it" })
  async withdrawAgreement(
    @Arg("input", () => WithdrawInput) input: WithdrawInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AgreementPayload> {
    return payloadOf("agreement", await withdrawAgreement(authored(ctx), input, input))
  }

  @FieldResolver(() => [Partner])
  partners(@Root() agreement: Agreement, @Ctx() ctx: RequestContext): Promise<Partner[]> {
    return partnersOfAgreement(ctx, agreement.id)
  }

  @FieldResolver(() => Agency, { nullable: true })
  responsibleAgency(@Root() { responsibleAgencyId }: Agreement): Agency | null {
    return responsibleAgencyId === null ? null : referenceTo(Agency, responsibleAgencyId)
  }

  @FieldResolver(() => CooperationProgramme, { nullable: true })
  async programme(
    @Root() { programmeId }: Agreement,
    @Ctx() ctx: RequestContext,
  ): Promise<CooperationProgramme | null> {
    return programmeId === null ? null : programmeById(ctx, programmeId)
  }

  @RowsReadableWith(COOPERATION)
  @FieldResolver(() => ChangeConnection, {
    description: "Who changed what of it, when and why; newest first",
  })
  history(
    @Root() agreement: Agreement,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfAgreement(ctx, agreement.id, page)
  }
}
