import DataLoader from "dataloader"
import type { RequestContext } from "../context/request-context.ts"

/**
 * Makes a loader that asks once for all keys wanted at the same time within one request.
 * @param load gives a value for every key, in the order of the keys
 * @example
 * const sectionById = batched((ctx, ids: readonly string[]) => sectionsOf(ctx, ids))
 * sectionById(ctx, task.sectionId)
 */
export function batched<K, V>(
  load: (ctx: RequestContext, keys: readonly K[]) => Promise<ArrayLike<V | Error>>,
  keyOf?: (key: K) => unknown,
): (ctx: RequestContext, key: K) => Promise<V> {
  const loaders = new WeakMap<RequestContext, DataLoader<K, V, unknown>>()
  return (ctx, key) => {
    let loader = loaders.get(ctx)
    if (loader === undefined) {
      loader = new DataLoader<K, V, unknown>((keys) => load(ctx, keys), keyOf && { cacheKeyFn: keyOf })
      loaders.set(ctx, loader)
    }
    return loader.load(key)
  }
}

/** The values in the order of the keys; null where there is none. */
export function inOrder<K, V>(keys: readonly K[], values: Iterable<V>, keyOf: (value: V) => K): (V | null)[] {
  const byKey = new Map<K, V>()
  for (const value of values) byKey.set(keyOf(value), value)
  return keys.map((key) => byKey.get(key) ?? null)
}

/** The values of each key, in their own order; an empty list where there are none. */
export function grouped<K, V>(keys: readonly K[], values: Iterable<V>, keyOf: (value: V) => K): V[][] {
  const byKey = new Map<K, V[]>(keys.map((key) => [key, []]))
  for (const value of values) byKey.get(keyOf(value))?.push(value)
  return keys.map((key) => byKey.get(key) ?? [])
}
