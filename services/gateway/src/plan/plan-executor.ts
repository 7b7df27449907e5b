import type { UnifiedGraphHandler } from "@graphql-hive/gateway-runtime"
import { QueryPlanner } from "@graphql-hive/router-query-planner"
import { transformSupergraphToPublicSchema } from "@theguild/federation-composition"
import {
  buildASTSchema,
  type DocumentNode,
  type ExecutionResult,
  executeSync,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  isAbstractType,
  isObjectType,
  type OperationDefinitionNode,
  parse,
} from "graphql"
import type { GraphRequestContext } from "../graph/graph-request-context.ts"
import type { SubgraphClients } from "../subgraph/subgraph-clients.ts"
import { executePlan, type PlanRun } from "./execute-plan.ts"
import { type PlannedOperation, planOperation } from "./planned-operation.ts"
import type { IsOfType } from "./rewrites.ts"
import type { Variables } from "./selections.ts"

type Executor = NonNullable<Awaited<ReturnType<UnifiedGraphHandler>>["executor"]>

/**
 * Executes operations on the router's plans with no layer in between; it stands where
 * `unifiedGraphHandler` of `@graphql-hive/router-runtime` would.
 * Operations come with a {@link GraphRequestContext}.
 */
export function planExecutor(subgraphs: SubgraphClients): UnifiedGraphHandler {
  return ({ getUnifiedGraphSDL }) => {
    const supergraphSdl = getUnifiedGraphSDL()
    const schema = buildASTSchema(
      transformSupergraphToPublicSchema(parse(supergraphSdl, { noLocation: true })),
    )
    const plannedOperation = operationCache(new QueryPlanner(supergraphSdl), schema)
    const isOfType = typeTest(schema)

    async function execute(
      document: DocumentNode,
      given: Variables,
      operationName: string | undefined,
      { requestId, requester }: GraphRequestContext,
    ): Promise<ExecutionResult> {
      const planned = await plannedOperation(document, operationName)
      const variables = coerced(schema, planned.operation, given)
      const { project, verbatim } = planned.reading(variables)
      const run: PlanRun = {
        variables,
        isOfType,
        data: {},
        errors: [],
        ask: (fetch, variables) =>
          subgraphs.named(fetch.serviceName).ask({
            query: fetch.operation,
            variables,
            operationName: fetch.operationName,
            repeatable: fetch.operationKind !== "mutation",
            verbatim: fetch === verbatim,
            requestId,
            requester,
          }),
      }
      if (planned.plan) await executePlan(planned.plan, run)
      if (run.verbatim !== undefined) return answerVerbatim(run.verbatim)

      const data = project(run.data, (coordinate) => {
        if (run.errors.length > 0) return
        const extensions = { code: "INCOMPLETE_DATA", coordinate }
        run.errors.push(new GraphQLError(`Thiếu dữ liệu bắt buộc: ${coordinate}`, { extensions }))
      })
      const { introspection } = planned
      const about =
        introspection && executeSync({ schema, document: introspection, variableValues: variables })
      const whole = data && about ? { ...about.data, ...data } : data
      return run.errors.length > 0 ? { errors: run.errors, data: whole } : { data: whole }
    }

    return {
      unifiedGraph: schema,
      getSubgraphSchema: () => schema,
      executor: (({ document, variables, operationName, context }) =>
        execute(
          document,
          variables ?? {},
          operationName,
          context as unknown as GraphRequestContext,
        )) as Executor,
    }
  }
}

/** The runtime writes an answer that knows its own text as it is. */
function answerVerbatim(text: string): ExecutionResult {
  const answer = { data: {}, stringify: () => text }
  return answer
}

/**
 * Plans every operation once. Documents are kept as long as the runtime's own cache of parsed documents
 * keeps them. A plan that failed is not kept.
 */
function operationCache(planner: QueryPlanner, schema: GraphQLSchema) {
  const cache = new WeakMap<DocumentNode, Map<string, Promise<PlannedOperation>>>()
  return (document: DocumentNode, operationName = ""): Promise<PlannedOperation> => {
    const operations = cache.get(document) ?? new Map<string, Promise<PlannedOperation>>()
    cache.set(document, operations)
    let planned = operations.get(operationName)
    if (!planned) {
      planned = planOperation(planner, schema, document, operationName || undefined)
      planned.catch(() => operations.delete(operationName))
      operations.set(operationName, planned)
    }
    return planned
  }
}

/** @throws GraphQLError or AggregateError of such when a variable is not of its type */
function coerced(schema: GraphQLSchema, operation: OperationDefinitionNode, given: Variables): Variables {
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given)
  if (coerced) return coerced
  const named = errors.map(
    ({ message, nodes }) =>
      new GraphQLError(message, {
        nodes,
        extensions: { code: "BAD_USER_INPUT", reason: "VARIABLE_INVALID" },
      }),
  )
  throw named.length === 1 ? named[0] : new AggregateError(named)
}

function typeTest(schema: GraphQLSchema): IsOfType {
  return (typename, names) => {
    if (typeof typename !== "string") return false
    if (names.includes(typename)) return true
    const type = schema.getType(typename)
    return names.some((name) => {
      const condition = schema.getType(name)
      return isObjectType(type) && isAbstractType(condition) && schema.isSubType(condition, type)
    })
  }
}
