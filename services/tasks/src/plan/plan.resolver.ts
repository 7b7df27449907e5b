import { DateTimeScalar, type RequestContext, SourceReference } from "@plan43/subgraph"
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql"
import { isSimulated } from "../simulation/simulated.ts"
import {
  DEFAULT_PLAN_NUMBER,
  findPlan,
  lastImportOfPlan,
  measuresOfPlan,
  obligationsOfPlan,
  sectionsOfPlan,
  sourceOf,
} from "./plan.loader.ts"
import { Plan } from "./plan.ts"
import { PlanMeasure } from "./plan-measure.ts"
import { PlanObligation } from "./plan-obligation.ts"
import { PlanSection } from "./plan-section.ts"

@Resolver(() => Plan)
export class PlanResolver {
  @Query(() => [Plan], { description: "Every plan that is followed, the latest first" })
  plans(@Ctx() ctx: RequestContext): Promise<Plan[]> {
    return ctx.em.find(Plan, { withdrawnAt: null }, { orderBy: { issuedOn: "DESC", number: "ASC" } })
  }

  @Query(() => Plan, {
    nullable: true,
    description: "By identifier or number; 43/KH-UBND when neither is given",
  })
  plan(
    @Arg("id", () => ID, { nullable: true }) id: string | null,
    @Arg("number", () => String, { nullable: true }) number: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Plan | null> {
    return findPlan(ctx, id ?? number ?? DEFAULT_PLAN_NUMBER)
  }

  @FieldResolver(() => [PlanSection])
  sections(@Root() plan: Plan, @Ctx() ctx: RequestContext): Promise<PlanSection[]> {
    return sectionsOfPlan(ctx, plan.id)
  }

  @FieldResolver(() => Boolean, {
    description: "Whether what is recorded here was simulated, and is true of nobody",
  })
  simulated(@Root() plan: Plan, @Ctx() ctx: RequestContext): Promise<boolean> {
    return isSimulated(ctx, plan.id)
  }

  @FieldResolver(() => [PlanMeasure], { description: "Part II, 1.1 to 7.5" })
  measures(@Root() plan: Plan, @Ctx() ctx: RequestContext): Promise<PlanMeasure[]> {
    return measuresOfPlan(ctx, plan.id)
  }

  @FieldResolver(() => [PlanObligation], { description: "Part III, 1 to 6" })
  obligations(@Root() plan: Plan, @Ctx() ctx: RequestContext): Promise<PlanObligation[]> {
    return obligationsOfPlan(ctx, plan.id)
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "SHA-256 of the text that the rows were taken from",
  })
  async textSha256(@Root() plan: Plan, @Ctx() ctx: RequestContext): Promise<string | null> {
    return (await lastImportOfPlan(ctx, plan.id))?.textSha256 ?? null
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: "When the rows were last taken from the text",
  })
  async importedAt(@Root() plan: Plan, @Ctx() ctx: RequestContext): Promise<Date | null> {
    return (await lastImportOfPlan(ctx, plan.id))?.importedAt ?? null
  }
}

@Resolver(() => PlanSection)
export class PlanSectionResolver {
  @FieldResolver(() => SourceReference)
  source(@Root() section: PlanSection, @Ctx() ctx: RequestContext): Promise<SourceReference> {
    return sourceOf(ctx, section, { annex: "II", part: null, row: section.numeral })
  }
}

@Resolver(() => PlanMeasure)
export class PlanMeasureResolver {
  @FieldResolver(() => SourceReference)
  source(@Root() measure: PlanMeasure, @Ctx() ctx: RequestContext): Promise<SourceReference> {
    return sourceOf(ctx, measure, { annex: null, part: "II", row: measure.number })
  }
}

@Resolver(() => PlanObligation)
export class PlanObligationResolver {
  @FieldResolver(() => SourceReference)
  source(@Root() obligation: PlanObligation, @Ctx() ctx: RequestContext): Promise<SourceReference> {
    return sourceOf(ctx, obligation, { annex: null, part: "III", row: obligation.number })
  }
}
