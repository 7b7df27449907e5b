import type { FetchedObject } from "./projection.ts"

/**
 * Merges a further answer about an object into it: objects key by key, lists item by item.
 * @param target changed in place
 * @param source its nested objects are taken over, not copied; give a {@link copyOf} where it serves twice
 */
export function mergeInto(target: FetchedObject, source: FetchedObject): void {
  for (const key in source) {
    const value = source[key]
    const before = target[key]
    if (isMergeable(before) && isMergeable(value)) mergeInto(before, value)
    else if (value !== undefined && (value !== null || before === undefined)) target[key] = value
  }
}

/** A copy of JSON that shares nothing with it. */
export function copyOf<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value
  if (Array.isArray(value)) return value.map(copyOf) as T
  const copy: FetchedObject = {}
  for (const key in value) copy[key] = copyOf(value[key])
  return copy as T
}

/** Lists are objects whose keys are their indexes. */
function isMergeable(value: unknown): value is FetchedObject {
  return typeof value === "object" && value !== null
}
