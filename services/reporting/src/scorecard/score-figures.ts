import type { ScoreCriterionCode } from "./criterion.ts"
import type { ScoreFacts } from "./score-facts.ts"
import { criteriaOfMethod, type ScoreMethod } from "./score-method.ts"
import { figureOf, type ScoreFigure } from "./score-row.ts"
import { factsOf, type ScoreSubject } from "./score-subject.ts"

/** The figures of one subject, by criterion, in the order of the method. */
export type ScoreFigures = ReadonlyMap<ScoreCriterionCode, ScoreFigure>

/** The figures of a subject by the criteria of a method that stand on its kind of scorecard. */
export function figuresOf(facts: ScoreFacts, subject: ScoreSubject, method: ScoreMethod): ScoreFigures {
  const concerning = factsOf(facts, subject)
  return new Map(
    criteriaOfMethod(method)
      .filter(({ kinds }) => kinds.includes(subject.kind))
      .map(({ code, measure, rows }) => [code, figureOf(rows(concerning), measure)]),
  )
}
