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
  const sent = first.current.requestFor({ name: "Toulouse" })
  const { result: later } = renderHook(() => useRequestKeys(sent))
  expect(later.current.requestFor({ name: "Toulouse" }).key).toBe(sent.key)
  expect(later.current.requestFor({ name: "Lyon" }).key).not.toBe(sent.key)
})

test("what was taken is sent once more under a key of its own", () => {
  const { result } = renderHook(() => useRequestKeys(null))
  const { key } = result.current.requestFor({ name: "Toulouse" })
  result.current.taken()
  expect(result.current.requestFor({ name: "Toulouse" }).key).not.toBe(key)
})
