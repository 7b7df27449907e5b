import { renderHook } from "@testing-library/react"
import { expect, test } from "vitest"
import { useIdempotencyKey, useRequestKeys } from "./idempotency-key.ts"

test("what is sent again as it was keeps its key; what was corrected gets another", () => {
  const { result } = renderHook(() => useIdempotencyKey())
  const first = result.current({ name: "Toulouse" })
  expect(result.current({ name: "Toulouse" })).toBe(first)
  expect(result.current({ name: "Lyon" })).not.toBe(first)
})

test("what was sent before the browser was closed keeps its key when it is sent again", () => {
  const { result: first } = renderHook(() => useRequestKeys(null))
  const sent = first.current({ name: "Toulouse" })
  const { result: later } = renderHook(() => useRequestKeys(sent))
  expect(later.current({ name: "Toulouse" }).key).toBe(sent.key)
  expect(later.current({ name: "Lyon" }).key).not.toBe(sent.key)
})
