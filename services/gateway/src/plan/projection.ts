import { type GraphQLOutputType, isEnumType, isListType, isNonNullType, isObjectType } from "graphql"
import type { Shape, ShapedField } from "./shape.ts"

/** An object as subgraphs answered it: what was asked for, and keys that only the plan needed. */
export type FetchedObject = Record<string, unknown>

/** Told of every field that took its parent along because it may not be null, e.g. "Task.title". */
export type MissingFieldListener = (coordinate: string) => void

/**
 * Takes what subgraphs answered to what the client asked for.
 * @param data the merged answers of the subgraphs
 * @returns the fields of the operation in its order, or null where a missing field took everything along
 */
export type Projection = (data: FetchedObject, missing: MissingFieldListener) => FetchedObject | null

/** "This may not be null": the nearest parent that may be becomes null in its stead. */
const MISSING = Symbol("missing")

/** @returns the value as the client gets it, null, or MISSING */
type Complete = (value: unknown, missing: MissingFieldListener) => unknown

interface ProjectedField {
  key: string
  coordinate: string
  /** Undefined for `__typename`, whose value is `typename`. */
  complete: Complete | undefined
  typename: string
}

/** Compiles the shape of an answer into a function that gives answers this shape. */
export function compileProjection(shape: Shape): Projection {
  const complete = completeObject(shape)
  return (data, missing) => complete(data, missing) as FetchedObject | null
}

function completeOutput(type: GraphQLOutputType, shape: Shape | undefined): Complete {
  if (isNonNullType(type)) {
    const completeNullable = completeOutput(type.ofType, shape)
    return (value, missing) => completeNullable(value, missing) ?? MISSING
  }
  if (isListType(type)) {
    const completeItem = completeOutput(type.ofType, shape)
    return (value, missing) => (Array.isArray(value) ? completeList(value, completeItem, missing) : null)
  }
  if (shape) return completeObject(shape)
  // A value that the public graph does not have is inaccessible, not unknown.
  if (isEnumType(type)) return (value) => (type.getValue(value as string) ? value : null)
  return (value) => value ?? null
}

function completeList(
  values: unknown[],
  completeItem: Complete,
  missing: MissingFieldListener,
): unknown[] | null {
  const completed = new Array<unknown>(values.length)
  for (let index = 0; index < values.length; index++) {
    const item = completeItem(values[index], missing)
    if (item === MISSING) return null
    completed[index] = item
  }
  return completed
}

function completeObject(shape: Shape): Complete {
  const fieldsByType = new Map<string, ProjectedField[]>()
  const fieldsOf = (typename: string): ProjectedField[] => {
    let fields = fieldsByType.get(typename)
    if (!fields) {
      fields = shape.fieldsOf(typename).map((field) => projectedField(typename, field))
      fieldsByType.set(typename, fields)
    }
    return fields
  }
  const onlyType = isObjectType(shape.type) ? shape.type.name : undefined

  return (value, missing) => {
    if (typeof value !== "object" || value === null) return null
    const source = value as FetchedObject
    const projected: FetchedObject = {}
    for (const field of fieldsOf(onlyType ?? String(source.__typename))) {
      const completed = field.complete ? field.complete(source[field.key], missing) : field.typename
      if (completed === MISSING) {
        missing(field.coordinate)
        return null
      }
      projected[field.key] = completed
    }
    return projected
  }
}

function projectedField(typename: string, { key, name, type, shape }: ShapedField): ProjectedField {
  const complete = name === "__typename" ? undefined : completeOutput(type, shape)
  return { key, coordinate: `${typename}.${name}`, complete, typename }
}
