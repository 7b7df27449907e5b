import type { FetchNode, PlanNode, QueryPlanner } from "@graphql-hive/router-query-planner"
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  visit,
} from "graphql"
import { splitIntrospection } from "./introspection.ts"
import { compileProjection, type Projection } from "./projection.ts"
import { fragmentsOf, isIncluded, type Variables } from "./selections.ts"
import { Shape } from "./shape.ts"

/** An operation made ready once, to be run many times with different variables. */
export interface PlannedOperation {
  operation: OperationDefinitionNode
  /** What the gateway answers from the schema itself; undefined when nothing is. */
  introspection: DocumentNode | undefined
  /** What to ask of which subgraph; undefined when nothing is to be asked. */
  plan: PlanNode | undefined
  /** How the subgraphs' answers become the client's, as `@skip` and `@include` read these variables. */
  reading(variables: Variables): OperationReading
}

/** What depends on `@skip` and `@include`. */
export interface OperationReading {
  project: Projection
  /** The only question, where its answer is to the letter what the client asked for. */
  verbatim: FetchNode | undefined
}

/** @throws GraphQLError when the document does not have the operation, or has several and none is named */
export function operationIn(
  document: DocumentNode,
  operationName: string | undefined,
): OperationDefinitionNode {
  const operation = getOperationAST(document, operationName)
  if (operation) return operation
  throw new GraphQLError(`Không có thao tác “${operationName ?? ""}” trong tài liệu gửi lên`)
}

/**
 * @param document validated against the schema
 * @param operation one of its own
 */
export async function planOperation(
  planner: QueryPlanner,
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Promise<PlannedOperation> {
  const operationName = operation.name?.value
  const { introspection, data } = splitIntrospection(document, operation)
  const dataOperation = (data && getOperationAST(data, operationName)) ?? undefined
  const plan = data && (await planner.planAsync(print(data), operation.name?.value, new Set(), 0)).node
  const fragments = fragmentsOf(document)
  const conditions = conditionVariables(document)
  const readings = new Map<string, OperationReading>()

  function read(variables: Variables): OperationReading {
    if (!dataOperation) return { project: () => ({}), verbatim: undefined }
    const include = (selection: SelectionNode) => isIncluded(selection, variables)
    const shape = Shape.of(schema, { operation: dataOperation, fragments, include })
    const alone = introspection === undefined && plan?.kind === "Fetch" && isPlain(plan)
    return {
      project: compileProjection(shape),
      verbatim: alone && shape.equals(shapeOfFetch(plan, schema, include)) ? plan : undefined,
    }
  }

  return {
    operation,
    introspection,
    plan,
    reading(variables) {
      const key = conditions.map((name) => (variables[name] === true ? 1 : 0)).join("")
      let reading = readings.get(key)
      if (!reading) {
        reading = read(variables)
        readings.set(key, reading)
      }
      return reading
    },
  }
}

function isPlain({ requires, inputRewrites, outputRewrites }: FetchNode): boolean {
  return !requires?.length && !inputRewrites?.length && !outputRewrites?.length
}

function shapeOfFetch(
  fetch: FetchNode,
  schema: GraphQLSchema,
  include: (selection: SelectionNode) => boolean,
): Shape {
  const document = parse(fetch.operation, { noLocation: true })
  const operation = getOperationAST(document, fetch.operationName)
  if (!operation) throw new Error(`a plan asks ${fetch.serviceName} for nothing: ${fetch.operation}`)
  return Shape.of(schema, { operation, fragments: fragmentsOf(document), include })
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
