import type { PlanNode, QueryPlanner } from "@graphql-hive/router-query-planner"
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  print,
  visit,
} from "graphql"
import { splitIntrospection } from "./introspection.ts"
import { compileProjection, type Projection } from "./projection.ts"
import { fragmentsOf, isIncluded } from "./selections.ts"

/** An operation made ready once, to be run many times with different variables. */
export interface PlannedOperation {
  operation: OperationDefinitionNode
  /** What the gateway answers from the schema itself; undefined when nothing is. */
  introspection: DocumentNode | undefined
  /** What to ask of which subgraph; undefined when nothing is to be asked. */
  plan: PlanNode | undefined
  /** The shape of the subgraphs' part of the answer, as `@skip` and `@include` read these variables. */
  projectionFor(variables: Readonly<Record<string, unknown>>): Projection
}

/**
 * @param document validated against the schema
 * @throws GraphQLError when the document does not have the operation
 */
export async function planOperation(
  planner: QueryPlanner,
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): Promise<PlannedOperation> {
  const operation = getOperationAST(document, operationName)
  if (!operation) throw new GraphQLError(`Không có thao tác “${operationName ?? ""}” trong tài liệu gửi lên`)
  const { introspection, data } = splitIntrospection(document, operation)
  const dataOperation = data && getOperationAST(data, operationName)
  const plan = data && (await planner.planAsync(print(data), operation.name?.value, new Set(), 0)).node
  const fragments = fragmentsOf(document)
  const conditions = conditionVariables(document)
  const projections = new Map<string, Projection>()

  return {
    operation,
    introspection,
    plan,
    projectionFor(variables) {
      const reading = conditions.map((name) => (variables[name] === true ? 1 : 0)).join("")
      let projection = projections.get(reading)
      if (!projection) {
        projection = dataOperation
          ? compileProjection(schema, dataOperation, fragments, (selection) =>
              isIncluded(selection, variables),
            )
          : () => ({})
        projections.set(reading, projection)
      }
      return projection
    },
  }
}

/** Names of the variables that decide whether something takes part. */
function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>()
  visit(document, {
    Directive(directive) {
      for (const { value } of directive.arguments ?? [])
        if (value.kind === Kind.VARIABLE) names.add(value.name.value)
    },
  })
  return [...names]
}
