import { type CalendarDate, calendarDateOf, NotACalendarDate } from "@plan43/calendar"
import { GraphQLScalarType, Kind } from "graphql"
import { badInput } from "../errors/bad-input.ts"

function read(value: unknown): CalendarDate {
  try {
    if (typeof value === "string") return calendarDateOf(value)
  } catch (error) {
    if (!(error instanceof NotACalendarDate)) throw error
  }
  throw badInput({
    reason: "DATE_MALFORMED",
    message: `Ngày không hợp lệ: ${JSON.stringify(value)}; cần dạng NĂM-THÁNG-NGÀY có thật, ví dụ 2025-06-30`,
  })
}

/** A calendar date in Asia/Ho_Chi_Minh: "YYYY-MM-DD" on the wire, {@link CalendarDate} in code. */
export const DateScalar = new GraphQLScalarType<CalendarDate, string>({
  name: "Date",
  description: "A calendar date (Asia/Ho_Chi_Minh), ISO 8601, e.g. 2025-06-30",
  serialize: (value) => read(value),
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
})
