import {
  batched,
  type Connection,
  OrderDirection,
  type PageArguments,
  pageRequestOf,
  type RequestContext,
} from "@plan43/subgraph"
import { Field, InputType } from "type-graphql"
import { ScoreCriterionCode } from "./criterion.ts"
import { pageOf } from "./listed-page.ts"
import { readableSubjects } from "./readable-scorecards.ts"
import { figuresOf } from "./score-figures.ts"
import { compositeOf } from "./score-method.ts"
import { keyOfPeriod, type ScorePeriod } from "./score-period.ts"
import { liveSource, type ScoreSource, subjectsIn } from "./score-source.ts"
import { ScorecardKind, type ScoreSubject } from "./score-subject.ts"
import { type Scorecard, scorecardOf } from "./scorecard.ts"

@InputType({ description: "Which scorecards; conditions add up" })
export class ScorecardFilter {
  @Field(() => ScorecardKind, { defaultValue: ScorecardKind.AGENCY })
  kind!: ScorecardKind

  @Field(() => String, { nullable: true, description: "Part of the name, whatever its case and accents" })
  text?: string | null
}

@InputType({ description: "By a figure; by the composite where no criterion is named" })
export class ScorecardOrder {
  @Field(() => ScoreCriterionCode, { nullable: true })
  criterion?: ScoreCriterionCode | null

  @Field(() => OrderDirection, { defaultValue: OrderDirection.DESC })
  direction!: OrderDirection
}

/** Without case and accents. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll(/[đĐ]/g, "d").toLowerCase()
}

function nameIn({ frame }: ScoreSource, { person, agencyId }: ScoreSubject): string {
  const agency = frame.agencies.find(({ id }) => id === agencyId)?.name ?? ""
  return person === null ? agency : `${person.name} ${agency}`
}

/** The scorecards that a filter selects and that the viewer may read, by name or by a figure. */
export async function findScorecards(
  ctx: RequestContext,
  source: ScoreSource,
  { kind, text }: ScorecardFilter,
  order: ScorecardOrder | null,
  page: PageArguments,
): Promise<Connection<Scorecard>> {
  const mayRead = await readableSubjects(ctx)
  const sought = plain(text ?? "")
  const subjects = (await subjectsIn(source)).filter(
    (subject) => subject.kind === kind && mayRead(subject) && plain(nameIn(source, subject)).includes(sought),
  )
  const ordered = order == null ? subjects : await orderedBy(source, subjects, order)
  return pageOf(
    ordered.map((subject) => ({ key: subject.id, node: scorecardOf(source, subject) })),
    pageRequestOf(page),
  )
}

/** Those without the figure come last, whichever way the others go; equal ones by name. */
async function orderedBy(
  source: ScoreSource,
  subjects: readonly ScoreSubject[],
  { criterion, direction }: ScorecardOrder,
): Promise<ScoreSubject[]> {
  const facts = await source.factsNow()
  const valueOfSubject = (subject: ScoreSubject) => {
    const figures = figuresOf(facts, subject, source.method)
    const value =
      criterion == null ? compositeOf(figures, source.method)?.points : figures.get(criterion)?.value
    return value ?? null
  }
  const way = direction === OrderDirection.ASC ? 1 : -1
  const valued = subjects.map((subject) => ({ subject, value: valueOfSubject(subject) }))
  const absent = valued.filter(({ value }) => value === null)
  const present = valued.flatMap(({ subject, value }) => (value === null ? [] : [{ subject, value }]))
  return [...present.sort((one, other) => (one.value - other.value) * way), ...absent].map(
    ({ subject }) => subject,
  )
}

/** The scorecard of one subject; null for one that the viewer may not read. */
export async function findScorecard(
  ctx: RequestContext,
  source: ScoreSource,
  kind: ScorecardKind,
  id: string,
): Promise<Scorecard | null> {
  const mayRead = await readableSubjects(ctx)
  const found = (await subjectsIn(source)).find((subject) => subject.kind === kind && subject.id === id)
  return found !== undefined && mayRead(found) ? scorecardOf(source, found) : null
}

/** An agency, and the days of which its scorecard is asked for. */
interface AgencyInPeriod extends ScorePeriod {
  agencyId: string
}

/**
 * The scorecard of an agency as it is now; null where it has none that the viewer may read. All that are asked for at once are made of
 * one source for each period.
 */
export const scorecardOfAgency = batched(
  async (ctx, asked: readonly AgencyInPeriod[]): Promise<(Scorecard | null)[]> => {
    const mayRead = await readableSubjects(ctx)
    const found = new Map<string, Scorecard>()
    // One after another: a request has one connection
    for (const [inPeriod] of Map.groupBy(asked, keyOfPeriod).values()) {
      if (inPeriod === undefined) continue
      const source = await liveSource(ctx, { from: inPeriod.from, to: inPeriod.to })
      for (const subject of await subjectsIn(source))
        if (subject.kind === ScorecardKind.AGENCY && mayRead(subject))
          found.set(keyOfAgency({ ...source.period, agencyId: subject.id }), scorecardOf(source, subject))
    }
    return asked.map((each) => found.get(keyOfAgency(each)) ?? null)
  },
  keyOfAgency,
)

function keyOfAgency(asked: AgencyInPeriod): string {
  return `${keyOfPeriod(asked)} ${asked.agencyId}`
}

/** All scorecards of a kind that the viewer may read, for a file. */
export async function everyScorecard(
  ctx: RequestContext,
  source: ScoreSource,
  kind: ScorecardKind,
): Promise<Scorecard[]> {
  const mayRead = await readableSubjects(ctx)
  return (await subjectsIn(source))
    .filter((subject) => subject.kind === kind && mayRead(subject))
    .map((subject) => scorecardOf(source, subject))
}
