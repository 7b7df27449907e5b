import { randomUUID } from "node:crypto"
import type { RunningSubgraph } from "@plan43/subgraph"
import { type Answer, ask, firstEvent } from "@plan43/subgraph/testing"
import { type GraphQLField, type GraphQLSchema, getNamedType, isLeafType, isObjectType } from "graphql"
import type { Access } from "./access-table.ts"
import { AskedTogether } from "./asked-together.ts"
import {
  type FurtherRows,
  isRowType,
  KINDS,
  type RecordedRows,
  ROW_TYPES,
  type RowKind,
  type RowType,
} from "./recorded-rows.ts"
import type { Requester } from "./requesters.ts"
import { type End, inputValue, objectsAt, operationOn, type Road, roadsTo } from "./road.ts"

/** A subgraph, and all that is needed to go through it. */
export interface Ground {
  subgraph: RunningSubgraph
  schema: GraphQLSchema
  rows: RecordedRows
  furtherRows: FurtherRows
  /** What fields are asked with that answer nothing to just any argument, by field and argument. */
  given: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  /** Identifiers of further entities of which there are rows, by type. */
  entities: ReadonlyMap<string, readonly string[]>
  /** What the table says of a field. */
  accessOf(requester: Requester, type: string, field: string): Access | undefined
}

type Told = Answer<Record<string, unknown>>

/** A field, asked for by somebody. */
interface Visit {
  ground: Ground
  requester: Requester
  type: string
  field: GraphQLField<unknown, unknown>
}

/** Fields that are worked out from a report, and the value that only somebody sees who may read it. */
const WORKED_OUT: Readonly<Record<string, unknown>> = {
  "Task.status": "SUSPENDED",
  "Task.progressReported": true,
}

/** What is null of a row that somebody reads until he may read it, too. */
const NULL_UNTIL_SEEN: readonly string[] = ["ReportingRound.figures"]

/** What leads to a row that nobody recorded here, or to none, whoever asks: what it shows is not told apart. */
const LEADS_ELSEWHERE: readonly string[] = ["RecognisedWorkbook.report", "ReportLine.previous"]

/** Recorded rows without an identifier of their own: what they hang below. */
const BELOW: Readonly<Record<string, RowType>> = {
  IndicatorBaseline: "Indicator",
  IndicatorMilestone: "Indicator",
  IndicatorPathPoint: "Indicator",
  Judgement: "Indicator",
  DirectedTarget: "Indicator",
}

/**
 * Asks for a field as somebody.
 * @returns what is answered otherwise than the table says, or null
 */
export async function faultOf(
  ground: Ground,
  requester: Requester,
  type: string,
  field: GraphQLField<unknown, unknown>,
): Promise<string | null> {
  const visit = { ground, requester, type, field }
  const access = ground.accessOf(requester, type, field.name)
  if (access === undefined) return "is not in the table"
  if (access === "no") return refusalFault(visit)
  const reached = await reach(visit)
  if (typeof reached === "string") return reached
  if (access === "yes") return null
  const seen = await kindsSeen(visit, reached)
  if (seen === null) return null
  const expected =
    field.name === "history" ? kindsTold(access, type) : KINDS.filter((kind) => sees(access, kind))
  return seen.join() === expected.join() ? null : `shows the rows ${seen.join()}, not ${expected.join()}`
}

function sees(access: Access, kind: RowKind): boolean {
  return access === "all" || kind === "published" || (access === "own" && kind === "own")
}

/** Rows that concern the own agency besides its own: a published partner by an agreement, and what is never published. */
const ALSO_OWN: readonly string[] = ["Obstacle", "Partner", "ReminderLetter"]

/**
 * The kinds of rows whose history is told: those that somebody reads whether they were published or not, for a history
 * tells also what a row was before.
 */
function kindsTold(access: Access, type: string): RowKind[] {
  if (access === "all") return [...KINDS]
  if (access !== "own") return []
  return ALSO_OWN.includes(type) ? ["published", "own"] : ["own"]
}

/** What the plan has, whose history everybody reads. */
const PLAN_ROWS: readonly unknown[] = ["task", "indicator", "programme"]

/** Whether a history tells of a row that people recorded. */
function tellsOfRecorded(history: unknown): boolean {
  const { edges } = history as { edges: { node: { entity: string } }[] }
  return edges.some(({ node }) => !PLAN_ROWS.includes(node.entity))
}

/**
 * @returns null when no road tells the field, and one refuses with the code that belongs to the requester; a reference
 * may also lead to nothing
 */
async function refusalFault(visit: Visit): Promise<string | null> {
  const roads = roadsOf(visit, "everything")
  const expected = visit.requester.identity === null ? "UNAUTHENTICATED" : "FORBIDDEN"
  const codes = new Set<unknown>()
  for (const road of roads) {
    const { data, errors } = await askAt(visit, road, "every kind")
    if (objectsAt(road, data).some((object) => object[visit.field.name] != null)) return "is told"
    for (const { extensions } of errors ?? []) codes.add(extensions.code)
  }
  if (roads.length === 0) return NO_ROAD
  return [...codes].join() === expected ? null : `answers ${[...codes].join() || "nothing"}, not ${expected}`
}

/** In this subgraph; another one may lead to it. */
export const NO_ROAD = "no road leads to it"

/** In this subgraph; of what several have, another one may have a row. */
export const NO_ROW = "is never reached: there is no row to ask for it of"

interface Reached {
  road: Road
  objects: Record<string, unknown>[]
}

/** The first road at whose end there is something. */
async function reach(visit: Visit): Promise<Reached | string> {
  const roads = roadsOf(visit, "what is open")
  for (const road of roads) {
    const { data, errors } = await askAt(visit, road, "every kind")
    if (errors !== undefined) return `answers ${errors.map(({ message }) => message).join("; ")}`
    const objects = objectsAt(road, data)
    if (objects.length > 0) return { road, objects }
  }
  return roads.length === 0 ? NO_ROAD : NO_ROW
}

/** Roads that were found before, for all fields of a type. */
const roadsFound = new WeakMap<Ground, Map<string, Road[]>>()

function roadsOf({ ground, requester, type }: Visit, through: "what is open" | "everything"): Road[] {
  const found = roadsFound.get(ground) ?? new Map<string, Road[]>()
  roadsFound.set(ground, found)
  const key = through === "everything" ? type : `${type} ${requester.column}`
  const known = found.get(key)
  if (known !== undefined) return known
  const entities = [...new Set([...ROW_TYPES, ...ground.entities.keys()])].filter((name) =>
    isEntity(ground, name),
  )
  const first = entities.filter((name) => name === type)
  const mayFollow = (on: string, field: string) =>
    through === "everything" || ground.accessOf(requester, on, field) !== "no"
  const roads = roadsTo(ground.schema, type, [...first, ...entities], mayFollow)
  found.set(key, roads)
  return roads
}

function isEntity({ schema }: Ground, name: string): boolean {
  const type = schema.getType(name)
  const union = schema.getType("_Entity")
  return isObjectType(type) && union !== undefined && "getTypes" in union && union.getTypes().includes(type)
}

type Ids = (type: string) => readonly string[]

/** Of which rows something is asked: of one kind, or of all. */
type Asked = RowKind | "every kind"

function allIds({ rows, furtherRows, entities }: Ground): Ids {
  return (type) => [
    ...(isRowType(type) ? KINDS.map((kind) => rows[type][kind]) : []),
    ...(isRowType(type) ? (furtherRows[type] ?? []).flatMap((ids) => Object.values(ids)) : []),
    ...(entities.get(type) ?? []),
  ]
}

/** Of recorded rows, those of one kind. */
function idsOf({ rows, entities }: Ground, kind: RowKind): Ids {
  return (type) => (isRowType(type) ? [rows[type][kind]] : (entities.get(type) ?? []))
}

const together = new WeakMap<Ground, AskedTogether>()

function askAt(visit: Visit, road: Road, asked: Asked): Promise<Told> {
  const { ground, requester, type, field } = visit
  const end = endAt(type, field)
  if (!mayJoin(road)) return askFor(visit, road, asked, [end])
  const asking = together.get(ground) ?? new AskedTogether()
  together.set(ground, asking)
  return asking.answerTo(road, `${requester.column} ${asked}`, end, (ends) =>
    askFor(visit, road, asked, ends),
  )
}

/** Whether several fields at the end of the road are independent: mutations go one after another, of subscriptions there is one. */
function mayJoin({ root, steps }: Road): boolean {
  return steps.length > 0 || (root !== "mutation" && root !== "subscription")
}

function askFor({ ground, requester }: Visit, road: Road, asked: Asked, ends: readonly End[]): Promise<Told> {
  const { query, variables } = operationOn(road, ends, {
    ids: asked === "every kind" ? allIds(ground) : idsOf(ground, asked),
    input: (argument, on) => ground.given.get(on)?.[argument.name] ?? inputValue(argument, refusedLeaf),
  })
  const execute = road.root === "subscription" ? firstEvent : ask
  return execute(ground.subgraph, query, variables, requester.identity)
}

function endAt(on: string, field: GraphQLField<unknown, unknown>): End {
  const counts = field.name === "totalCount" && isRowType(on.replace(/Connection$/, ""))
  return { field, selection: selectionOf(field), beside: counts ? "edges { node { id } }" : "" }
}

/** What is asked for below the field: of an object the identifiers that tell recorded rows apart. */
function selectionOf({ name, type }: GraphQLField<unknown, unknown>): string {
  const returned = getNamedType(type)
  if (isLeafType(returned)) return ""
  if (name === "history") return "edges { node { entity } }"
  if (isRowType(returned.name)) return "id"
  if (isRowType(returned.name.replace(/Connection$/, ""))) return "edges { node { id } }"
  if (isRowType(returned.name.replace(/Edge$/, ""))) return "node { id }"
  return "__typename"
}

/** An input that every mutation refuses: it names nothing, and what it names does not exist. */
export function refusedLeaf({
  name,
  type,
  needed,
}: {
  name: string
  type: string
  needed: boolean
}): unknown {
  if (!needed) return undefined
  if (name === "idempotencyKey" || type === "ID") return randomUUID()
  return type.startsWith("[") ? [] : VALUES[type]
}

export const VALUES: Readonly<Record<string, unknown>> = {
  String: " ",
  Int: 1,
  Float: 1,
  Boolean: false,
  Date: "2026-01-01",
  DateTime: "2026-01-01T00:00:00Z",
}

/** The kinds of rows that the field shows; null where it shows none that are told apart. */
async function kindsSeen(visit: Visit, reached: Reached): Promise<RowKind[] | null> {
  const { type, field, ground } = visit
  const returned = getNamedType(field.type).name
  const row = returned.replace(/(Connection|Edge)$/, "")
  if (type.endsWith("Payload") || LEADS_ELSEWHERE.includes(`${type}.${field.name}`)) return null
  if (field.name === "history")
    return kindsAnswered(visit, ({ history }) => history != null && tellsOfRecorded(history))
  if (isRowType(row) && isRecorded(row)) {
    const byArgument = field.args.some(({ name }) => name === "id")
    return byArgument ? kindsAnswered(visit) : kindsListed(visit, reached, row)
  }
  const place = `${type}.${field.name}`
  if (NULL_UNTIL_SEEN.includes(place)) return kindsAnswered(visit, (object) => object[field.name] != null)
  if (isRowType(type) && isRecorded(type)) return kindsAnswered(visit)
  if (place in WORKED_OUT) return kindsAnswered(visit, (object) => object[field.name] === WORKED_OUT[place])
  if (returned in BELOW) return kindsAnswered(visit, (object) => listLength(object[field.name]) > 0)
  if (type in BELOW) return kindsAnswered(visit)
  const listed = type.replace(/Connection$/, "")
  return field.name === "totalCount" && isRowType(listed) && isRecorded(listed)
    ? kindsCounted(visit, reached, listed)
    : null

  function isRecorded(name: RowType): boolean {
    return !["Indicator", "Task", "TaskObligation"].includes(name) && ground.rows[name] !== undefined
  }
}

function listLength(value: unknown): number {
  return Array.isArray(value) ? value.length : value == null ? 0 : 1
}

/** The kinds whose rows lead to the field. */
async function kindsAnswered(
  visit: Visit,
  shows: (object: Record<string, unknown>) => boolean = (object) => object[visit.field.name] !== undefined,
): Promise<RowKind[]> {
  const byArgument = visit.field.args.some(({ name }) => name === "id")
  const roads = roadsOf(visit, "everything")
  // A mutation that is refused leads nowhere, whatever may be read
  const road = roads.find(({ root }) => root !== "mutation") ?? roads[0]
  if (road === undefined) return []
  const answers = await Promise.all(
    KINDS.map(async (kind) => {
      const { data } = await askAt(visit, road, kind)
      const objects = objectsAt(road, data)
      const shown = byArgument
        ? objects.some((object) => object[visit.field.name] !== null)
        : objects.some(shows)
      return shown ? [kind] : []
    }),
  )
  return answers.flat()
}

/** The kinds whose identifiers are among what the field returns. */
function kindsListed({ field, ground }: Visit, { objects }: Reached, row: RowType): RowKind[] {
  return kindsNamed(ground, row, JSON.stringify(objects.map((object) => object[field.name])))
}

/** The kinds of the rows that are counted; none where the count is not that of the rows. */
function kindsCounted({ ground }: Visit, { objects }: Reached, row: RowType): RowKind[] {
  const honest = objects.every(({ totalCount, edges }) => totalCount === (edges as unknown[]).length)
  return honest ? kindsNamed(ground, row, JSON.stringify(objects)) : []
}

/** The kinds of the rows whose identifiers are in an answer. */
function kindsNamed({ rows, furtherRows }: Ground, row: RowType, text: string): RowKind[] {
  const named = [rows[row], ...(furtherRows[row] ?? [])]
  return KINDS.filter((kind) => named.some((ids) => text.includes(ids[kind])))
}
