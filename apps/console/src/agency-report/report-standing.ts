import type { ReportStandingFragment } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"

/** How far a report has come: what every move changes. */
export const ReportStandingFragmentDocument = graphql(`
  fragment ReportStanding on AgencyReport {
    id
    version
    state
    approvedBy
    approvedAt
    sentOn
    receivedOn
    late
  }
`)

export type ReportStanding = ReportStandingFragment

/** Answers that a move of a report makes untrue. */
export const OUTDATED_BY_MOVE = ["reportingRounds", "reportingRound"] as const
