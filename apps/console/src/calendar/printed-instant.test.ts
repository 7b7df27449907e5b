import { expect, test } from "vitest"
import { printedInstant } from "./printed-instant.tsx"

test("what happened late in the evening of Greenwich was on the next day in Hà Nội", () => {
  expect(printedInstant("2026-11-25T20:12:10.000Z", "vi")).toBe("03:12:10 26/11/2026")
  expect(printedInstant("2026-11-25T20:12:10.000Z", "en")).toBe("03:12:10, 26 Nov 2026")
})
