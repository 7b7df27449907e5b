import { type DocumentNode, Kind, parse, visit } from "graphql"

/**
 * The same operation for a day that a variable `$asOf` gives, where the console takes today.
 * @param field the field whose argument `asOf` it becomes
 */
export function withDay(document: DocumentNode, field: string): DocumentNode {
  const model = parse(`query ($asOf: Date) { ${field}(asOf: $asOf) { __typename } }`, { noLocation: true })
  const [operation] = model.definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("a query is an operation")
  const [asked] = operation.selectionSet.selections
  if (asked?.kind !== Kind.FIELD) throw new Error("a query asks for a field")
  return visit(document, {
    OperationDefinition: (node) => ({ ...node, variableDefinitions: operation.variableDefinitions }),
    Field: (node) => (node.name.value === field ? { ...node, arguments: asked.arguments } : undefined),
  })
}
