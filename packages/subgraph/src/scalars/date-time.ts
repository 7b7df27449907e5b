import { GraphQLScalarType, Kind } from "graphql"
import { badInput } from "../errors/bad-input.ts"

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/

function read(value: unknown): Date {
  const instant = typeof value === "string" && RFC_3339.test(value) ? new Date(value) : undefined
  if (instant === undefined || Number.isNaN(instant.getTime()))
    throw badInput({
      reason: "DATE_TIME_MALFORMED",
      message: `Thời điểm không hợp lệ: ${JSON.stringify(value)}; cần dạng RFC 3339, ví dụ 2025-06-30T08:00:00+07:00`,
    })
  return instant
}

/** An instant: RFC 3339 on the wire, a JavaScript Date in code. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  description: "An instant, RFC 3339, e.g. 2025-06-30T01:00:00.000Z",
  serialize: (value) => (value instanceof Date ? value : read(value)).toISOString(),
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
})
