import type { CalendarDate } from "@plan43/calendar"
import { registerEnumType } from "type-graphql"
import type { ScoredObligation, ScoreFacts } from "./score-facts.ts"
import { isWithin, type ScorePeriod, sharedDays } from "./score-period.ts"

/** Whose work a scorecard tells. Source: Plan 43/KH-UBND, II.1.3: “cơ quan, người đứng đầu và cán bộ, công chức, viên chức”. */
export const ScorecardKind = { AGENCY: "AGENCY", HEAD: "HEAD", OFFICIAL: "OFFICIAL" } as const
export type ScorecardKind = keyof typeof ScorecardKind
registerEnumType(ScorecardKind, {
  name: "ScorecardKind",
  description: "Whose work a scorecard tells: an agency's, that of its head, or that of an official of it",
})

/** A person in a role for an agency between two days. */
export interface ScoredPerson {
  /** Of the assignment; of whom nobody assigned here, made of account and agency. */
  id: string
  /** By whom answers are signed; null where only the e-mail is known, to which nothing that was recorded leads. */
  subject: string | null
  /** In lower case. */
  email: string | null
  name: string
  role: "AGENCY_HEAD" | "AGENCY_OFFICER"
  agencyId: string
  /** The first day; null of whom nobody assigned here: the issuer of sign-ins says what they are, and not since when. */
  validFrom: CalendarDate | null
  /** The last day; null where none is set. */
  validTo: CalendarDate | null
}

/** Whose scorecard. */
export type ScoreSubject =
  | { kind: "AGENCY"; id: string; agencyId: string; person: null }
  | { kind: "HEAD" | "OFFICIAL"; id: string; agencyId: string; person: ScoredPerson }

/** The agencies that owed or reported anything in a period, and the people who acted for them. */
export function subjectsOf(facts: ScoreFacts, people: readonly ScoredPerson[]): ScoreSubject[] {
  const agencyIds = new Set(
    [facts.obligations, facts.indicators, facts.reports].flatMap((rows) =>
      rows.map(({ agencyId }) => agencyId),
    ),
  )
  return [
    ...[...agencyIds].map((id) => ({ kind: "AGENCY" as const, id, agencyId: id, person: null })),
    ...people.map((person) => ({
      kind: person.role === "AGENCY_HEAD" ? ("HEAD" as const) : ("OFFICIAL" as const),
      id: person.id,
      agencyId: person.agencyId,
      person,
    })),
  ]
}

/** The days of the period on which somebody was in office; null: on none. */
export function daysInOffice(
  { validFrom, validTo }: Pick<ScoredPerson, "validFrom" | "validTo">,
  period: ScorePeriod,
): ScorePeriod | null {
  return sharedDays({ from: validFrom ?? period.from, to: validTo ?? period.to }, period)
}

/** What the scorecard of one subject is counted from. */
export interface SubjectFacts extends ScoreFacts {
  /** What it owes or owed that fell due on a day of the period that has come. */
  fellDue: readonly ScoredObligation[]
}

/** What concerns an agency: all of it. */
function ofAgency(facts: ScoreFacts, agencyId: string): SubjectFacts {
  const own = <Row extends { agencyId: string }>(rows: readonly Row[]) =>
    rows.filter((row) => row.agencyId === agencyId)
  const obligations = own(facts.obligations)
  return {
    ...facts,
    obligations,
    fellDue: obligations.filter(({ dueOn }) => isWithin(dueOn, { from: facts.period.from, to: facts.asOf })),
    indicators: own(facts.indicators),
    reports: own(facts.reports),
    reminders: own(facts.reminders),
    extensions: own(facts.extensions),
    answers: own(facts.answers),
    filledLines: own(facts.filledLines),
  }
}

/** What happened and fell due on these days. */
function onDays(facts: SubjectFacts, days: ScorePeriod): SubjectFacts {
  return {
    ...facts,
    period: days,
    fellDue: facts.fellDue.filter(({ dueOn }) => isWithin(dueOn, days)),
    reports: facts.reports.filter(({ dueOn }) => isWithin(dueOn, days)),
    reminders: facts.reminders.filter(({ sentOn }) => isWithin(sentOn, days)),
    extensions: facts.extensions.filter(({ decidedOn }) => isWithin(decidedOn, days)),
    answers: facts.answers.filter(({ signedOn }) => isWithin(signedOn, days)),
    filledLines: facts.filledLines.filter(({ filledOn }) => isWithin(filledOn, days)),
  }
}

/**
 * What a head answers for of what concerns the agency: what happened or fell due on days in office. How the agency stands at the
 * end of the period is told of whoever is its head on that day.
 */
function ofHead(facts: SubjectFacts, days: ScorePeriod): SubjectFacts {
  const inOffice = onDays(facts, days)
  return isWithin(facts.asOf, days) ? inOffice : { ...inOffice, obligations: [], indicators: [] }
}

/** What an official signed and filled in on days in office, and how the tasks stand that it is about. */
function ofOfficial(facts: SubjectFacts, subject: string | null, days: ScorePeriod): SubjectFacts {
  const inOffice = onDays(facts, days)
  const answers = inOffice.answers.filter(({ signedBy }) => signedBy === subject)
  const answered = new Set(answers.map(({ taskId }) => taskId))
  const isAbout = ({ taskId }: { taskId: string }) => answered.has(taskId)
  return {
    ...inOffice,
    obligations: facts.obligations.filter(isAbout),
    fellDue: inOffice.fellDue.filter(isAbout),
    indicators: [],
    reports: [],
    reminders: inOffice.reminders.filter(isAbout),
    extensions: inOffice.extensions.filter(isAbout),
    answers,
    filledLines: inOffice.filledLines.filter(({ filledBy }) => filledBy === subject),
  }
}

/** What the scorecard of somebody is counted from. */
export function factsOf(facts: ScoreFacts, { kind, agencyId, person }: ScoreSubject): SubjectFacts {
  const concerning = ofAgency(facts, agencyId)
  if (kind === "AGENCY") return concerning
  const days = daysInOffice(person, facts.period)
  if (days === null) return ofAgency(facts, NOBODY)
  return kind === "HEAD" ? ofHead(concerning, days) : ofOfficial(concerning, person.subject, days)
}

/** No agency is called so. */
const NOBODY = ""
