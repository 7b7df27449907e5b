import {
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from "graphql"

/** What an operation's text says, in one reading of its `@skip` and `@include`. */
export interface OperationText {
  operation: OperationDefinitionNode
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** Whether a selection takes part, as its directives and the variables have it. */
  include(selection: SelectionNode): boolean
}

/** A field of an answer. */
export interface ShapedField {
  /** Its name in the answer. */
  key: string
  /** Its name in the graph. */
  name: string
  type: GraphQLOutputType
  /** Of the objects it holds; undefined for scalars and enums. */
  shape: Shape | undefined
}

/** Which fields an object of an answer has, for each type it may be of. */
export class Shape {
  readonly #schema: GraphQLSchema
  readonly #text: OperationText
  readonly #selectionSets: readonly SelectionSetNode[]
  readonly #fieldsByType = new Map<string, readonly ShapedField[]>()
  readonly type: GraphQLCompositeType

  private constructor(
    schema: GraphQLSchema,
    text: OperationText,
    type: GraphQLCompositeType,
    selectionSets: readonly SelectionSetNode[],
  ) {
    this.#schema = schema
    this.#text = text
    this.type = type
    this.#selectionSets = selectionSets
  }

  /** @throws Error when the schema does not have the operation's root type */
  static of(schema: GraphQLSchema, text: OperationText): Shape {
    const root = schema.getRootType(text.operation.operation)
    if (!root) throw new Error(`the graph has no ${text.operation.operation}`)
    return new Shape(schema, text, root, [text.operation.selectionSet])
  }

  /**
   * The fields of an object in the order in which the operation first names them.
   * @param typename of the object; none for a type that the graph does not have
   */
  fieldsOf(typename: string): readonly ShapedField[] {
    let fields = this.#fieldsByType.get(typename)
    if (!fields) {
      fields = this.#collect(typename)
      this.#fieldsByType.set(typename, fields)
    }
    return fields
  }

  /** Whether objects of both have the same keys in the same order, all the way down. */
  equals(other: Shape): boolean {
    const types = isAbstractType(this.type) ? this.#schema.getPossibleTypes(this.type) : [this.type]
    return types.every(({ name }) => {
      const fields = this.fieldsOf(name)
      const others = other.fieldsOf(name)
      return (
        fields.length === others.length && fields.every((field, index) => sameField(field, others[index]))
      )
    })
  }

  #collect(typename: string): ShapedField[] {
    const type = this.#schema.getType(typename)
    if (!isObjectType(type)) return []
    const collected = new Map<string, { name: string; selectionSets: SelectionSetNode[] }>()
    const collect = (selections: readonly SelectionNode[]): void => {
      for (const selection of selections) {
        if (!this.#text.include(selection)) continue
        if (selection.kind === Kind.FIELD) {
          const key = selection.alias?.value ?? selection.name.value
          const field = collected.get(key) ?? { name: selection.name.value, selectionSets: [] }
          if (selection.selectionSet) field.selectionSets.push(selection.selectionSet)
          collected.set(key, field)
        } else {
          const spread = selection.kind === Kind.FRAGMENT_SPREAD
          const fragment = spread ? this.#text.fragments.get(selection.name.value) : selection
          const condition = fragment?.typeCondition?.name.value
          if (fragment && (condition === undefined || this.#covers(condition, typename)))
            collect(fragment.selectionSet.selections)
        }
      }
    }
    collect(this.#selectionSets.flatMap(({ selections }) => selections))

    return Array.from(collected, ([key, { name, selectionSets }]) => {
      const definition = name === "__typename" ? TypeNameMetaFieldDef : type.getFields()[name]
      if (!definition) throw new Error(`${typename}.${name} is not in the graph`)
      const named = getNamedType(definition.type)
      const shape = isCompositeType(named)
        ? new Shape(this.#schema, this.#text, named, selectionSets)
        : undefined
      return { key, name, type: definition.type, shape }
    })
  }

  #covers(condition: string, typename: string): boolean {
    if (condition === typename) return true
    const abstract = this.#schema.getType(condition)
    const type = this.#schema.getType(typename)
    return isAbstractType(abstract) && isObjectType(type) && this.#schema.isSubType(abstract, type)
  }
}

function sameField(field: ShapedField, other: ShapedField | undefined): boolean {
  if (other === undefined || field.key !== other.key || field.name !== other.name) return false
  if (field.shape === undefined || other.shape === undefined) return field.shape === other.shape
  return field.shape.equals(other.shape)
}
