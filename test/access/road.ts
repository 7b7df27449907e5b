import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql"

/** A way from a root of a subgraph's graph to a type. */
export interface Road {
  root: "query" | "mutation" | "subscription" | { entity: string }
  /** The fields on the way, the root's first. */
  steps: readonly { type: string; field: GraphQLField<unknown, unknown> }[]
}

/** What arguments on the way are filled in with. */
export interface Filling {
  /** Identifiers to be asked for of an entity, or as an argument `id` of a field that returns the type. */
  ids(type: string): readonly string[]
  /** What an argument of a field is given that has to be given. */
  input(argument: GraphQLArgument, field: string): unknown
}

/** A field that is asked for at the end of a road. */
export interface End {
  field: GraphQLField<unknown, unknown>
  /** What is asked for below it; "" of a value. */
  selection: string
  /** What else must be known to judge it, as it is written. */
  beside?: string
}

/** An operation with its variables. */
export interface Operation {
  query: string
  variables: Record<string, unknown>
}

/** The most roads to one type that are tried. */
const MOST_ROADS = 12

/**
 * Roads to a type, short ones first: from entities that there are identifiers of, from queries, mutations and subscriptions.
 * @param mayFollow leaves out fields, e.g. those that the requester may not use
 */
export function roadsTo(
  schema: GraphQLSchema,
  type: string,
  entities: readonly string[],
  mayFollow: (type: string, field: string) => boolean,
): Road[] {
  const pending: { road: Road; at: GraphQLObjectType }[] = []
  const start = (road: Road["root"], at: unknown) => {
    if (isObjectType(at)) pending.push({ road: { root: road, steps: [] }, at })
  }
  for (const entity of entities) start({ entity }, schema.getType(entity))
  start("query", schema.getQueryType())
  start("mutation", schema.getMutationType())
  start("subscription", schema.getSubscriptionType())
  const found: Road[] = []
  const visits = new Map<string, number>()
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    const { road, at } = next
    if (at.name === type) {
      found.push(road)
      if (found.length === MOST_ROADS) break
      continue
    }
    const visited = visits.get(at.name) ?? 0
    if (visited === MOST_ROADS) continue
    visits.set(at.name, visited + 1)
    for (const field of Object.values(at.getFields())) {
      const to = getNamedType(field.type)
      if (!isObjectType(to) || to.name.startsWith("_") || !mayFollow(at.name, field.name)) continue
      // In a circle it would come to nothing that it did not come to before
      if (to === at || road.steps.some((step) => step.type === to.name)) continue
      pending.push({ road: { ...road, steps: [...road.steps, { type: at.name, field }] }, at: to })
    }
  }
  return found
}

/**
 * The operation that goes the road and asks for something at its end.
 * @param end a selection as it is written, "" for a road that ends in a value, or fields with the arguments that they need
 */
export function operationOn(road: Road, end: string | readonly End[], filling: Filling): Operation {
  const variables: Record<string, unknown> = {}
  const declared: string[] = []
  const call = ({ field, selection, beside = "" }: End) =>
    `${callOf(field, filling, { variables, declared })}${selection === "" ? "" : ` { ${selection} }`} ${beside}`
  let selection = typeof end === "string" ? end : end.map(call).join(" ")
  for (const { field } of road.steps.toReversed()) selection = call({ field, selection })
  if (typeof road.root !== "object") {
    const head = declared.length === 0 ? "" : `(${declared.join(", ")})`
    return { query: `${road.root} ${head}{ ${selection} }`, variables }
  }
  const { entity } = road.root
  return {
    query: `query (${["$walked: [_Any!]!", ...declared].join(", ")}) { _entities(representations: $walked) { ... on ${entity} { ${selection} } } }`,
    variables: {
      ...variables,
      walked: filling.ids(entity).map((id) => ({ __typename: entity, id })),
    },
  }
}

/** A field with the arguments that it needs; lists are asked for whole. */
export function callOf(
  field: GraphQLField<unknown, unknown>,
  filling: Filling,
  { variables, declared }: { variables: Record<string, unknown>; declared: string[] },
): string {
  const returned = getNamedType(field.type).name
  const given = field.args.flatMap((argument) => {
    if (argument.name === "first") return ["first: 100"]
    const needed = isNonNullType(argument.type) && argument.defaultValue === undefined
    if (argument.name === "id") {
      const [id] = filling.ids(returned)
      if (id !== undefined || needed) return [`id: ${JSON.stringify(id ?? "")}`]
    }
    if (!needed) return []
    const variable = `v${declared.length}`
    declared.push(`$${variable}: ${argument.type}`)
    variables[variable] = filling.input(argument, field.name)
    return [`${argument.name}: $${variable}`]
  })
  return given.length === 0 ? field.name : `${field.name}(${given.join(", ")})`
}

/** The objects at the end of the road in an answer. */
export function objectsAt(road: Road, data: Record<string, unknown> | null): Record<string, unknown>[] {
  const keys = [
    ...(typeof road.root === "object" ? ["_entities"] : []),
    ...road.steps.map(({ field }) => field.name),
  ]
  let objects: Record<string, unknown>[] = data === null ? [] : [data]
  for (const key of keys) objects = objects.flatMap((object) => listed(object[key]))
  return objects
}

function listed(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(listed)
  return typeof value === "object" && value !== null ? [value as Record<string, unknown>] : []
}

/**
 * A value of an input type.
 * @param leaf gives the values of fields that are no inputs themselves, `undefined` to leave one out
 */
export function inputValue(
  { name, type }: Pick<GraphQLArgument, "name" | "type">,
  leaf: (field: { name: string; type: string; needed: boolean }) => unknown,
): unknown {
  const named = getNamedType(type)
  const needed = isNonNullType(type)
  const list = isListType(isNonNullType(type) ? type.ofType : type)
  if (isInputObjectType(named) && !list) {
    const fields = Object.values(named.getFields()).map(
      (field) => [field.name, inputValue(field, leaf)] as const,
    )
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined))
  }
  if (isEnumType(named)) return needed ? named.getValues()[0]?.name : undefined
  return leaf({ name, type: list ? `[${named.name}]` : named.name, needed })
}
