import { describe, expect, test } from "vitest"
import { DateScalar } from "./date.ts"
import { DateTimeScalar } from "./date-time.ts"

describe("the scalar Date", () => {
  test("is a calendar day both ways", () => {
    expect(DateScalar.parseValue("2025-06-30")).toBe("2025-06-30")
    expect(DateScalar.serialize("2025-06-30")).toBe("2025-06-30")
  })

  test.each(["2025-02-30", "30/6/2025", 20250630, null])(
    "refuses %j and says what would be right",
    (value) => {
      expect(() => DateScalar.parseValue(value)).toThrow("ví dụ 2025-06-30")
    },
  )
})

describe("the scalar DateTime", () => {
  test("is an instant both ways", () => {
    expect(DateTimeScalar.serialize(new Date("2025-06-30T01:00:00Z"))).toBe("2025-06-30T01:00:00.000Z")
    expect(DateTimeScalar.parseValue("2025-06-30T08:00:00+07:00")).toEqual(new Date("2025-06-30T01:00:00Z"))
  })

  test.each(["2025-06-30", "yesterday", 5])("refuses %j", (value) => {
    expect(() => DateTimeScalar.parseValue(value)).toThrow("RFC 3339")
  })
})
