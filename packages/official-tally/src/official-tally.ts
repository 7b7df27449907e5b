import { Directive, Field, Int, ObjectType } from "type-graphql"
import type { TaskStatus } from "./task-status.ts"

@Directive("@shareable")
@ObjectType({
  simpleResolvers: true,
  description: "The tally that official reports print; the figures below `assigned` add up to it",
})
export class OfficialTally {
  @Field(() => Int)
  assigned!: number

  @Field(() => Int)
  completedOnTime!: number

  @Field(() => Int)
  completedLate!: number

  @Field(() => Int, { description: "Reported as begun, and in time; or without a date to be late for" })
  inTime!: number

  @Field(() => Int)
  overdue!: number

  @Field(() => Int, { description: "Nothing reported, and the day is still to come" })
  notYetDue!: number

  @Field(() => Int)
  awaitingDocument!: number

  @Field(() => Int)
  suspendedOrCancelled!: number
}

/** The figure of the official tally in which a status is counted. */
const BUCKET = {
  COMPLETED_ON_TIME: "completedOnTime",
  COMPLETED_LATE: "completedLate",
  IN_PROGRESS: "inTime",
  ONGOING: "inTime",
  OVERDUE: "overdue",
  DUE_SOON: "notYetDue",
  NOT_STARTED: "notYetDue",
  AWAITING_TRIGGER: "awaitingDocument",
  SUSPENDED: "suspendedOrCancelled",
  CANCELLED: "suspendedOrCancelled",
} as const satisfies Record<TaskStatus, Exclude<keyof OfficialTally, "assigned">>

/** The statuses that are counted in a figure of the official tally; all of them are in `assigned`. */
export function statusesIn(figure: keyof OfficialTally): TaskStatus[] {
  const statuses = Object.keys(BUCKET) as TaskStatus[]
  return figure === "assigned" ? statuses : statuses.filter((status) => BUCKET[status] === figure)
}

/** The figures in the order in which reports print them, the total first. */
export const FIGURES = [
  "assigned",
  "completedOnTime",
  "completedLate",
  "inTime",
  "overdue",
  "notYetDue",
  "awaitingDocument",
  "suspendedOrCancelled",
] as const satisfies readonly (keyof OfficialTally)[]

/**
 * The tally that official reports print.
 * Source: DOMAIN.md, "The usual tallies in official reports".
 */
export function officialTallyOf(counts: readonly { status: TaskStatus; count: number }[]): OfficialTally {
  const tally: OfficialTally = {
    assigned: 0,
    completedOnTime: 0,
    completedLate: 0,
    inTime: 0,
    overdue: 0,
    notYetDue: 0,
    awaitingDocument: 0,
    suspendedOrCancelled: 0,
  }
  for (const { status, count } of counts) {
    tally[BUCKET[status]] += count
    tally.assigned += count
  }
  return tally
}

/** A tally to be taken off: added to others it takes away what it counts. */
export function takenOff(tally: OfficialTally): OfficialTally {
  const figures = FIGURES.map((figure) => [figure, tally[figure] === 0 ? 0 : -tally[figure]])
  return Object.fromEntries(figures) as unknown as OfficialTally
}
