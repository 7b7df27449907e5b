import type {
  BatchFetchNode,
  FetchNode,
  FlattenNodePathSegment,
  PlanNode,
} from "@graphql-hive/router-query-planner"
import { GraphQLError } from "graphql"
import type { SubgraphResponse } from "../subgraph/subgraph-client.ts"
import { SubgraphUnavailable } from "../subgraph/subgraph-unavailable.ts"
import { type AnswerPath, EntityTargets, pathsOf, type Reading, Representations } from "./entities.ts"
import { mergeInto } from "./merge.ts"
import type { FetchedObject } from "./projection.ts"
import { applyRewrites } from "./rewrites.ts"
import { rootKeysOf } from "./selections.ts"

/** One run of a plan. */
export interface PlanRun extends Reading {
  /** Asks a subgraph; rejects with {@link SubgraphUnavailable} when it gives no answer. */
  ask(
    fetch: FetchNode | BatchFetchNode,
    variables: Record<string, unknown> | undefined,
  ): Promise<SubgraphResponse>
  /** What the subgraphs have answered so far. */
  data: FetchedObject
  errors: GraphQLError[]
  /** The whole answer as a subgraph wrote it, where it was asked for so and is nothing but data. */
  verbatim?: string
}

/** Asks the subgraphs in the order of the plan; what they answer is in the run afterwards. */
export async function executePlan(node: PlanNode, run: PlanRun): Promise<void> {
  switch (node.kind) {
    case "Sequence":
      for (const step of node.nodes) await executePlan(step, run)
      return
    case "Parallel":
      await Promise.all(node.nodes.map((step) => executePlan(step, run)))
      return
    case "Condition": {
      const step = run.variables[node.condition] === true ? node.ifClause : node.elseClause
      return step ? executePlan(step, run) : undefined
    }
    case "Fetch":
      return fetchRoot(node, run)
    case "Flatten":
      if (node.node.kind === "Fetch") return fetchEntities(node.path, node.node, run)
      break
    case "BatchFetch":
      return fetchEntityBatch(node, run)
  }
  throw new Error(`the gateway does not execute this step of a plan: ${node.kind}`)
}

async function fetchRoot(fetch: FetchNode, run: PlanRun): Promise<void> {
  const response = await answerOf(fetch, variablesOf(fetch, run), run, () =>
    rootKeysOf(fetch.operation, run.variables).map((key) => [key]),
  )
  if (!response) return
  run.verbatim = response.verbatim
  for (const error of response.errors ?? []) run.errors.push(error)
  if (!response.data) return
  applyRewrites(response.data, fetch.outputRewrites, run.isOfType)
  mergeInto(run.data, response.data)
}

async function fetchEntities(path: FlattenNodePathSegment[], fetch: FetchNode, run: PlanRun): Promise<void> {
  const representations = new Representations()
  const targets = new EntityTargets(representations)
  targets.add(run.data, path, fetch.requires ?? [], fetch.inputRewrites, run)
  if (representations.list.length === 0) return

  const variables = { ...variablesOf(fetch, run), representations: representations.list }
  const response = await answerOf(fetch, variables, run, () => [beforeFirstList(path)])
  if (!response) return
  const entities = response.data?._entities
  if (Array.isArray(entities)) {
    applyRewrites(response.data, fetch.outputRewrites, run.isOfType)
    targets.merge(entities)
  }
  relocate(response, new Map([["_entities", targets]]), run)
}

async function fetchEntityBatch(fetch: BatchFetchNode, run: PlanRun): Promise<void> {
  const { aliases } = fetch.entityBatch
  const representationsByVariable = new Map<string, Representations>()
  const targetsByAlias = new Map<string, EntityTargets>()
  for (const { alias, representationsVariableName, paths, requires, inputRewrites } of aliases) {
    const representations =
      representationsByVariable.get(representationsVariableName) ?? new Representations()
    representationsByVariable.set(representationsVariableName, representations)
    const targets = new EntityTargets(representations)
    for (const path of paths) targets.add(run.data, path, requires, inputRewrites, run)
    targetsByAlias.set(alias, targets)
  }
  if (representationsByVariable.values().every(({ list }) => list.length === 0)) return

  const variables = variablesOf(fetch, run) ?? {}
  for (const [name, { list }] of representationsByVariable) variables[name] = list
  const response = await answerOf(fetch, variables, run, () =>
    aliases.flatMap(({ paths }) => paths.map(beforeFirstList)),
  )
  if (!response) return
  for (const { alias, outputRewrites } of aliases) {
    const entities = response.data?.[alias]
    if (!Array.isArray(entities)) continue
    applyRewrites(entities, outputRewrites, run.isOfType)
    targetsByAlias.get(alias)?.merge(entities)
  }
  relocate(response, targetsByAlias, run)
}

/**
 * Asks; a part that gives no answer leaves an error at each of the places its data would have stood.
 * @returns undefined when there is no answer
 */
async function answerOf(
  fetch: FetchNode | BatchFetchNode,
  variables: Record<string, unknown> | undefined,
  run: PlanRun,
  places: () => AnswerPath[],
): Promise<SubgraphResponse | undefined> {
  try {
    return await run.ask(fetch, variables)
  } catch (error) {
    if (!(error instanceof SubgraphUnavailable)) throw error
    const { message, extensions } = error
    const distinct = new Map(places().map((path) => [path.join("."), path]))
    for (const path of distinct.values()) run.errors.push(new GraphQLError(message, { path, extensions }))
    return undefined
  }
}

/** The client's variables that the step uses, without those the client left out. */
/** Those of the variables that a fetch uses; undefined where it uses none. */
export function variablesOf(
  fetch: Pick<FetchNode, "variableUsages">,
  run: Pick<PlanRun, "variables">,
): Record<string, unknown> | undefined {
  if (!fetch.variableUsages?.length) return undefined
  const variables: Record<string, unknown> = {}
  for (const name of fetch.variableUsages) if (name in run.variables) variables[name] = run.variables[name]
  return variables
}

/** Errors of entities are about places in the list asked for; clients see places in their own answer. */
function relocate(
  { errors }: SubgraphResponse,
  targetsByKey: ReadonlyMap<string, EntityTargets>,
  run: PlanRun,
): void {
  for (const error of errors ?? []) {
    const [key, asked, ...below] = error.path ?? []
    const targets = typeof key === "string" ? targetsByKey.get(key) : undefined
    const places =
      targets && typeof asked === "number"
        ? pathsOf(run.data, targets.objectsAskedAs(asked))
        : ([undefined] as const)
    for (const place of places) {
      const path = place && [...place, ...below]
      run.errors.push(new GraphQLError(error.message, { path, extensions: error.extensions }))
    }
  }
}

/** A plan's path as far as it names one place of the answer. */
function beforeFirstList(path: readonly FlattenNodePathSegment[]): AnswerPath {
  const place: AnswerPath = []
  for (const segment of path) {
    if (segment === "@") break
    if ("Field" in segment) place.push(segment.Field)
  }
  return place
}
