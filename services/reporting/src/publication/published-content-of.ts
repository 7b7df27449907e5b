import type {
  Observed,
  ReportedLine,
  ReportedReport,
  SynthesisContent,
} from "../synthesis/synthesis-content.ts"
import { namesOf } from "../synthesis/tables.ts"
import { agencyRowsOf } from "../tally/agency-rows.ts"
import type { ReportedTask } from "../tally/reported-task.ts"
import { talliesOf } from "../tally/tallies.ts"
import type {
  Licence,
  PublishedAgencies,
  PublishedContent,
  PublishedFigure,
  PublishedIndicator,
  PublishedResult,
  PublishedTasks,
  Punctuality,
  SignedReport,
} from "./published-content.ts"
import type { PublishedPart } from "./published-part.ts"

/** What of a round is published, and how. */
export interface PublicationChoice {
  parts: readonly PublishedPart[]
  /** What the City says of it; published with the part TEXT only. */
  text: string | null
  /** The tasks that carry what the public may not know. */
  sensitiveTaskIds: ReadonlySet<string>
  licence: Licence
  /** The report of the round as it was signed; null: it is not attached. */
  report: SignedReport | null
}

/**
 * What the public is shown of a locked round. Each field is taken over by name: what a report is written from may grow, and
 * nothing of it is published by that. Never: who approved or measured, what was only recorded and not accepted, difficulties,
 * proposals and plans of agencies, sensitive tasks; they are counted in the tallies, which must add up, and said to be.
 */
export function publishedContentOf(content: SynthesisContent, choice: PublicationChoice): PublishedContent {
  const chosen = new Set(choice.parts)
  const part = <T>(name: PublishedPart, make: () => T): T | null => (chosen.has(name) ? make() : null)
  const { name, kind, agenciesDueOn } = content.round
  return {
    round: { name, kind, agenciesDueOn },
    asOf: content.asOf,
    simulated: content.simulated,
    plans: plansOf(content.tasks),
    licence: choice.licence,
    report: choice.report && { number: choice.report.number, signedOn: choice.report.signedOn },
    text: part("TEXT", () => choice.text?.trim() || null),
    tallies: part("TALLIES", () => talliesOf(content.tasks).city),
    sections: part("SECTIONS", () => talliesOf(content.tasks).bySection),
    indicators: part("INDICATORS", () => indicatorsOf(content)),
    agencies: part("AGENCIES", () => agenciesOf(content)),
    tasks: part("TASKS", () => tasksOf(content, choice.sensitiveTaskIds)),
  }
}

function plansOf(tasks: readonly ReportedTask[]): PublishedContent["plans"] {
  const plans = new Map(
    tasks.map(({ planNumber, planIssuedOn, planIssuer }) => [
      `${planNumber} ${planIssuedOn} ${planIssuer}`,
      { number: planNumber, issuedOn: planIssuedOn, issuer: planIssuer },
    ]),
  )
  return [...plans.values()]
}

function indicatorsOf({ indicators }: SynthesisContent): PublishedIndicator[] {
  return indicators.map(
    ({ code, name, unit, targetText, horizonYear, leadText, heading, observed, before, assessment }) => ({
      ...{ code, name, unit, targetText, horizonYear, leadText, heading },
      observed: figureOf(observed),
      before: figureOf(before),
      assessment: assessment?.state ?? null,
    }),
  )
}

function figureOf(observed: Observed | null): PublishedFigure | null {
  if (observed === null) return null
  const { periodStart, periodEnd, value, note, provisional, source } = observed
  return { periodStart, periodEnd, value, words: value === null ? note : null, provisional, source }
}

function agenciesOf(content: SynthesisContent): PublishedAgencies {
  const { rows, withoutAgency, countedAgain } = agencyRowsOf(content)
  const reportOf = new Map(content.reports.map((report) => [report.agencyId, report]))
  return {
    rows: rows.map(({ id, name, tally }) => ({ name, punctuality: punctualityOf(reportOf.get(id)), tally })),
    withoutAgency,
    countedAgain,
  }
}

function punctualityOf(report: ReportedReport | undefined): Punctuality {
  if (report === undefined) return "NOT_ASKED"
  if (report.sentOn === null) return "NOT_SENT"
  if (report.standsReturned === true) return "RETURNED"
  return report.late ? "LATE" : "IN_TIME"
}

function tasksOf(content: SynthesisContent, sensitive: ReadonlySet<string>): PublishedTasks {
  const linesOf = Map.groupBy(content.lines, ({ itemId }) => itemId)
  const nameOf = namesOf(content)
  const listed = content.tasks.filter(({ id }) => !sensitive.has(id))
  return {
    rows: listed.map((task) => ({
      planNumber: task.planNumber,
      code: task.code,
      sectionNumeral: task.sectionNumeral,
      sectionTitle: task.sectionTitle,
      title: task.title,
      leadText: task.leadText,
      expectedResult: task.expectedResult,
      deadlineText: task.deadlineText,
      status: task.status,
      results: (linesOf.get(task.id) ?? []).flatMap((line) => resultOf(line, nameOf)),
    })),
    withheld: content.tasks.length - listed.length,
  }
}

function resultOf(line: ReportedLine, nameOf: (agencyId: string) => string): PublishedResult[] {
  const { accepted, answer, progress, resultDocument: document, percentage, agencyId } = line
  if (!accepted || answer !== "REPORTED") return []
  if (progress === null && document === null && percentage === null) return []
  return [{ agency: nameOf(agencyId), progress, document, percentage }]
}
