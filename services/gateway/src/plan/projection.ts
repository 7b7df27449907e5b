import {
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql"

/** An object as subgraphs answered it: what was asked for, and keys that only the plan needed. */
export type FetchedObject = Record<string, unknown>

/** A field whose value is null although its type says that it never is. */
export interface MissingField {
  /** E.g. "Task.title". */
  coordinate: string
}

/**
 * Takes what subgraphs answered to what the client asked for.
 * @param data the merged answers of the subgraphs
 * @param missing told of every field that took its parent along because it may not be null
 * @returns the fields of the operation in its order, or null where a missing field took everything along
 */
export type Projection = (data: FetchedObject, missing: (field: MissingField) => void) => FetchedObject | null

/** "This may not be null": the nearest parent that may be becomes null in its stead. */
const MISSING = Symbol("missing")

type Complete = (value: unknown, missing: (field: MissingField) => void) => unknown

interface ProjectedField {
  key: string
  coordinate: string
  /** Undefined for `__typename`, which is `typename`. */
  complete: Complete | undefined
  typename: string
}

/**
 * Compiles the shape of an operation's answer once, for one reading of its `@skip` and `@include`.
 * @param include whether a selection takes part, as its directives and the variables have it
 */
export function compileProjection(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  include: (selection: SelectionNode) => boolean,
): Projection {
  const root = schema.getRootType(operation.operation)
  if (!root) throw new Error(`the graph has no ${operation.operation}`)
  const complete = completeObject(root, [operation.selectionSet])
  return (data, missing) => {
    const projected = complete(data, missing)
    return projected === MISSING ? null : (projected as FetchedObject)
  }

  function completeOutput(type: GraphQLOutputType, selectionSets: readonly SelectionSetNode[]): Complete {
    if (isNonNullType(type)) {
      const completeInner = completeOutput(type.ofType, selectionSets)
      return (value, missing) => completeInner(value, missing) ?? MISSING
    }
    if (isListType(type)) {
      const completeItem = completeOutput(type.ofType, selectionSets)
      return (value, missing) => (Array.isArray(value) ? completeList(value, completeItem, missing) : null)
    }
    if (isCompositeType(type)) return completeObject(type, selectionSets)
    if (isEnumType(type)) return (value) => (type.getValue(value as string) ? value : null)
    return (value) => value ?? null
  }

  function completeList(
    values: unknown[],
    completeItem: Complete,
    missing: (field: MissingField) => void,
  ): unknown {
    const completed = new Array<unknown>(values.length)
    for (let index = 0; index < values.length; index++) {
      const item = completeItem(values[index], missing)
      if (item === MISSING) return null
      completed[index] = item
    }
    return completed
  }

  function completeObject(type: GraphQLCompositeType, selectionSets: readonly SelectionSetNode[]): Complete {
    const fieldsByType = new Map<string, ProjectedField[]>()
    const fieldsOf = (typename: string): ProjectedField[] => {
      let fields = fieldsByType.get(typename)
      if (!fields) {
        fields = projectedFields(typename, selectionSets)
        fieldsByType.set(typename, fields)
      }
      return fields
    }
    const onlyType = isObjectType(type) ? type.name : undefined

    return (value, missing) => {
      if (typeof value !== "object" || value === null) return null
      const source = value as FetchedObject
      const projected: FetchedObject = {}
      for (const field of fieldsOf(onlyType ?? String(source.__typename))) {
        if (!field.complete) {
          projected[field.key] = field.typename
          continue
        }
        const completed = field.complete(source[field.key], missing)
        if (completed === MISSING) {
          missing(field)
          return null
        }
        projected[field.key] = completed
      }
      return projected
    }
  }

  function projectedFields(typename: string, selectionSets: readonly SelectionSetNode[]): ProjectedField[] {
    const type = schema.getType(typename)
    if (!isObjectType(type)) return []
    return Array.from(collectFields(type, selectionSets), ([key, { name, selectionSets }]) => {
      const coordinate = `${typename}.${name}`
      if (name === "__typename") return { key, coordinate, complete: undefined, typename }
      const definition = type.getFields()[name]
      if (!definition) throw new Error(`${coordinate} is not in the graph`)
      return { key, coordinate, complete: completeOutput(definition.type, selectionSets), typename }
    })
  }

  /** The fields of one type by response key, in the order in which the operation first names them. */
  function collectFields(
    type: GraphQLObjectType,
    selectionSets: readonly SelectionSetNode[],
    collected = new Map<string, { name: string; selectionSets: SelectionSetNode[] }>(),
  ): Map<string, { name: string; selectionSets: SelectionSetNode[] }> {
    for (const selection of selectionSets.flatMap((set) => set.selections)) {
      if (!include(selection)) continue
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value
        const field = collected.get(key) ?? { name: selection.name.value, selectionSets: [] }
        if (selection.selectionSet) field.selectionSets.push(selection.selectionSet)
        collected.set(key, field)
      } else {
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection
        const condition = fragment?.typeCondition?.name.value
        if (fragment && (condition === undefined || covers(condition, type)))
          collectFields(type, [fragment.selectionSet], collected)
      }
    }
    return collected
  }

  function covers(condition: string, type: GraphQLObjectType): boolean {
    if (condition === type.name) return true
    const conditionType = schema.getType(condition)
    return isAbstractType(conditionType) && schema.isSubType(conditionType, type)
  }
}
