import {
  BREAK,
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  visit,
} from "graphql"

/** An operation in two: what the gateway knows itself, and what subgraphs are asked. */
export interface SplitDocument {
  /** About the schema; undefined when nothing is. */
  introspection: DocumentNode | undefined
  /** About data; undefined when nothing is. */
  data: DocumentNode | undefined
}

const ABOUT_THE_SCHEMA = new Set(["__schema", "__type"])

/** Splits an operation by its root fields; those inside fragments at the root count as data. */
export function splitIntrospection(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): SplitDocument {
  const { selections } = operation.selectionSet
  const isAboutSchema = (selection: SelectionNode) =>
    selection.kind === Kind.FIELD && ABOUT_THE_SCHEMA.has(selection.name.value)
  if (!selections.some(isAboutSchema)) return { introspection: undefined, data: document }

  const only = (kept: SelectionNode[]): DocumentNode | undefined =>
    kept.length === 0
      ? undefined
      : {
          ...document,
          definitions: document.definitions.map((definition) =>
            definition === operation
              ? { ...operation, selectionSet: { ...operation.selectionSet, selections: kept } }
              : definition,
          ),
        }
  return {
    introspection: only(selections.filter(isAboutSchema)),
    data: only(selections.filter((selection) => !isAboutSchema(selection))),
  }
}

/** Whether a document asks about the schema, also inside fragments. */
export function asksAboutSchema(document: DocumentNode): boolean {
  let asks = false
  visit(document, {
    Field({ name }) {
      if (!ABOUT_THE_SCHEMA.has(name.value)) return undefined
      asks = true
      return BREAK
    },
  })
  return asks
}
