import type { CalendarDate } from "@plan43/calendar"
import { connectionType, DateScalar, RequiresScopes } from "@plan43/subgraph"
import { Field, Float, ID, Int, ObjectType } from "type-graphql"
import { type Criterion, isWeighable, ScoreCriterionCode, ScoreMeasure, ScoreTopic } from "./criterion.ts"
import type { WrittenMethod } from "./recorded-method.ts"
import type { ScoreFacts } from "./score-facts.ts"
import { figuresOf, type ScoreFigures } from "./score-figures.ts"
import type { Composite, CompositePart, ScoreMethod, Weight } from "./score-method.ts"
import type { ScoreFigure, ScoreRow } from "./score-row.ts"
import type { ScoreSource } from "./score-source.ts"
import { ScorecardKind, type ScoreSubject } from "./score-subject.ts"
import { ScorecardFreeze } from "./scorecard-freeze.ts"

/** A criterion, as it is written in a method. */
@RequiresScopes("scorecards:read", "scorecards:read:own")
@ObjectType({
  simpleResolvers: true,
  description: "What is counted, and how; the words are those of the method",
})
export class ScoreCriterion implements Omit<Criterion, "rows"> {
  @Field(() => ScoreCriterionCode)
  code!: ScoreCriterionCode

  @Field(() => ScoreTopic)
  topic!: ScoreTopic

  @Field(() => ScoreMeasure)
  measure!: ScoreMeasure

  @Field(() => String)
  name!: string

  @Field(() => String, { description: "What is counted, of which whole" })
  rule!: string

  @Field(() => [ScorecardKind], { description: "On whose scorecards it stands" })
  kinds!: readonly ScorecardKind[]

  @Field(() => Boolean, { description: "Whether it may have a weight: a share, of which more is better" })
  weighable!: boolean
}

export function scoreCriterionOf(criterion: Criterion): ScoreCriterion {
  const { code, topic, measure, name, rule, kinds } = criterion
  const weighable = isWeighable(criterion)
  return Object.assign(new ScoreCriterion(), { code, topic, measure, name, rule, kinds, weighable })
}

@RequiresScopes("scorecards:read", "scorecards:read:own")
@ObjectType({ simpleResolvers: true, description: "How much a criterion weighs against the others" })
export class ScoreWeight implements Weight {
  @Field(() => ScoreCriterionCode)
  criterion!: ScoreCriterionCode

  @Field(() => Int)
  weight!: number
}

/** By what scorecards are counted. */
@RequiresScopes("scorecards:read", "scorecards:read:own")
@ObjectType({
  simpleResolvers: true,
  description: "A version of the method by which scorecards are counted; versions are never changed",
})
export class ScorecardMethod implements WrittenMethod {
  @Field(() => Int, { description: "1: the method without weights; recorded ones follow" })
  number!: number

  criteriaVersion!: number

  @Field(() => [ScoreWeight], {
    description: "None: figures stand for themselves, and nothing is made one of them",
  })
  weights!: readonly Weight[]

  @Field(() => String, { nullable: true, description: "What the weights rest on; null of the first" })
  basis!: string | null

  @Field(() => DateScalar, {
    nullable: true,
    description: "Periods that end on that day or later are counted by it; null: all",
  })
  effectiveFrom!: CalendarDate | null

  @Field(() => DateScalar, { nullable: true, description: "null of the first" })
  recordedOn!: CalendarDate | null

  @Field(() => String, { nullable: true })
  recordedByName!: string | null
}

export function scorecardMethodOf(method: ScoreMethod & Partial<WrittenMethod>): ScorecardMethod {
  return Object.assign(new ScorecardMethod(), { recordedOn: null, recordedByName: null, ...method })
}

/** Scorecards of a period. */
@RequiresScopes("scorecards:read", "scorecards:read:own")
@ObjectType({
  simpleResolvers: true,
  description: "The scorecards of a period: as it is now, or as it was kept",
})
export class Scorecards {
  source!: ScoreSource

  @Field(() => DateScalar, { description: "The first day of the period" })
  from!: CalendarDate

  @Field(() => DateScalar, { description: "The last day of the period" })
  to!: CalendarDate

  @Field(() => DateScalar, { description: "The first day of the period before, of the same length" })
  beforeFrom!: CalendarDate

  @Field(() => DateScalar)
  beforeTo!: CalendarDate

  @Field(() => Boolean, { description: "Whether what was recorded is a simulation" })
  simulated!: boolean

  @Field(() => ScorecardFreeze, { nullable: true, description: "null: they are as it is now" })
  freeze!: ScorecardFreeze | null

  @Field(() => String, {
    nullable: true,
    description: "SHA-256 of what they are made of, in hexadecimals; null while nothing was kept",
  })
  sha256!: string | null

  @Field(() => ScorecardMethod, { description: "In force on the last day of the period" })
  method!: ScorecardMethod
}

export function scorecardsOf(source: ScoreSource): Scorecards {
  const { period, before, frame, method, kept } = source
  return Object.assign(new Scorecards(), {
    source,
    ...period,
    beforeFrom: before.from,
    beforeTo: before.to,
    simulated: frame.simulated,
    freeze: kept?.freeze ?? null,
    sha256: kept?.sha256 ?? null,
    method: scorecardMethodOf(method),
  })
}

/** Somebody whose work a scorecard tells. */
@RequiresScopes("scorecards:read", "scorecards:read:own")
@ObjectType({ simpleResolvers: true, description: "Somebody whose work a scorecard tells" })
export class ScorecardPerson {
  @Field(() => ID, {
    description: "Of the assignment, where there is one: a person has a scorecard for each",
  })
  id!: string

  @Field(() => String)
  name!: string

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The first day in that role; null of whom the issuer of sign-ins says what they are, and not since when",
  })
  validFrom!: CalendarDate | null

  @Field(() => DateScalar, { nullable: true, description: "The last day; null where none is set" })
  validTo!: CalendarDate | null

  @Field(() => Boolean, {
    description:
      "Whether what somebody signed leads to them: not before their account is known by more than an e-mail",
  })
  recognised!: boolean
}

/** The scorecard of an agency, a head or an official. */
@RequiresScopes("scorecards:read", "scorecards:read:own")
@ObjectType({
  simpleResolvers: true,
  description: "What an agency, its head or an official of it did in a period",
})
export class Scorecard {
  source!: ScoreSource
  subject!: ScoreSubject
  /** Its figures, counted once however often they are asked for. */
  counted!: CountedFigures

  @Field(() => ID, { description: "Of this subject in this period" })
  id!: string

  @Field(() => ScorecardKind)
  kind!: ScorecardKind

  @Field(() => ID, { description: "Of the agency, or of the assignment of the person" })
  subjectId!: string

  @Field(() => String, { description: "What the agency was called" })
  agencyName!: string

  @Field(() => ScorecardPerson, { nullable: true, description: "null of an agency" })
  person!: ScorecardPerson | null
}

/** The figures of a scorecard in its period and in the one before. */
interface CountedFigures {
  now(): Promise<ScoreFigures>
  before(): Promise<ScoreFigures>
}

function countedOnce(source: ScoreSource, subject: ScoreSubject): CountedFigures {
  const once = (factsOfPeriod: () => Promise<ScoreFacts>) => {
    let counted: Promise<ScoreFigures> | undefined
    return () => {
      counted ??= factsOfPeriod().then((facts) => figuresOf(facts, subject, source.method))
      return counted
    }
  }
  return { now: once(source.factsNow), before: once(source.factsBefore) }
}

export function scorecardOf(source: ScoreSource, subject: ScoreSubject): Scorecard {
  const { kind, id, agencyId, person } = subject
  const { from, to } = source.period
  const named = source.frame.agencies.find((agency) => agency.id === agencyId)
  return Object.assign(new Scorecard(), {
    source,
    subject,
    counted: countedOnce(source, subject),
    id: `${source.kept?.freeze.id ?? `${from}_${to}`}_${id}`,
    kind,
    subjectId: id,
    agencyName: named?.name ?? "",
    person:
      person &&
      Object.assign(new ScorecardPerson(), {
        id: person.id,
        name: person.name,
        validFrom: person.validFrom,
        validTo: person.validTo,
        recognised: person.subject !== null,
      }),
  })
}

export const ScorecardConnection = connectionType("Scorecard", () => Scorecard)

/** A figure of a scorecard by one criterion. */
@RequiresScopes("scorecards:read", "scorecards:read:own")
@ObjectType("ScoreFigure", {
  simpleResolvers: true,
  description: "A figure, which is what its rows add up to",
})
export class ScorecardFigure implements Omit<ScoreFigure, "rows"> {
  found!: ScoreFigure
  scorecard!: Scorecard

  @Field(() => ScoreCriterion)
  criterion!: ScoreCriterion

  @Field(() => Int, { description: "What counts" })
  counted!: number

  @Field(() => Int, { description: "Of how many" })
  outOf!: number

  @Field(() => Float, {
    nullable: true,
    description: "How many; of a share from 0 to 1, and null where there is nothing to have a part of",
  })
  value!: number | null
}

/** A row behind a figure. */
@RequiresScopes("scorecards:read", "scorecards:read:own")
@ObjectType("ScoreRow", { simpleResolvers: true, description: "A row behind a figure, as it was then" })
export class ScorecardRow implements ScoreRow {
  @Field(() => ID, { description: "Within its figure" })
  id!: string

  taskId!: string | null
  indicatorId!: string | null

  @Field(() => ID, { nullable: true, description: "Of the report of a round" })
  reportId!: string | null

  @Field(() => ID, { nullable: true, description: "Of the letter that urged" })
  letterId!: string | null

  @Field(() => String, { nullable: true, description: "Number of the task or indicator; null of a report" })
  code!: string | null

  @Field(() => String)
  name!: string

  @Field(() => String, { description: "In Vietnamese: the fact by which it counts, or does not" })
  why!: string

  @Field(() => Int, { description: "What it adds to the figure" })
  counted!: number

  @Field(() => Int, { description: "What it could have added" })
  outOf!: number
}

export const ScoreRowConnection = connectionType("ScoreRow", () => ScorecardRow)

@RequiresScopes("scorecards:read", "scorecards:read:own")
@ObjectType({ simpleResolvers: true, description: "What a criterion adds to a composite" })
export class ScoreCompositePart implements CompositePart {
  @Field(() => ScoreCriterionCode)
  criterion!: ScoreCriterionCode

  @Field(() => Int)
  weight!: number

  @Field(() => Float, {
    nullable: true,
    description: "From 0 to 1; null: it has no rows, and weighs nothing",
  })
  value!: number | null

  @Field(() => Float, { description: "Of the 100 that can be had" })
  points!: number
}

@RequiresScopes("scorecards:read", "scorecards:read:own")
@ObjectType({ simpleResolvers: true, description: "Shares made one figure by the weights of the method" })
export class ScoreComposite implements Composite {
  @Field(() => Float, { description: "From 0 to 100" })
  points!: number

  @Field(() => [ScoreCompositePart])
  parts!: readonly CompositePart[]
}

/** A file within an answer of the graph, as those of rounds are. */
@RequiresScopes("scorecards:read", "scorecards:read:own")
@ObjectType({ simpleResolvers: true, description: "A file that is made of scorecards" })
export class ScorecardFile {
  @Field(() => String)
  name!: string

  @Field(() => String)
  mediaType!: string

  @Field(() => String, { description: "Its bytes" })
  base64!: string
}
