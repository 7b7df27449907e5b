import { ChangeType, CriticalityLevel, diff } from "@graphql-inspector/core"
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

/** What was added, in whole: its parts are not told one by one. */
const ADDED: ReadonlySet<string> = new Set([ChangeType.TypeAdded, ChangeType.FieldAdded])

/** What differs in the second graph, breaking changes first. */
export async function changesBetween(released: GraphQLSchema, next: GraphQLSchema): Promise<SchemaChange[]> {
  const order: readonly Effect[] = ["breaking", "dangerous", "safe"]
  const differences = await diff(released, next)
  const added = new Set(differences.filter(({ type }) => ADDED.has(type)).map(({ path }) => path))
  const changes = differences
    .filter(({ path = "" }) => !wholesOf(path).some((whole) => added.has(whole)))
    .map(({ criticality, message, path }) => ({
      effect: EFFECTS[criticality.level],
      path: path ?? "",
      message,
    }))
  return changes.toSorted(
    (a, b) => order.indexOf(a.effect) - order.indexOf(b.effect) || a.path.localeCompare(b.path),
  )
}

/** What a part is a part of, e.g. of "Task.status.asOf": "Task" and "Task.status". */
function wholesOf(path: string): string[] {
  const names = path.split(".")
  return names.slice(1).map((_name, index) => names.slice(0, index + 1).join("."))
}

/** Whether it changes words about the graph and nothing in it. */
export function isAboutWords({ effect, message }: SchemaChange): boolean {
  return effect === "safe" && /\bdescription\b/i.test(message)
}
