import { renderHook } from "@testing-library/react"
import { expect, test } from "vitest"
import { useIdempotencyKey } from "./idempotency-key.ts"

test("what is sent again as it was keeps its key; what was corrected gets another", () => {
  const { result } = renderHook(() => useIdempotencyKey())
  const first = result.current({ name: "Toulouse" })
  expect(result.current({ name: "Toulouse" })).toBe(first)
  expect(result.current({ name: "Lyon" })).not.toBe(first)
})
