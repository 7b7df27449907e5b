import {
  type ConstDirectiveNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  valueFromASTUntyped,
} from "graphql"
import { type Requester, requesters, scopesHeldBy } from "./requesters.ts"
import type { PrintedSubgraph } from "./subgraph-schemas.ts"

/**
 * What a requester gets of a field: nothing ("no"), everything ("yes"), or, of rows that people record and of what is
 * worked out from them, all ("all"), what was published and what concerns the own agency ("own"), what was published
 * ("published").
 */
export type Access = "no" | "yes" | "all" | "own" | "published"

/** A field of the public graph, and what each of the requesters gets of it, by column. */
export interface AccessRow {
  /** e.g. "Task.status" */
  field: string
  access: ReadonlyMap<string, Access>
}

/** Which rows a requester sees, as {@link ROW_RULE} says in the schema. */
export interface RowRule {
  all: string
  own?: string
}

/**
 * The table as the subgraphs' directives say: a field is reached when a way from the root leads to its type and it names
 * no scope, or one that the requester has.
 * @param publicGraph what clients see: nothing else has a row
 */
export function accessTable(subgraphs: readonly PrintedSubgraph[], publicGraph: GraphQLSchema): AccessRow[] {
  const declared = declarationsOf(subgraphs)
  const reachable = new Map(
    requesters.map((requester) => [
      requester.column,
      typesReachable(publicGraph, ({ type, field }) => mayUse(requester, type, field, declared)),
    ]),
  )
  return publicTypes(publicGraph).flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({
      field: `${type.name}.${field.name}`,
      access: new Map(
        requesters.map((requester) => {
          const held = scopesHeldBy(requester)
          const used =
            reachable.get(requester.column)?.has(type.name) === true &&
            mayUse(requester, type.name, field.name, declared)
          const rule = ruleOf(type.name, field.name, getNamedType(field.type).name, declared)
          return [requester.column, used ? rowsOf(rule, held) : "no"]
        }),
      ),
    })),
  )
}

/** The object types of a graph that are not GraphQL's own, in alphabetical order. */
export function publicTypes(graph: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(graph.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith("__"))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** What is declared, by "Type" and by "Type.field". */
interface Declarations {
  scopes: ReadonlyMap<string, readonly string[]>
  rules: ReadonlyMap<string, RowRule>
}

function declarationsOf(subgraphs: readonly PrintedSubgraph[]): Declarations {
  const scopes = new Map<string, readonly string[]>()
  const rules = new Map<string, RowRule>()
  const note = (place: string, directives: readonly ConstDirectiveNode[] | undefined) => {
    for (const directive of directives ?? []) {
      const given = Object.fromEntries(
        (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
      )
      if (directive.name.value === "requiresScopes") scopes.set(place, (given.scopes as string[][]).flat())
      if (directive.name.value === ROW_RULE) rules.set(place, given as unknown as RowRule)
    }
  }
  for (const { schema } of subgraphs)
    for (const type of publicTypes(schema)) {
      note(type.name, type.astNode?.directives)
      for (const field of Object.values(type.getFields()))
        note(`${type.name}.${field.name}`, field.astNode?.directives)
    }
  return { scopes, rules }
}

const ROW_RULE = "rowRule"

/** Fields for people who are signed in, whatever they may do: no scope says that, the subgraph refuses everybody else. */
const FOR_PEOPLE: ReadonlySet<string> = new Set(["Subscription.changed"])

function mayUse(
  requester: Requester,
  type: string,
  field: string,
  { scopes }: Pick<Declarations, "scopes">,
): boolean {
  if (FOR_PEOPLE.has(`${type}.${field}`) && requester.identity?.kind !== "PERSON") return false
  const held = scopesHeldBy(requester)
  const needed = scopes.get(`${type}.${field}`) ?? scopes.get(type)
  return needed === undefined || needed.some((scope) => (held as readonly string[]).includes(scope))
}

function ruleOf(
  type: string,
  field: string,
  returned: string,
  { rules }: Pick<Declarations, "rules">,
): RowRule | undefined {
  const places = [`${type}.${field}`, ...[returned, type].flatMap((name) => [name, nodeOf(name)])]
  return places.map((place) => rules.get(place)).find((rule) => rule !== undefined)
}

/** A list shows the rows that its node's rule lets through. */
function nodeOf(type: string): string {
  return type.replace(/(Connection|Edge)$/, "")
}

function rowsOf(rule: RowRule | undefined, held: readonly string[]): Access {
  if (rule === undefined) return "yes"
  if (held.includes(rule.all)) return "all"
  return rule.own !== undefined && held.includes(rule.own) ? "own" : "published"
}

function typesReachable(
  graph: GraphQLSchema,
  mayFollow: (step: { type: string; field: string }) => boolean,
): ReadonlySet<string> {
  const reached = new Set<string>()
  const pending = [graph.getQueryType(), graph.getMutationType(), graph.getSubscriptionType()].filter(
    isObjectType,
  )
  for (let type = pending.pop(); type !== undefined; type = pending.pop()) {
    if (reached.has(type.name)) continue
    reached.add(type.name)
    for (const field of Object.values(type.getFields())) {
      const next = getNamedType(field.type)
      if (isObjectType(next) && mayFollow({ type: type.name, field: field.name })) pending.push(next)
    }
  }
  return reached
}

const TSV_HEAD = ["field", ...requesters.map(({ column }) => column)]

/** The table as a file that people review: one field a line, tabs between columns. */
export function writeTable(rows: readonly AccessRow[]): string {
  const lines = rows.map(({ field, access }) => [
    field,
    ...requesters.map(({ column }) => access.get(column) ?? ""),
  ])
  return `${[TSV_HEAD, ...lines].map((cells) => cells.join("\t")).join("\n")}\n`
}

/** @throws Error when the columns are not the requesters' */
export function readTable(text: string): AccessRow[] {
  const [head = "", ...lines] = text.trimEnd().split("\n")
  if (head !== TSV_HEAD.join("\t")) throw new Error("the table's columns are not those of requesters.ts")
  return lines.map((line) => {
    const [field = "", ...cells] = line.split("\t")
    return {
      field,
      access: new Map(requesters.map(({ column }, index) => [column, cells[index] as Access])),
    }
  })
}
