import type { TypePolicies } from "@apollo/client"
import { relayStylePagination } from "@apollo/client/utilities"

/** Lists grow page by page under one entry per filter and order. */
const pages = relayStylePagination(["filter", "orderBy", "asOf"])

/** The same, apart from a question for the last entry alone, which would take the place of what was read. */
const pagesOrLast = relayStylePagination((given) => (given?.first === 1 ? ["first"] : false))

/** Types whose timeline is read page by page, besides those that have other lists. */
const WITH_HISTORY = [
  "Agreement",
  "ApiClient",
  "CalendarException",
  "ClosedPeriod",
  "CooperationActivity",
  "CooperationProgramme",
  "Expert",
  "Indicator",
  "Obstacle",
  "ObstacleTerm",
  "Partner",
  "PersonAssignment",
  "ReportTemplate",
  "Task",
  "Trigger",
]

/** The fields that a screen reads page by page. One that is not here would show its next page in place of the first. */
export const lists: TypePolicies = {
  Query: {
    fields: {
      tasks: pages,
      obligations: pages,
      reportsToVerify: pages,
      indicators: pages,
      closedPeriods: pages,
      reopenedPeriods: pages,
      agencies: pages,
      agencyChanges: pages,
      triggers: pages,
      cooperationProgrammes: pages,
      partners: pages,
      agreements: pages,
      cooperationActivities: pages,
      experts: pages,
      apiClients: pages,
      assignments: pages,
      auditEntries: pages,
      notifications: pages,
      deliveries: pages,
      scorecardHistory: pages,
      obstacles: pages,
      reminders: pages,
      agenciesToRemind: pages,
      reportingRounds: pages,
      escalatedObligations: pages,
      reportTemplates: pages,
    },
  },
  ReportingRound: { fields: { reports: pages, history: pages } },
  // Neither has an identifier of its own: what several questions ask of one belongs together
  Scorecards: { merge: true, fields: { cards: pages } },
  ScoreFigure: { merge: true, fields: { rows: pages } },
  AgencyReport: { fields: { lines: pages, history: pagesOrLast } },
  ReportLine: { fields: { history: pagesOrLast } },
  TaskObligation: { fields: { reports: pages } },
  Agency: {
    fields: {
      ledTasks: pages,
      coordinatedTasks: pages,
      indicators: pages,
      members: pages,
      history: pages,
    },
  },
  ...Object.fromEntries(WITH_HISTORY.map((type) => [type, { fields: { history: pages } }])),
}
