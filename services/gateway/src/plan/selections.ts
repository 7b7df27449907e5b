import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  parse,
  type SelectionNode,
} from "graphql"

/** A client's variables, coerced. */
export type Variables = Readonly<Record<string, unknown>>

/** Whether `@skip` and `@include` let a selection take part. */
export function isIncluded(selection: SelectionNode, variables: Variables): boolean {
  if (!selection.directives?.length) return true
  return (
    getDirectiveValues(GraphQLSkipDirective, selection, variables)?.if !== true &&
    getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.if !== false
  )
}

/** The named fragments of a document. */
export function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]))
}

/** @returns the keys that the answer to an operation has at its root */
export function rootKeysOf(operationText: string, variables: Variables): string[] {
  const document = parse(operationText, { noLocation: true })
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  const fragments = fragmentsOf(document)
  const keysOf = (selections: readonly SelectionNode[]): string[] =>
    selections
      .filter((selection) => isIncluded(selection, variables))
      .flatMap((selection) => {
        if (selection.kind === Kind.FIELD) return [selection.alias?.value ?? selection.name.value]
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection
        return keysOf(fragment?.selectionSet.selections ?? [])
      })
  return keysOf(operation?.selectionSet.selections ?? [])
}
