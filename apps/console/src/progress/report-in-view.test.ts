import { act, cleanup, renderHook } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { useReportInView } from "./report-in-view.ts"

const [a, b, c] = [{ id: "a" }, { id: "b" }, { id: "c" }]

afterEach(cleanup)

const view = (rows: { id: string }[]) =>
  renderHook(
    ({ rows, decided }: { rows: { id: string }[]; decided: string | null }) =>
      useReportInView(rows, rows[0], decided),
    { initialProps: { rows, decided: null as string | null } },
  )

test("a report stays in view when another comes before it", () => {
  const { result, rerender } = view([])
  expect(result.current).toMatchObject({ row: undefined, gone: null })
  rerender({ rows: [b, c], decided: null })
  expect(result.current.row).toBe(b)
  rerender({ rows: [a, b, c], decided: null })
  expect(result.current).toMatchObject({ row: b, gone: null })
})

test("one that waits no longer is said to be gone, and no other is put in its place unasked", () => {
  const { result, rerender } = view([a, b])
  rerender({ rows: [b, c], decided: null })
  expect(result.current).toMatchObject({ row: undefined, gone: a })
  rerender({ rows: [c], decided: null })
  expect(result.current).toMatchObject({ row: undefined, gone: a })
  act(() => result.current.show(c))
  expect(result.current).toMatchObject({ row: c, gone: null })
})

test("also where it was the last", () => {
  const { result, rerender } = view([a])
  rerender({ rows: [], decided: null })
  expect(result.current).toMatchObject({ row: undefined, gone: a })
  act(() => result.current.show(null))
  expect(result.current).toMatchObject({ row: undefined, gone: null })
})

test("one that this person has decided is not missed", () => {
  const { result, rerender } = view([a, b])
  rerender({ rows: [b], decided: "a" })
  expect(result.current).toMatchObject({ row: undefined, gone: null })
})
