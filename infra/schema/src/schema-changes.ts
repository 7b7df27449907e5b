import { CriticalityLevel, diff } from "@graphql-inspector/core"
import type { GraphQLSchema } from "graphql"

/** How a change of the public graph meets those who ask it. */
export type Effect = "breaking" | "dangerous" | "safe"

/** One difference between two public graphs. */
export interface SchemaChange {
  effect: Effect
  /** Where, e.g. "Task.status" or "Task.status.asOf" */
  path: string
  /** What differs, in one sentence. */
  message: string
}

const EFFECTS = {
  [CriticalityLevel.Breaking]: "breaking",
  [CriticalityLevel.Dangerous]: "dangerous",
  [CriticalityLevel.NonBreaking]: "safe",
} as const satisfies Record<CriticalityLevel, Effect>

/** What differs in the second graph, breaking changes first. */
export async function changesBetween(released: GraphQLSchema, next: GraphQLSchema): Promise<SchemaChange[]> {
  const order: readonly Effect[] = ["breaking", "dangerous", "safe"]
  const changes = (await diff(released, next)).map(({ criticality, message, path }) => ({
    effect: EFFECTS[criticality.level],
    path: path ?? "",
    message,
  }))
  return changes.toSorted(
    (a, b) => order.indexOf(a.effect) - order.indexOf(b.effect) || a.path.localeCompare(b.path),
  )
}

/** Whether it changes words about the graph and nothing in it. */
export function isAboutWords({ effect, message }: SchemaChange): boolean {
  return effect === "safe" && /\bdescription\b/i.test(message)
}
