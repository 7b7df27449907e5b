import { randomUUID } from "node:crypto"
import { readFileSync } from "node:fs"
import { ask } from "@plan43/subgraph/testing"
import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  Kind,
  print,
} from "graphql"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { accessPage } from "./access-page.ts"
import { type AccessRow, accessTable, publicTypes, readTable, writeTable } from "./access-table.ts"
import { publicGraphOf } from "./public-graph.ts"
import { isRowType } from "./recorded-rows.ts"
import { type Requester, requesters } from "./requesters.ts"
import { inputValue, operationOn } from "./road.ts"
import { printedSubgraphs } from "./subgraph-schemas.ts"
import { faultOf, type Ground, NO_ROAD, NO_ROW, refusedLeaf, VALUES } from "./walk.ts"
import { startWalkedSubgraphs, type WalkedSubgraphs } from "./walked-subgraphs.ts"

const subgraphs = printedSubgraphs()
const publicGraph = publicGraphOf(subgraphs)
const written = readFileSync(new URL("access.tsv", import.meta.url), "utf8")
const table = new Map(readTable(written).map((row): [string, AccessRow] => [row.field, row]))

const fieldsOf = (graph: GraphQLSchema) =>
  publicTypes(graph).flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({ type: type.name, field })),
  )

describe("the written table", () => {
  test("has every field of the public graph, and no other", () => {
    const inGraph = fieldsOf(publicGraph).map(({ type, field }) => `${type}.${field.name}`)
    expect([...table.keys()].sort()).toEqual(inGraph.sort())
  })

  test("is what the schemas' directives say: write it again with npm run -w test access-table", () => {
    expect(written).toBe(writeTable(accessTable(subgraphs, publicGraph)))
  })

  test("is shown to people as docs/access.md", () => {
    const page = readFileSync(new URL("../../docs/access.md", import.meta.url), "utf8")
    expect(page).toBe(accessPage(readTable(written)))
  })
})

describe("the running subgraphs", () => {
  let walked: WalkedSubgraphs
  let grounds: Ground[]

  beforeAll(async () => {
    walked = await startWalkedSubgraphs()
    grounds = subgraphs.map(({ name }) => {
      const subgraph = walked.byName.get(name)
      const schema = walked.schemas.get(name)
      if (subgraph === undefined || schema === undefined)
        throw new Error(`nobody goes through ${name}: start it in walked-subgraphs.ts`)
      const { rows, furtherRows, given, entities } = walked
      return {
        subgraph,
        schema,
        rows,
        furtherRows,
        given,
        entities,
        accessOf: (requester, type, field) => table.get(`${type}.${field}`)?.access.get(requester.column),
      }
    })
  })

  afterAll(() => walked?.stop())

  test.each(requesters)(
    "answer $column at every field as the table says",
    async (requester) => {
      const before = await walked.fingerprint()
      const faults: string[] = []
      for (const fields of Map.groupBy(fieldsOf(publicGraph), ({ type }) => type).values())
        await Promise.all(
          fields.map(async ({ type, field }) => {
            // Nobody has signed in: there is no viewer to ask for anything of.
            if (requester.identity === null && type === "Viewer") return
            faults.push(...(await faultsOf(requester, type, field.name)))
          }),
        )
      expect(faults).toEqual([])
      expect(await walked.fingerprint()).toBe(before)
    },
    300_000,
  )

  /** What any of the subgraphs that have the field answers otherwise than the table says. */
  async function faultsOf(requester: Requester, type: string, name: string): Promise<string[]> {
    const found = await Promise.all(
      grounds.map(async (ground) => {
        const field = ownField(ground.schema, type, name)
        const fault = field && (await faultOf(ground, requester, type, field))
        return fault === undefined ? [] : [{ subgraph: ground.subgraph.name, fault }]
      }),
    )
    const answers = found.flat()
    const reached = answers.some(({ fault }) => fault !== NO_ROAD)
    const shown = answers.some(({ fault }) => fault === null)
    const faults = answers.filter(
      ({ fault }) => fault !== null && !(fault === NO_ROAD && reached) && !(fault === NO_ROW && shown),
    )
    if (answers.length === 0) return [`${type}.${name} is in no running subgraph`]
    return faults.map(({ subgraph, fault }) => `${subgraph}: ${type}.${name} ${fault}`)
  }

  test("refuse what is the gateway's alone to everybody else, and show it to nobody", async () => {
    const faults: string[] = []
    let asked = 0
    for (const { subgraph, schema } of grounds)
      for (const { type, field } of [schema.getQueryType(), schema.getMutationType()]
        .filter(isObjectType)
        .flatMap((root) => Object.values(root.getFields()).map((found) => ({ type: root, field: found })))) {
        if (!isGatewaysAlone(subgraphs, subgraph.name, `${type.name}.${field.name}`)) continue
        asked++
        expect(publicGraph.getType(type.name)).not.toHaveProperty(`_fields.${field.name}`)
        const road = {
          root: type.name === "Mutation" ? ("mutation" as const) : ("query" as const),
          steps: [{ type: type.name, field }],
        }
        const end = isLeafType(getNamedType(field.type)) ? "" : "__typename"
        const { query, variables } = operationOn(road, end, {
          ids: () => [],
          input: (argument) => inputValue(argument, refusedLeaf),
        })
        for (const { column, identity } of requesters) {
          const { errors } = await ask(subgraph, query, variables, identity)
          const code = errors?.[0]?.extensions.code
          if (code !== (identity === null ? "UNAUTHENTICATED" : "FORBIDDEN"))
            faults.push(`${field.name} answers ${column} ${code}`)
        }
      }
    expect(faults).toEqual([])
    expect(asked).toBeGreaterThan(0)
  })

  test("change nothing for whoever may not, also with the identifiers of another agency's rows", async () => {
    const before = await walked.fingerprint()
    let refused = 0
    for (const { subgraph, schema, rows } of grounds)
      for (const field of Object.values(schema.getMutationType()?.getFields() ?? {}))
        for (const { column, identity } of requesters) {
          if (table.get(`Mutation.${field.name}`)?.access.get(column) !== "no") continue
          const [id = rows.Partner.another] = rowsChangedBy(field, walked)
          const road = { root: "mutation" as const, steps: [{ type: "Mutation", field }] }
          const { query, variables } = operationOn(road, "__typename", {
            ids: () => [],
            input: (argument) =>
              inputValue(argument, ({ name, type }) => {
                if (name === "idempotencyKey") return randomUUID()
                if (name === "id") return id
                if (name === "partnerIds") return [rows.Partner.another]
                if (name === "agreementId") return rows.Agreement.another
                if (type === "ID") return walked.anotherAgencyId
                return type.startsWith("[") ? [] : type === "String" ? "đổi" : VALUES[type]
              }),
          })
          const { data, errors } = await ask(subgraph, query, variables, identity)
          expect([field.name, column, errors?.map(({ extensions }) => extensions.code), data]).toEqual([
            field.name,
            column,
            [identity === null ? "UNAUTHENTICATED" : "FORBIDDEN"],
            null,
          ])
          refused++
        }
    expect(refused).toBeGreaterThan(100)
    expect(await walked.fingerprint()).toBe(before)
  })
})

function ownField(
  schema: GraphQLSchema,
  type: string,
  field: string,
): GraphQLField<unknown, unknown> | undefined {
  const found = schema.getType(type)
  return isObjectType(found) ? found.getFields()[field] : undefined
}

/** Whether the printed schema gives the field the scope "gateway". */
function isGatewaysAlone(printed: typeof subgraphs, name: string, place: string): boolean {
  const [type = "", field = ""] = place.split(".")
  const schema = printed.find((subgraph) => subgraph.name === name)?.schema
  const directives = schema && ownField(schema, type, field)?.astNode?.directives
  return (directives ?? []).some(({ arguments: given }) =>
    given?.some(({ value }) => value.kind === Kind.LIST && print(value).includes(`"gateway"`)),
  )
}

/** Identifiers of rows that a mutation may change: of the types in its payload. */
function rowsChangedBy(
  mutation: GraphQLField<unknown, unknown>,
  { rows, entities }: WalkedSubgraphs,
): readonly string[] {
  const payload = getNamedType(mutation.type)
  const types = isObjectType(payload)
    ? Object.values(payload.getFields()).map(({ type }) => getNamedType(type).name)
    : []
  return types.flatMap((type) => (isRowType(type) ? [rows[type].another] : (entities.get(type) ?? [])))
}
