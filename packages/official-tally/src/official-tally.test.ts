import fc from "fast-check"
import { expect, test } from "vitest"
import { officialTallyOf } from "./official-tally.ts"
import { taskStatuses } from "./task-status.ts"

test("the figures of the official tally add up to what was assigned, whatever was counted", () => {
  const count = fc.record({ status: fc.constantFrom(...taskStatuses), count: fc.nat({ max: 1_000_000 }) })
  fc.assert(
    fc.property(fc.array(count), (counts) => {
      const { assigned, ...figures } = officialTallyOf(counts)
      expect(assigned).toBe(counts.reduce((total, one) => total + one.count, 0))
      expect(Object.values(figures).reduce((total, figure) => total + figure, 0)).toBe(assigned)
    }),
  )
})
