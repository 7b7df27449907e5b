import type { FetchNodePathSegment, FetchRewrite } from "@graphql-hive/router-query-planner"
import type { FetchedObject } from "./projection.ts"

/** Whether an object of the type is of one of the types named, directly or through an interface or union. */
export type IsOfType = (typename: unknown, names: readonly string[]) => boolean

/**
 * Applies the planner's corrections to what goes to a subgraph or comes from it, in place: a key that had
 * to be renamed so as not to clash, and a type's name that the subgraph knows by another.
 */
export function applyRewrites(
  value: unknown,
  rewrites: readonly FetchRewrite[] | undefined,
  isOfType: IsOfType,
): void {
  for (const rewrite of rewrites ?? []) {
    if ("KeyRenamer" in rewrite) {
      const { path, renameKeyTo } = rewrite.KeyRenamer
      atPath(value, path, isOfType, (object, key) => {
        if (!(key in object)) return
        object[renameKeyTo] = object[key]
        delete object[key]
      })
    } else {
      const { path, setValueTo } = "ValueSetter" in rewrite ? rewrite.ValueSetter : rewrite
      atPath(value, path, isOfType, (object, key) => {
        object[key] = setValueTo
      })
    }
  }
}

function atPath(
  value: unknown,
  path: readonly FetchNodePathSegment[],
  isOfType: IsOfType,
  change: (object: FetchedObject, key: string) => void,
): void {
  if (typeof value !== "object" || value === null) return
  if (Array.isArray(value)) {
    for (const item of value) atPath(item, path, isOfType, change)
    return
  }
  const object = value as FetchedObject
  const [segment, ...rest] = path
  if (!segment) return
  if ("TypenameEquals" in segment) {
    if (object.__typename === undefined || isOfType(object.__typename, segment.TypenameEquals))
      atPath(object, rest, isOfType, change)
  } else if (rest.length === 0) change(object, segment.Key)
  else atPath(object[segment.Key], rest, isOfType, change)
}
