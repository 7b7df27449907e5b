import type { UnifiedGraphHandler } from "@graphql-hive/gateway-runtime"
import { type FetchNode, type PlanNode, QueryPlanner } from "@graphql-hive/router-query-planner"
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
import { OperationCost } from "../limits/operation-cost.ts"
import { type OperationRules, OperationTimeout } from "../limits/operation-rules.ts"
import type { Streams } from "../live/streams.ts"
import type { SubgraphResponse } from "../subgraph/subgraph-client.ts"
import type { SubgraphClients } from "../subgraph/subgraph-clients.ts"
import { executePlan, type PlanRun, variablesOf } from "./execute-plan.ts"
import { streamOfResults } from "./execute-subscription.ts"
import { asksAboutSchema } from "./introspection.ts"
import { operationIn, type PlannedOperation, planOperation } from "./planned-operation.ts"
import type { IsOfType } from "./rewrites.ts"
import type { Variables } from "./selections.ts"

type Executor = NonNullable<Awaited<ReturnType<UnifiedGraphHandler>>["executor"]>

/**
 * Executes operations on the router's plans with no layer in between; it stands where
 * `unifiedGraphHandler` of `@graphql-hive/router-runtime` would.
 * Operations come with a {@link GraphRequestContext}.
 * @param rules what must hold of an operation before it is planned
 * @param streams where the results of subscriptions are kept within bounds
 */
export function planExecutor(
  subgraphs: SubgraphClients,
  rules: OperationRules,
  streams: Streams,
): UnifiedGraphHandler {
  return ({ getUnifiedGraphSDL }) => {
    const supergraphSdl = getUnifiedGraphSDL()
    const schema = buildASTSchema(
      transformSupergraphToPublicSchema(parse(supergraphSdl, { noLocation: true })),
    )
    const planner = new QueryPlanner(supergraphSdl)
    const preparedOperation = operationCache(planner, schema)
    const isOfType = typeTest(schema)

    async function execute(
      document: DocumentNode,
      given: Variables,
      operationName: string | undefined,
      context: GraphRequestContext,
    ): Promise<ExecutionResult | AsyncIterableIterator<ExecutionResult>> {
      const { requestId, requester } = context
      const prepared = preparedOperation(document, operationName)
      rules.requireWithinLimits(document, prepared.cost, given, requester)
      if (prepared.asksAboutSchema) rules.requireSchemaReader(requester.identity)
      const planned = await prepared.planned()
      const variables = coerced(schema, planned.operation, given)
      if (planned.plan?.kind === "Subscription")
        return subscribe(planned, planned.plan.primary, variables, context)
      const { project, verbatim } = planned.reading(variables)
      const outOfTime = new AbortController()
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
            signal: outOfTime.signal,
          }),
      }
      if (planned.plan) await executeInTime(planned.plan, run, outOfTime, rules.timeout)
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

    /**
     * Passes on what the one subgraph streams that has the field. What it tells is complete by itself: no other subgraph
     * is asked for more of it.
     */
    async function subscribe(
      planned: PlannedOperation,
      fetch: Omit<FetchNode, "kind">,
      variables: Variables,
      context: GraphRequestContext,
    ): Promise<ExecutionResult | AsyncIterableIterator<ExecutionResult>> {
      const { requestId, requester } = context
      const { project } = planned.reading(variables)
      const stream = streams.open(context)
      const answer = ({ data, errors = [] }: SubgraphResponse): ExecutionResult => {
        const incomplete: GraphQLError[] = []
        const projected =
          data &&
          project(data, (coordinate) => {
            const extensions = { code: "INCOMPLETE_DATA", coordinate }
            incomplete.push(new GraphQLError(`Thiếu dữ liệu bắt buộc: ${coordinate}`, { extensions }))
          })
        const all = [...errors, ...incomplete]
        return all.length > 0 ? { errors: all, data: projected ?? null } : { data: projected ?? null }
      }
      try {
        const begun = await subgraphs.named(fetch.serviceName).subscribe({
          query: fetch.operation,
          variables: variablesOf(fetch, { variables }),
          operationName: fetch.operationName,
          requestId,
          requester,
          signal: stream.signal,
        })
        if (Symbol.asyncIterator in begun) return streamOfResults(begun, stream, answer)
        stream.end()
        return answer(begun)
      } catch (error) {
        stream.end()
        throw error
      }
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

/** @throws OperationTimeout when the time is over; what is asked of subgraphs then is given up */
async function executeInTime(
  plan: PlanNode,
  run: PlanRun,
  outOfTime: AbortController,
  timeout: number,
): Promise<void> {
  const timer = setTimeout(() => outOfTime.abort(new OperationTimeout(timeout)), timeout)
  try {
    await executePlan(plan, run)
  } finally {
    clearTimeout(timer)
  }
}

/** What is known of an operation before it is run for the first time. */
interface PreparedOperation {
  cost: OperationCost
  asksAboutSchema: boolean
  /** Plans it when it is first asked for. */
  planned(): Promise<PlannedOperation>
}

/** Prepares every operation once, and keeps it as long as its document is kept. */
function operationCache(planner: QueryPlanner, schema: GraphQLSchema) {
  const cache = new WeakMap<DocumentNode, Map<string, PreparedOperation>>()
  return (document: DocumentNode, operationName = ""): PreparedOperation => {
    const operations = cache.get(document) ?? new Map<string, PreparedOperation>()
    cache.set(document, operations)
    let prepared = operations.get(operationName)
    if (!prepared) {
      prepared = prepare(planner, schema, document, operationIn(document, operationName || undefined))
      operations.set(operationName, prepared)
    }
    return prepared
  }
}

/** A plan that failed is not kept. */
function prepare(
  planner: QueryPlanner,
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): PreparedOperation {
  let planned: Promise<PlannedOperation> | undefined
  return {
    cost: OperationCost.of(schema, document, operation),
    asksAboutSchema: asksAboutSchema(document),
    planned() {
      if (!planned) {
        planned = planOperation(planner, schema, document, operation)
        planned.catch(() => {
          planned = undefined
        })
      }
      return planned
    },
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
        extensions: { code: "BAD_USER_INPUT", reason: "VARIABLE_INVALID", http: { status: 400 } },
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
