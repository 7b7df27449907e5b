import { expect, test } from "vitest"
import { DEFAULT_LIMITS } from "./operation-limits.ts"
import { readLimits } from "./read-limits.ts"

test("limits that are not named stay as they are", () => {
  expect(readLimits("", "anonymous")).toEqual(DEFAULT_LIMITS.anonymous)
  expect(readLimits("cost=70000, depth=12", "system")).toEqual({
    ...DEFAULT_LIMITS.system,
    cost: 70_000,
    depth: 12,
  })
})

test.each(["price=3", "cost", "cost=", "cost=-1", "cost=0", "cost=1e9", "cost=9999999999"])(
  "%j is no limit",
  (text) => {
    expect(() => readLimits(text, "person")).toThrow(`"${text}" is no limit`)
  },
)
