import { type OfficialTally, officialTallyOf } from "@plan43/official-tally"
import type { ReportedTask } from "./reported-task.ts"

/** The official tally of a section of the plan. */
export interface SectionFigures {
  numeral: string
  title: string
  tally: OfficialTally
}

/** The official tally of the tasks that an agency leads, alone or with others. */
export interface AgencyFigures {
  agencyId: string
  tally: OfficialTally
}

/**
 * The tallies of a round. They reconcile: the sections add up to `city`; so do the agencies with `withoutAgency`, less
 * `countedAgain`, figure by figure.
 */
export interface Tallies {
  city: OfficialTally
  bySection: readonly SectionFigures[]
  byAgency: readonly AgencyFigures[]
  /** Tasks whose lead cell names no body that is known. */
  withoutAgency: OfficialTally
  /** What the rows of agencies count more than once, since several lead it. */
  countedAgain: OfficialTally
}

type Counted = Pick<ReportedTask, "status" | "sectionNumeral" | "sectionTitle" | "leadIds">

/** The tallies of tasks, sections and agencies in the order in which the tasks first name them. */
export function talliesOf(tasks: readonly Counted[]): Tallies {
  const led = tasks.flatMap((task) => [...new Set(task.leadIds)].map((agencyId) => ({ agencyId, task })))
  return {
    city: tallyOf(tasks),
    bySection: [...Map.groupBy(tasks, ({ sectionNumeral }) => sectionNumeral)].map(
      ([numeral, ofSection]) => ({
        numeral,
        title: ofSection[0]?.sectionTitle ?? "",
        tally: tallyOf(ofSection),
      }),
    ),
    byAgency: [...Map.groupBy(led, ({ agencyId }) => agencyId)].map(([agencyId, ofAgency]) => ({
      agencyId,
      tally: tallyOf(ofAgency.map(({ task }) => task)),
    })),
    withoutAgency: tallyOf(tasks.filter(({ leadIds }) => leadIds.length === 0)),
    countedAgain: officialTallyOf(
      tasks.map(({ status, leadIds }) => ({ status, count: Math.max(new Set(leadIds).size - 1, 0) })),
    ),
  }
}

function tallyOf(tasks: readonly Counted[]): OfficialTally {
  return officialTallyOf(tasks.map(({ status }) => ({ status, count: 1 })))
}
