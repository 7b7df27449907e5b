import { FIGURES, taskStatuses } from "@plan43/official-tally"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { SynthesisContent } from "../synthesis/synthesis-content.ts"
import { FORM_RULES, filledForm, formTable } from "./recipient-forms.ts"

const agencies = Array.from({ length: 8 }, (_none, place) => ({ id: `a${place}`, name: `Cơ quan ${place}` }))

const contents = fc
  .array(
    fc.record({
      status: fc.constantFrom(...taskStatuses),
      sectionNumeral: fc.constantFrom("I", "II", "III", "IV", "V", "VI", "VII"),
      leadIds: fc.uniqueArray(fc.constantFrom(...agencies.map(({ id }) => id)), { maxLength: 3 }),
    }),
    { maxLength: 150 },
  )
  .map(
    (tasks) =>
      ({
        agencies,
        tasks: tasks.map((task) => ({ ...task, sectionTitle: `Nhóm ${task.sectionNumeral}` })),
      }) as unknown as SynthesisContent,
  )

describe.each(FORM_RULES)("the form of $recipient", (rule) => {
  test("takes each figure of the official tally once, in a column or beside them", () => {
    const taken = [...rule.columns.flatMap(({ figures }) => figures), ...rule.outside]
    expect(taken.toSorted()).toEqual(FIGURES.filter((figure) => figure !== "assigned").toSorted())
    expect(rule.source).not.toBe("")
  })

  test("adds up, whatever was done: its columns to what was assigned, its rows to the City's", () => {
    fc.assert(
      fc.property(contents, (content) => {
        const { rows } = filledForm(rule, content)
        const city = rows.at(-1)
        expect(city?.assigned).toBe(content.tasks.length)
        for (const { assigned, counts, outside } of rows)
          expect(counts.reduce((sum, count) => sum + count, outside)).toBe(assigned)
        const parts = rows.slice(0, -1)
        const sumOf = (countOf: (row: (typeof rows)[number]) => number) =>
          parts.reduce((sum, row) => sum + countOf(row), 0)
        expect(sumOf(({ assigned }) => assigned)).toBe(city?.assigned)
        for (const column of rule.columns.keys())
          expect(sumOf(({ counts }) => counts[column] ?? 0)).toBe(city?.counts[column])
        expect(formTable(filledForm(rule, content)).rows).toHaveLength(rows.length)
      }),
    )
  })
})
