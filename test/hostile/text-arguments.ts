import { randomUUID } from "node:crypto"
import { readFileSync } from "node:fs"
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from "graphql"
import { describe, expect, test } from "vitest"
import { claimsOf, post, type Target } from "./target.ts"

const schema = buildSchema(
  readFileSync(new URL("../../services/gateway/dist/api.graphql", import.meta.url), "utf8"),
)

/** What breaks out of a text of SQL, waits in it, or ends it. */
const PAYLOADS = [
  "'",
  "' OR '1'='1",
  "'; DROP TABLE tasks.task CASCADE; --",
  "') UNION SELECT rolname, rolpassword FROM pg_authid --",
  "'||(SELECT pg_sleep(5))||'",
  "$$; SELECT pg_sleep(5); $$",
  "\\'; SELECT 1; --",
  "%' OR text LIKE '%",
  "\u0000",
]

/** A text that waits would take longer than this, in milliseconds. */
const WAITING = 4_500

const TEXTS = new Set(["String", "ID"])

type Value = unknown
/** One place for a text in the arguments of a field. */
interface Place {
  /** e.g. "filter.text" */
  name: string
  /** The arguments with a text at this place, and as little else as must be. */
  with(text: string): Record<string, Value>
}

/** A field that takes texts, and the way to it from the root. */
interface TextTarget {
  coordinate: string
  operation: "query" | "mutation"
  path: readonly string[]
  field: GraphQLField<unknown, unknown>
  places: Place[]
}

function leastOf(type: GraphQLInputType): Value {
  if (isNonNullType(type)) return leastOf(type.ofType)
  if (isListType(type)) return []
  if (isEnumType(type)) return type.getValues()[0]?.name
  if (isInputObjectType(type)) return leastObject(Object.values(type.getFields()))
  const values: Record<string, () => Value> = {
    Int: () => 1,
    Float: () => 1,
    Boolean: () => false,
    Date: () => "2026-01-01",
    DateTime: () => "2026-01-01T00:00:00Z",
  }
  return values[type.name]?.() ?? randomUUID()
}

function leastObject(fields: readonly (GraphQLInputField | GraphQLArgument)[]): Record<string, Value> {
  return Object.fromEntries(
    fields
      .filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)
      .map(({ name, type }) => [name, leastOf(type)]),
  )
}

function placesIn(fields: readonly (GraphQLInputField | GraphQLArgument)[]): Place[] {
  return fields.flatMap(({ name, type }): Place[] => {
    const around = (text: Value) => ({ ...leastObject(fields), [name]: text })
    const named = getNamedType(type)
    const wrap = (value: Value) => (isListType(isNonNullType(type) ? type.ofType : type) ? [value] : value)
    if (isScalarType(named) && TEXTS.has(named.name)) return [{ name, with: (text) => around(wrap(text)) }]
    if (!isInputObjectType(named)) return []
    return placesIn(Object.values(named.getFields())).map((place) => ({
      name: `${name}.${place.name}`,
      with: (text) => around(wrap(place.with(text))),
    }))
  })
}

/** Every field that takes a text, each by the shortest way from the root that needs no argument. */
function targets(): TextTarget[] {
  const found: TextTarget[] = []
  for (const [operation, root] of [
    ["query", schema.getQueryType()],
    ["mutation", schema.getMutationType()],
  ] as const) {
    if (!root) continue
    const seen = new Set<GraphQLObjectType>([root])
    const waiting: { type: GraphQLObjectType; path: string[] }[] = [{ type: root, path: [] }]
    for (const { type, path } of waiting) {
      for (const field of Object.values(type.getFields())) {
        const places = placesIn(field.args)
        if (places.length > 0)
          found.push({ coordinate: `${type.name}.${field.name}`, operation, path, field, places })
        const below = getNamedType(field.type)
        const open = field.args.every(
          ({ type, defaultValue }) => !isNonNullType(type) || defaultValue !== undefined,
        )
        if (operation === "mutation" || !open || !isObjectType(below) || seen.has(below)) continue
        seen.add(below)
        waiting.push({ type: below, path: [...path, field.name] })
      }
    }
  }
  return found
}

/** The operation that asks a field with its arguments as variables; lists on the way give one row. */
function operationOn({ operation, path, field }: TextTarget): string {
  // What has a default may be left out, whether it may be null or not.
  const variables = field.args.map(
    ({ name, type, defaultValue }) =>
      `$${name}: ${defaultValue !== undefined && isNonNullType(type) ? type.ofType : type}`,
  )
  const given = field.args.map(({ name }) => `${name}: $${name}`)
  const below = getNamedType(field.type)
  const counted = isObjectType(below) && "totalCount" in below.getFields() ? " totalCount" : ""
  const asked = `${field.name}(${given}) ${isScalarType(below) || isEnumType(below) ? "" : `{ __typename${counted} }`}`
  const whole = path.reduceRight((inner, step) => `${step} { ${inner} }`, asked)
  return `${operation} (${variables}) { ${whole} }`
}

/** The number that a list says it has, wherever in the answer it stands. */
function totalsIn(value: unknown): number[] {
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "totalCount" ? [Number(inner)] : totalsIn(inner),
  )
}

/** Who together may use every field. */
const ROLES = ["COORDINATOR", "AUDITOR"]

/** SQL in every text that the graph takes. */
export function textAttacks(target: () => Target): void {
  const every = targets()

  test("there are texts to attack", () => {
    expect(every.flatMap(({ places }) => places).length).toBeGreaterThan(80)
  })

  describe("SQL in a text is a text", () => {
    test.each(every.map((each) => [each.coordinate, each] as const))("%s", async (_coordinate, attacked) => {
      const query = operationOn(attacked)
      for (const role of ROLES) {
        const authorization = `Bearer ${await target().issuer.sign(claimsOf(target(), role))}`
        for (const place of attacked.places) {
          for (const payload of PAYLOADS) {
            const variables = place.with(payload)
            const { status, code, text, milliseconds } = await post(
              target(),
              `SQL in texts of ${attacked.operation === "mutation" ? "mutations" : "queries"}`,
              { query, variables },
              { authorization },
              payload,
            )
            expect([place.name, payload, status]).toEqual([place.name, payload, 200])
            expect([undefined, "BAD_USER_INPUT", "FORBIDDEN", "GRAPHQL_VALIDATION_FAILED"]).toContain(code)
            expect(milliseconds).toBeLessThan(WAITING)
            if (payload.includes("OR '1'='1")) expect(Math.max(0, ...totalsIn(JSON.parse(text)))).toBe(0)
          }
        }
      }
    })
  })

  test("afterwards everything is there", async () => {
    const query = "{ tasks { totalCount } agencies { totalCount } indicators { totalCount } }"
    const { text } = await post(target(), "what is there", { query })
    expect(JSON.parse(text).data.tasks).toEqual({ totalCount: 144 })
    expect(Math.min(...totalsIn(JSON.parse(text)))).toBeGreaterThan(0)
  })
}
