/**
 * What somebody may do beyond reading the published plan. A scope that ends in `:own` reaches what concerns the
 * agency of whoever has it, and what that agency's predecessors were given; the one without reaches everything.
 */
export const SCOPES = [
  /** Reported progress of tasks. */
  "progress:read",
  "progress:read:own",
  /** Reporting what the own agency did of a task, and asking for a later deadline. */
  "progress:report:own",
  /** Reporting on an agency's behalf; confirming and returning; suspending, cancelling, re-opening; deciding on deadlines. */
  "progress:write",
  /** Recording the documents that tasks wait for. */
  "documents:write",
  /** Observations, baselines, milestones and judgements of indicators. */
  "observations:read",
  "observations:read:own",
  /** Recording figures of indicators that the own agency answers for. */
  "observations:report:own",
  /** Recording on an agency's behalf; baselines, milestones and judgements. */
  "observations:write",
  /** Obstacles (vướng mắc) that agencies raised. */
  "obstacles:read",
  "obstacles:read:own",
  "obstacles:raise:own",
  /** Screening, merging, sending up, answering. */
  "obstacles:write",
  /** Recording what the City decided about an obstacle. */
  "obstacles:decide",
  /** Letters that urge agencies (công văn đôn đốc). */
  "reminders:read",
  "reminders:read:own",
  "reminders:write",
  /** Partners, agreements and activities of international cooperation. */
  "cooperation:read",
  "cooperation:read:own",
  "cooperation:write",
  /** Reports of agencies in a reporting round. */
  "reports:read",
  "reports:read:own",
  /** Filling in the own agency's report and handing it to the head. */
  "reports:draft:own",
  /** Approving the own agency's report and sending it. */
  "reports:approve:own",
  /** Preparing, opening and locking rounds; accepting and returning reports; entering one that came on paper. */
  "reports:write",
  /** Scorecards of agencies, heads and officials; of the own agency and of oneself. */
  "scorecards:read",
  "scorecards:read:own",
  /** Scorecards of the people of the own agency. */
  "scorecards:people:own",
  /** Keeping scorecards of a period as they are, and giving their method weights. */
  "scorecards:write",
  /** Experts: personal data. */
  "experts:read",
  "experts:write",
  /** Mergers, splits, renamings and dissolutions of agencies. */
  "agencies:write",
  /** What concerns oneself: notices, and how one wishes to be told. */
  "notifications:own",
  /** Messages that could not be delivered. */
  "deliveries:read",
  "deliveries:write",
  /** Which people act for which agency. */
  "assignments:read",
  "assignments:write",
  /** Systems' credentials. */
  "clients:read",
  "clients:write",
  /** The history of every change, sign-in and credential. */
  "audit:read",
  /** What the gateway itself asks of subgraphs; nobody else ever has it. */
  "gateway",
] as const

export type Scope = (typeof SCOPES)[number]

/** What a coordinator may grant to another team's system. */
export const GRANTABLE_SCOPES = ["progress:read", "observations:read", "cooperation:read"] as const
export type GrantableScope = (typeof GRANTABLE_SCOPES)[number]

export function isScope(text: string): text is Scope {
  return (SCOPES as readonly string[]).includes(text)
}
