import { registerEnumType } from "type-graphql"

/** Why something stands on the page that the day begins with. */
export const MorningReason = {
  RETURNED: "RETURNED",
  WAITING_FOR_VERIFICATION: "WAITING_FOR_VERIFICATION",
  EXTENSION_REQUESTED: "EXTENSION_REQUESTED",
  DUE: "DUE",
  OVERDUE: "OVERDUE",
  ANSWERED: "ANSWERED",
  STARTED: "STARTED",
  SILENT: "SILENT",
} as const
export type MorningReason = keyof typeof MorningReason

registerEnumType(MorningReason, {
  name: "MorningReason",
  description: "Why something needs somebody this morning",
  valuesConfig: {
    RETURNED: { description: "The Department returned the agency's last report" },
    WAITING_FOR_VERIFICATION: {
      description: "The agency reports it completed; nobody has confirmed or returned that",
    },
    EXTENSION_REQUESTED: { description: "The agency asks for a later day; nobody has decided" },
    DUE: { description: "Its last day in time is near" },
    OVERDUE: { description: "Its last day in time has passed" },
    ANSWERED: { description: "Somebody lately answered what was waited for" },
    STARTED: { description: "It lately became possible to work on it: its first day, or its document" },
    SILENT: { description: "Nothing was heard of it for a long time" },
  },
})

/** Something that may stand on the page. */
export interface MorningCandidate {
  reason: MorningReason
  /** What it is about: the same thing stands there once, for the most pressing of its reasons. */
  subject: string
}

/** The page holds no more. Source: the issue on following the work, part 10. */
export const MORNING_ITEMS = 15

/**
 * Who waits for the reader comes first; then what can still be done in time, what is late, what is news, and at last
 * who is silent.
 */
const PRESSING: readonly MorningReason[] = [
  "RETURNED",
  "WAITING_FOR_VERIFICATION",
  "EXTENSION_REQUESTED",
  "DUE",
  "OVERDUE",
  "ANSWERED",
  "STARTED",
  "SILENT",
]

/**
 * What stands on the page, the most pressing first: at most {@link MORNING_ITEMS}, each thing once. Where there is more,
 * the reasons take turns in filling the page, so that eighty late tasks do not hide one agency that waits for an answer.
 * @param candidates within a reason, the most pressing first
 */
export function rankMorning<Candidate extends MorningCandidate>(
  candidates: readonly Candidate[],
): Candidate[] {
  const mentioned = new Set<string>()
  const queues = PRESSING.map((reason) =>
    candidates.filter((candidate) => {
      if (candidate.reason !== reason || mentioned.has(candidate.subject)) return false
      mentioned.add(candidate.subject)
      return true
    }),
  )
  const turns = queues.flatMap((queue) => queue.map((candidate, turn) => ({ candidate, turn })))
  const shown = new Set(
    turns
      .toSorted((a, b) => a.turn - b.turn)
      .slice(0, MORNING_ITEMS)
      .map(({ candidate }) => candidate),
  )
  return queues.flatMap((queue) => queue.filter((candidate) => shown.has(candidate)))
}
