import type { Identity, Scope } from "@plan43/authorization"
import { subgraphs } from "@plan43/subgraph-list"
import { personKeysOf } from "../recipient/person-keys.ts"
import type { Signal } from "./signal.ts"

/** What everybody may read, so that everybody may know that it changed. */
const PUBLIC_KINDS: ReadonlySet<string> = new Set([
  "Agency",
  "AgencySuccession",
  "CooperationProgramme",
  "Indicator",
  "Plan",
  "PlanMeasure",
  "PlanObligation",
  "PlanSection",
  "Task",
  "TaskPhase",
  "Trigger",
  "AwaitedDocument",
])

/** Whoever reads everything of a kind is told of everything of it; the first beginning that fits counts. */
const BY_KIND: readonly (readonly [beginning: string, scope: Scope])[] = [
  ["PersonAssignment", "assignments:read"],
  ["Expert", "experts:read"],
  ["Obstacle", "obstacles:read"],
  ["Reminder", "reminders:read"],
]

const BY_SOURCE: ReadonlyMap<string, string | null> = new Map(
  subgraphs.map(({ name, readableWith }) => [name, readableWith]),
)

/** Whether somebody may be told that something changed: it is theirs, public, of their agency, or they read all of it. */
export function isTellable(signal: Signal, viewer: Identity): boolean {
  if (signal.person !== null) return personKeysOf(viewer).includes(signal.person)
  if (PUBLIC_KINDS.has(signal.kind)) return true
  if (viewer.agencyId !== null && signal.agencyIds.includes(viewer.agencyId)) return true
  const scope =
    BY_KIND.find(([beginning]) => signal.kind.startsWith(beginning))?.[1] ?? BY_SOURCE.get(signal.source)
  return viewer.scopes.some((had) => had === scope)
}
