import type { CalendarDate } from "@plan43/calendar"
import {
  authored,
  type Change,
  ChangeConnection,
  type Connection,
  DateScalar,
  PageArguments,
  pageRequestOf,
  payloadOf,
  type RequestContext,
  RequiresScopes,
} from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, Float, ID, Mutation, Query, Resolver, Root } from "type-graphql"
import { Agency, Indicator, referenceTo, Task } from "../reference/references.ts"
import { type Criterion, ScoreCriterionCode } from "./criterion.ts"
import {
  everyScorecard,
  findScorecard,
  findScorecards,
  ScorecardFilter,
  ScorecardOrder,
} from "./find-scorecards.ts"
import { freezeScorecards } from "./freeze-scorecards.ts"
import { pageOf } from "./listed-page.ts"
import { recordMethod } from "./record-method.ts"
import { methodsOf, writtenMethodOf } from "./recorded-method.ts"
import type { ScoreFigures } from "./score-figures.ts"
import { compositeOf, criteriaOfMethod } from "./score-method.ts"
import { keptSource, liveSource } from "./score-source.ts"
import { ScorecardKind } from "./score-subject.ts"
import {
  FreezeScorecardsInput,
  RecordScorecardMethodInput,
  ScorecardFreezePayload,
  ScorecardMethodPayload,
} from "./scorecard.input.ts"
import {
  ScoreComposite,
  ScoreCriterion,
  Scorecard,
  ScorecardConnection,
  ScorecardFigure,
  ScorecardFile,
  ScorecardMethod,
  ScorecardRow,
  Scorecards,
  ScoreRowConnection,
  scoreCriterionOf,
  scorecardMethodOf,
  scorecardsOf,
} from "./scorecard.ts"
import { wordFileOfAll, wordFileOfOne, workbookFileOfAll } from "./scorecard-files.ts"
import { findFreezes, freezeById, ScorecardFreeze, ScorecardFreezeConnection } from "./scorecard-freeze.ts"
import { historyOfScorecards } from "./scorecard-history.ts"

@Resolver(() => Scorecards)
export class ScorecardsResolver {
  @RequiresScopes("scorecards:read", "scorecards:read:own")
  @Query(() => Scorecards, {
    description: "The scorecards of a period as it is now, from day to day, both included",
  })
  async scorecards(
    @Arg("from", () => DateScalar) from: CalendarDate,
    @Arg("to", () => DateScalar) to: CalendarDate,
    @Ctx() ctx: RequestContext,
  ): Promise<Scorecards> {
    return scorecardsOf(await liveSource(ctx, { from, to }))
  }

  @RequiresScopes("scorecards:read", "scorecards:read:own")
  @Query(() => [ScorecardMethod], { description: "All versions of the method, the first one first" })
  async scorecardMethods(@Ctx() ctx: RequestContext): Promise<ScorecardMethod[]> {
    return (await methodsOf(ctx)).map(scorecardMethodOf)
  }

  @RequiresScopes("scorecards:read", "scorecards:read:own")
  @Query(() => ChangeConnection, {
    description: "Who kept scorecards or recorded a method, when and why; newest first",
  })
  scorecardHistory(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfScorecards(ctx, page)
  }

  @RequiresScopes("scorecards:write")
  @Mutation(() => ScorecardMethodPayload, { description: "Gives the method weights, as a new version" })
  async recordScorecardMethod(
    @Arg("input", () => RecordScorecardMethodInput) input: RecordScorecardMethodInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ScorecardMethodPayload> {
    const { method, userErrors } = payloadOf("method", await recordMethod(authored(ctx), input, input))
    return { method: method && scorecardMethodOf(writtenMethodOf(method)), userErrors }
  }

  @FieldResolver(() => ScorecardConnection, {
    description: "Those that whoever asks may read: by name, or by a figure, those without it last",
  })
  cards(
    @Root() { source }: Scorecards,
    @Arg("filter", () => ScorecardFilter, { nullable: true }) filter: ScorecardFilter | null,
    @Arg("orderBy", () => ScorecardOrder, { nullable: true }) orderBy: ScorecardOrder | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Scorecard>> {
    return findScorecards(ctx, source, filter ?? { kind: ScorecardKind.AGENCY }, orderBy, page)
  }

  @FieldResolver(() => Scorecard, {
    nullable: true,
    description: "Of an agency by its identifier, of a person by that of the assignment",
  })
  card(
    @Root() { source }: Scorecards,
    @Arg("kind", () => ScorecardKind) kind: ScorecardKind,
    @Arg("subjectId", () => ID) subjectId: string,
    @Ctx() ctx: RequestContext,
  ): Promise<Scorecard | null> {
    return findScorecard(ctx, source, kind, subjectId)
  }

  @FieldResolver(() => ScorecardFile, {
    description: "The scorecards of a kind that whoever asks may read, as a Word document for the council",
  })
  async word(
    @Root() { source }: Scorecards,
    @Arg("kind", () => ScorecardKind) kind: ScorecardKind,
    @Ctx() ctx: RequestContext,
  ): Promise<ScorecardFile> {
    return wordFileOfAll(source, kind, await everyScorecard(ctx, source, kind))
  }

  @FieldResolver(() => ScorecardFile, { description: "The same as an Excel workbook, with every row" })
  async workbook(
    @Root() { source }: Scorecards,
    @Arg("kind", () => ScorecardKind) kind: ScorecardKind,
    @Ctx() ctx: RequestContext,
  ): Promise<ScorecardFile> {
    return workbookFileOfAll(source, kind, await everyScorecard(ctx, source, kind))
  }
}

@Resolver(() => ScorecardMethod)
export class ScorecardMethodResolver {
  @FieldResolver(() => [ScoreCriterion], { description: "In the order in which figures are shown" })
  criteria(@Root() method: ScorecardMethod): ScoreCriterion[] {
    return criteriaOfMethod(method).map(scoreCriterionOf)
  }
}

@Resolver(() => ScorecardFreeze)
export class ScorecardFreezeResolver {
  @RequiresScopes("scorecards:read", "scorecards:read:own")
  @Query(() => ScorecardFreeze, { nullable: true })
  scorecardFreeze(
    @Arg("id", () => ID) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<ScorecardFreeze | null> {
    return freezeById(ctx, id)
  }

  @RequiresScopes("scorecards:read", "scorecards:read:own")
  @Query(() => ScorecardFreezeConnection, { description: "What was kept, of the last period first" })
  scorecardFreezes(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<ScorecardFreeze>> {
    return findFreezes(ctx, page)
  }

  @RequiresScopes("scorecards:write")
  @Mutation(() => ScorecardFreezePayload, {
    description: "Keeps the scorecards of a period that has ended, with those of the period before",
  })
  async freezeScorecards(
    @Arg("input", () => FreezeScorecardsInput) input: FreezeScorecardsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ScorecardFreezePayload> {
    return payloadOf("freeze", await freezeScorecards(authored(ctx), input, input, await methodsOf(ctx)))
  }

  @FieldResolver(() => Scorecards)
  async scorecards(@Root() freeze: ScorecardFreeze, @Ctx() ctx: RequestContext): Promise<Scorecards> {
    return scorecardsOf(await keptSource(ctx, freeze))
  }
}

@Resolver(() => Scorecard)
export class ScorecardResolver {
  @FieldResolver(() => Agency, { nullable: true, description: "null while agencies do not answer" })
  agency(@Root() { subject }: Scorecard): Agency {
    return referenceTo(Agency, subject.agencyId)
  }

  @FieldResolver(() => [ScorecardFigure], {
    description: "By each criterion of its kind, in the order of the method",
  })
  async figures(@Root() scorecard: Scorecard): Promise<ScorecardFigure[]> {
    const { source, counted } = scorecard
    const figures = await counted.now()
    return criteriaOfMethod(source.method).flatMap((criterion) => figureNode(scorecard, figures, criterion))
  }

  @FieldResolver(() => ScorecardFigure, {
    nullable: true,
    description: "By one criterion; null where it does not stand on scorecards of this kind",
  })
  async figure(
    @Root() scorecard: Scorecard,
    @Arg("criterion", () => ScoreCriterionCode) code: ScoreCriterionCode,
  ): Promise<ScorecardFigure | null> {
    const { source, counted } = scorecard
    const figures = await counted.now()
    const criterion = criteriaOfMethod(source.method).find((each) => each.code === code)
    return criterion === undefined ? null : (figureNode(scorecard, figures, criterion)[0] ?? null)
  }

  @FieldResolver(() => ScoreComposite, {
    nullable: true,
    description: "null where the method has no weights, and where none of its criteria has rows",
  })
  async composite(@Root() { source, counted }: Scorecard): Promise<ScoreComposite | null> {
    return compositeOf(await counted.now(), source.method)
  }

  @FieldResolver(() => ScoreComposite, {
    nullable: true,
    description: "Of the period before, by the same method",
  })
  async compositeBefore(@Root() { source, counted }: Scorecard): Promise<ScoreComposite | null> {
    return compositeOf(await counted.before(), source.method)
  }

  @FieldResolver(() => ScorecardFile, { description: "With every row, as a Word document" })
  word(@Root() scorecard: Scorecard): Promise<ScorecardFile> {
    return wordFileOfOne(scorecard)
  }
}

function figureNode(scorecard: Scorecard, figures: ScoreFigures, criterion: Criterion): ScorecardFigure[] {
  const found = figures.get(criterion.code)
  if (found === undefined) return []
  const { counted, outOf, value } = found
  const told = { found, scorecard, criterion: scoreCriterionOf(criterion), counted, outOf, value }
  return [Object.assign(new ScorecardFigure(), told)]
}

@Resolver(() => ScorecardFigure)
export class ScorecardFigureResolver {
  @FieldResolver(() => Float, { nullable: true, description: "In the period before, of the same length" })
  async before(@Root() { scorecard, criterion }: ScorecardFigure): Promise<number | null> {
    return (await scorecard.counted.before()).get(criterion.code)?.value ?? null
  }

  @FieldResolver(() => ScoreRowConnection, { description: "All that it is counted from" })
  rows(
    @Root() { found }: ScorecardFigure,
    @Args(() => PageArguments) page: PageArguments,
  ): Connection<ScorecardRow> {
    return pageOf(
      found.rows.map((row) => ({ key: row.id, node: Object.assign(new ScorecardRow(), row) })),
      pageRequestOf(page),
    )
  }
}

@Resolver(() => ScorecardRow)
export class ScorecardRowResolver {
  @FieldResolver(() => Task, { nullable: true })
  task(@Root() { taskId }: ScorecardRow): Task | null {
    return taskId === null ? null : referenceTo(Task, taskId)
  }

  @FieldResolver(() => Indicator, { nullable: true })
  indicator(@Root() { indicatorId }: ScorecardRow): Indicator | null {
    return indicatorId === null ? null : referenceTo(Indicator, indicatorId)
  }
}
