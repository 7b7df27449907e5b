import { type Connection, PageArguments, type RequestContext } from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql"
import { partnersOfAgreement } from "../partner/find-partners.ts"
import { Partner } from "../partner/partner.ts"
import { CooperationProgramme } from "../programme/cooperation-programme.ts"
import { programmeById } from "../programme/find-programmes.ts"
import { Agency, referenceTo } from "../reference/references.ts"
import { Agreement } from "./agreement.ts"
import {
  AgreementConnection,
  AgreementFilter,
  AgreementOrder,
  agreementById,
  findAgreements,
} from "./find-agreements.ts"

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
}
