import type {
  FlattenNodePathSegment,
  InputRewrite,
  RequiresSelection,
} from "@graphql-hive/router-query-planner"
import { copyOf, mergeInto } from "./merge.ts"
import type { FetchedObject } from "./projection.ts"
import { applyRewrites, type IsOfType } from "./rewrites.ts"

/** What decides how data is read: the types of the graph and the client's variables. */
export interface Reading {
  isOfType: IsOfType
  variables: Readonly<Record<string, unknown>>
}

/** A place in an answer: response keys and list indexes. */
export type AnswerPath = (string | number)[]

/**
 * The objects at a path of the answer that another subgraph knows more about, and what identifies them
 * there. Objects with the same identity are asked for once.
 */
export class EntityTargets {
  readonly #objects: FetchedObject[] = []
  /** Index into the representations, by object. */
  readonly #asked: number[] = []
  readonly #representations: Representations

  constructor(representations: Representations) {
    this.#representations = representations
  }

  /** Adds the objects that can be asked for: those of which the required fields are known. */
  add(
    root: unknown,
    path: readonly FlattenNodePathSegment[],
    requires: readonly RequiresSelection[],
    rewrites: readonly InputRewrite[] | undefined,
    reading: Reading,
  ): void {
    visitObjectsAt(root, path, 0, reading.isOfType, (object) => {
      if (object.__typename === undefined) return
      const representation = representationOf(object, requires, reading)
      if (!representation) return
      applyRewrites(representation, rewrites, reading.isOfType)
      this.#objects.push(object)
      this.#asked.push(this.#representations.indexOf(representation))
    })
  }

  /** Merges the entities that a subgraph answered, in the order of the representations, into the objects. */
  merge(entities: readonly unknown[]): void {
    const used = new Uint8Array(entities.length)
    for (let index = 0; index < this.#objects.length; index++) {
      const asked = this.#asked[index] as number
      const entity = entities[asked] as FetchedObject | null
      if (!entity) continue
      mergeInto(this.#objects[index] as FetchedObject, used[asked] ? copyOf(entity) : entity)
      used[asked] = 1
    }
  }

  /** The objects that one representation stands for. */
  objectsAskedAs(asked: number): Set<FetchedObject> {
    return new Set(this.#objects.filter((_object, index) => this.#asked[index] === asked))
  }
}

/** What a subgraph is asked about, each once. */
export class Representations {
  readonly list: FetchedObject[] = []
  readonly #indexes = new Map<string, number>()

  /** The place of a representation in the list, where it is put unless it is there. */
  indexOf(representation: FetchedObject): number {
    const identity = JSON.stringify(representation)
    let index = this.#indexes.get(identity)
    if (index === undefined) {
      index = this.list.push(representation) - 1
      this.#indexes.set(identity, index)
    }
    return index
  }
}

/** @returns null where a required field is not known, so that the object cannot be asked for */
function representationOf(
  object: FetchedObject,
  requires: readonly RequiresSelection[],
  reading: Reading,
): FetchedObject | null {
  const representation: FetchedObject = {}
  if (!select(object, requires, representation, reading)) return null
  representation.__typename ??= object.__typename
  return Object.keys(representation).length > 1 ? representation : null
}

/** @returns false where a required field is not known */
function select(
  object: FetchedObject,
  requires: readonly RequiresSelection[],
  selected: FetchedObject,
  reading: Reading,
): boolean {
  for (const requirement of requires) {
    if (requirement.kind === "InlineFragment") {
      const { typeCondition, selections, skipIf, includeIf } = requirement
      if (skipIf && reading.variables[skipIf] === true) continue
      if (includeIf && reading.variables[includeIf] !== true) continue
      if (!reading.isOfType(object.__typename, [typeCondition])) continue
      if (!select(object, selections, selected, reading)) return false
    } else if (requirement.kind === "Field") {
      const { name, alias = name, selections } = requirement
      const value = name in object ? object[name] : object[alias]
      if (value === undefined) return false
      selected[alias] = selections?.length ? selectNested(value, selections, reading) : value
    }
  }
  return true
}

function selectNested(value: unknown, requires: readonly RequiresSelection[], reading: Reading): unknown {
  if (Array.isArray(value)) return value.map((item) => selectNested(item, requires, reading))
  if (typeof value !== "object" || value === null) return null
  const selected: FetchedObject = {}
  select(value as FetchedObject, requires, selected, reading)
  return selected
}

/** Calls back for every object at the path, through lists and past objects of other types. */
function visitObjectsAt(
  value: unknown,
  path: readonly FlattenNodePathSegment[],
  from: number,
  isOfType: IsOfType,
  visit: (object: FetchedObject) => void,
): void {
  if (typeof value !== "object" || value === null) return
  if (Array.isArray(value)) {
    const next = path[from] === "@" ? from + 1 : from
    for (const item of value) visitObjectsAt(item, path, next, isOfType, visit)
    return
  }
  const object = value as FetchedObject
  const segment = path[from]
  if (segment === undefined) visit(object)
  else if (segment === "@") return
  else if ("Field" in segment) visitObjectsAt(object[segment.Field], path, from + 1, isOfType, visit)
  else if (object.__typename === undefined || isOfType(object.__typename, segment.TypeCondition))
    visitObjectsAt(object, path, from + 1, isOfType, visit)
}

/** Where the objects stand in the answer; only errors ask for it, so it is looked for afterwards. */
export function pathsOf(root: unknown, objects: ReadonlySet<unknown>, path: AnswerPath = []): AnswerPath[] {
  if (typeof root !== "object" || root === null) return []
  const here = objects.has(root) ? [path] : []
  const below = Array.isArray(root)
    ? root.flatMap((item, index) => pathsOf(item, objects, [...path, index]))
    : Object.entries(root).flatMap(([key, item]) => pathsOf(item, objects, [...path, key]))
  return [...here, ...below]
}
