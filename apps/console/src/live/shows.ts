/** A thing that changed, as the stream tells it. */
export interface ChangedThing {
  /** The part of the graph, e.g. "tasks". */
  source: string
  /** The type of the thing, e.g. "Partner". */
  kind: string
  subjectId: string
}

/** What is worked out from anything of a part of the graph: types that show another figure when something of it changes. */
const WORKED_OUT: Readonly<Record<string, readonly string[]>> = {
  tasks: [
    "Task",
    "TaskConnection",
    "TaskSummary",
    "OfficialTally",
    "TaskObligation",
    "TaskObligationConnection",
    "ProgressReportConnection",
    "AgencyToRemindConnection",
    "Morning",
  ],
  indicators: ["Indicator", "IndicatorConnection", "IndicatorSummary"],
  agencies: ["Agency", "AgencyConnection"],
  reporting: ["ReportingRound", "ReportingRoundConnection", "AgencyReportConnection"],
}

/** Types of which nothing else is worked out: words that are saved while they are typed make no figure another one. */
const BY_ITSELF: ReadonlySet<string> = new Set(["Commentary"])

/** Fields that show something of a type without naming it, or while there is none of it. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  InboxEntry: ["unreadNotifications"],
  Commentary: ["commentary"],
}

/** Whether an answer shows what changed: the thing itself, a list where it may stand, or what is worked out from it. */
export function shows(answer: unknown, { source, kind, subjectId }: ChangedThing): boolean {
  const workedOut = BY_ITSELF.has(kind) ? [] : (WORKED_OUT[source] ?? [])
  const types = new Set([`${kind}Connection`, ...workedOut])
  const fields = FIELDS[kind] ?? []
  const look = (value: unknown): boolean => {
    if (typeof value !== "object" || value === null) return false
    if (Array.isArray(value)) return value.some(look)
    const { __typename, id } = value as { __typename?: unknown; id?: unknown }
    if (
      typeof __typename === "string" &&
      (types.has(__typename) || (__typename === kind && id === subjectId))
    )
      return true
    return fields.some((field) => field in value) || Object.values(value).some(look)
  }
  return look(answer)
}
