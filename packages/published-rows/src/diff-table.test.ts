import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type CurrentRow, diffTable, fillsOnly, type RowChange } from "./diff-table.ts"
import type { PublishedTable, Row } from "./subgraph-import.ts"

function tasks(...rows: Row[]): PublishedTable {
  return { table: "task", key: ["code"], whenGone: "withdraw", label: ({ code }) => `nhiệm vụ ${code}`, rows }
}

const standing = (row: Row): CurrentRow => ({ row, withdrawn: false, recorded: false })
const recorded = (row: Row): CurrentRow => ({ row, withdrawn: false, recorded: true })
const withdrawn = (row: Row): CurrentRow => ({ row, withdrawn: true, recorded: false })

const FIRST = { code: "1", title: "Thành lập Hội đồng", lead: ["so-khcn"], due_on: "2025-03-31" }
const SECOND = { code: "2", title: "Tuyên truyền", lead: ["so-vhtt"], due_on: null }

describe("a text and a table", () => {
  test("that say the same differ in nothing, whatever the order of rows and columns", () => {
    const { code, ...rest } = FIRST
    expect(diffTable(tasks(FIRST, SECOND), [standing(SECOND), standing({ ...rest, code })])).toEqual([])
  })

  test("differ by rows to add, in printed order", () => {
    expect(diffTable(tasks(SECOND, FIRST), [])).toEqual([
      { kind: "added", table: "task", label: "nhiệm vụ 2", row: SECOND },
      { kind: "added", table: "task", label: "nhiệm vụ 1", row: FIRST },
    ])
  })

  test("differ cell by cell, with what stood there before", () => {
    const before = { ...FIRST, title: "Lập Hội đồng", due_on: null }
    expect(diffTable(tasks(FIRST), [standing(before)])).toEqual([
      {
        kind: "changed",
        table: "task",
        label: "nhiệm vụ 1",
        row: FIRST,
        before,
        cells: [
          { column: "title", before: "Lập Hội đồng", after: "Thành lập Hội đồng" },
          { column: "due_on", before: null, after: "2025-03-31" },
        ],
      },
    ])
  })

  test("differ by the order within a list, and not between an absent cell and an empty one", () => {
    const joint = { code: "46", lead: ["a", "b"] }
    expect(diffTable(tasks(joint), [standing({ code: "46", lead: ["b", "a"] })])).toMatchObject([
      { cells: [{ column: "lead", before: ["b", "a"], after: ["a", "b"] }] },
    ])
    expect(diffTable(tasks({ code: "1", note: null }), [standing({ code: "1" })])).toEqual([])
    expect(diffTable(tasks({ code: "1", note: "Mới" }), [standing({ code: "1" })])).toMatchObject([
      { cells: [{ column: "note", before: null, after: "Mới" }] },
    ])
  })

  test("differ by rows to withdraw, once", () => {
    expect(diffTable(tasks(FIRST), [standing(FIRST), standing(SECOND)])).toEqual([
      { kind: "withdrawn", table: "task", label: "nhiệm vụ 2", before: SECOND },
    ])
    expect(diffTable(tasks(FIRST), [standing(FIRST), withdrawn(SECOND)])).toEqual([])
  })

  test("differ where a withdrawn row is published again, even with the same words", () => {
    expect(diffTable(tasks(SECOND), [withdrawn(SECOND)])).toEqual([
      { kind: "changed", table: "task", label: "nhiệm vụ 2", row: SECOND, before: SECOND, cells: [] },
    ])
  })

  test("are told apart by all columns of the key", () => {
    const links: PublishedTable = {
      ...tasks({ task_id: "1", agency_id: "23" }),
      key: ["task_id", "agency_id"],
      whenGone: "delete",
    }
    const changes = diffTable(links, [standing({ task_id: "12", agency_id: "3" })])
    expect(changes.map(({ kind }) => kind)).toEqual(["added", "withdrawn"])
  })

  test("cannot be compared when two published rows have one key", () => {
    expect(() => diffTable(tasks(FIRST, FIRST), [])).toThrow('task: two published rows have the key ["1"]')
  })
})

describe("any text and any table", () => {
  const row = fc.record({
    code: fc.constantFrom("1", "2", "3", "4"),
    title: fc.constantFrom("a", "b"),
    lead: fc.constantFrom(["x"], ["x", "y"], []),
    due_on: fc.constantFrom(null, "2025-12-31"),
  })
  const rows = fc.uniqueArray(row, { selector: ({ code }) => code })

  function applied(current: CurrentRow[], changes: RowChange[]): CurrentRow[] {
    const table = new Map(current.map((entry) => [entry.row.code, entry]))
    for (const change of changes) {
      if (change.kind === "withdrawn") table.set(change.before.code, withdrawn(change.before))
      else table.set(change.row.code, standing(change.row))
    }
    return [...table.values()]
  }

  test("are the same once the differences are applied, and nothing is lost", () => {
    fc.assert(
      fc.property(rows, rows, fc.array(fc.boolean()), (published, stored, gone) => {
        const current = stored.map((stored, index) => (gone[index] ? withdrawn(stored) : standing(stored)))
        const changes = diffTable(tasks(...published), current)
        const after = applied(current, changes)
        const inForce = after.filter((entry) => !entry.withdrawn).map((entry) => entry.row)
        expect(new Set(inForce)).toEqual(new Set(published))
        expect(after.length).toBe(new Set([...published, ...stored].map(({ code }) => code)).size)
        expect(diffTable(tasks(...published), after)).toEqual([])
      }),
    )
  })
})

describe("what people recorded", () => {
  test("is neither changed nor withdrawn", () => {
    const ownWords = { ...FIRST, title: "Như đã ghi" }
    expect(diffTable(tasks(FIRST), [recorded(ownWords), recorded(SECOND)])).toEqual([])
  })
})

describe("changes only fill", () => {
  const fills = (published: PublishedTable, current: CurrentRow[]) =>
    fillsOnly(diffTable(published, current), current)

  test("a table that has no rows, and columns that have nothing in any row", () => {
    expect(fills(tasks(FIRST, SECOND), [])).toBe(true)
    expect(fills(tasks(FIRST), [standing({ ...FIRST, due_on: null })])).toBe(true)
  })

  test("but not when a row is added or gone, or a column had something before", () => {
    expect(fills(tasks(FIRST, SECOND), [standing(FIRST)])).toBe(false)
    expect(fills(tasks(FIRST), [standing(FIRST), standing(SECOND)])).toBe(false)
    expect(fills(tasks(FIRST, SECOND), [standing({ ...FIRST, title: "khác" }), standing(SECOND)])).toBe(false)
  })
})
