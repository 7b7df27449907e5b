/**
 * What somebody may do beyond reading the published plan. A scope that ends in `:own` reaches what concerns the
 * agency of whoever has it, and what that agency's predecessors were given; the one without reaches everything.
 */
export const SCOPES = [
  /** Reported progress of tasks. */
  "progress:read",
  "progress:read:own",
  /** Observations, baselines, milestones and judgements of indicators. */
  "observations:read",
  "observations:read:own",
  /** Partners, agreements and activities of international cooperation. */
  "cooperation:read",
  "cooperation:read:own",
  "cooperation:write",
  /** Experts: personal data. */
  "experts:read",
  "experts:write",
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
