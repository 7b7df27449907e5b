import { FIGURES, type OfficialTally } from "@plan43/official-tally"
import fc from "fast-check"
import { expect, test } from "vitest"
import { dataTablesOf } from "../open-data/data-tables.ts"
import { anySynthesis, SECRET } from "../testing/any-synthesis.ts"
import { publishedContentOf } from "./published-content-of.ts"
import { type PublishedPart, publishedParts } from "./published-part.ts"

const LICENCE = { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" }

test("nothing is published that the public may not know, whatever was reported", () => {
  fc.assert(
    fc.property(anySynthesis, ({ content, sensitiveTaskIds }) => {
      const published = publishedContentOf(content, {
        parts: publishedParts,
        text: null,
        sensitiveTaskIds,
        report: null,
        licence: LICENCE,
      })
      expect(JSON.stringify(published)).not.toContain(SECRET)
      expect(published.tasks?.withheld).toBe(sensitiveTaskIds.size)
    }),
  )
})

test("sections, and agencies less what is counted again, add up to the tallies; listed tasks with those withheld, too", () => {
  const sumOf = (tallies: readonly OfficialTally[], figure: keyof OfficialTally) =>
    tallies.reduce((sum, tally) => sum + tally[figure], 0)
  fc.assert(
    fc.property(anySynthesis, ({ content, sensitiveTaskIds }) => {
      const { tallies, sections, agencies, tasks } = publishedContentOf(content, {
        parts: publishedParts,
        text: null,
        sensitiveTaskIds,
        report: null,
        licence: LICENCE,
      })
      if (tallies === null || sections === null || agencies === null || tasks === null)
        throw new Error("a part is missing")
      for (const figure of FIGURES) {
        expect(
          sumOf(
            sections.map(({ tally }) => tally),
            figure,
          ),
        ).toBe(tallies[figure])
        const led = sumOf([...agencies.rows.map(({ tally }) => tally), agencies.withoutAgency], figure)
        expect(led - agencies.countedAgain[figure]).toBe(tallies[figure])
      }
      expect(tasks.rows.length + tasks.withheld).toBe(tallies.assigned)
    }),
  )
})

test("of what was not chosen there is nothing, neither on the page nor in a table", () => {
  const some = fc.uniqueArray(fc.constantFrom(...publishedParts))
  fc.assert(
    fc.property(anySynthesis, some, ({ content, sensitiveTaskIds }, parts) => {
      const published = publishedContentOf(content, {
        parts,
        text: "Thành phố thông tin",
        sensitiveTaskIds,
        report: null,
        licence: LICENCE,
      })
      const chosen: Record<PublishedPart, unknown> = {
        TEXT: published.text,
        TALLIES: published.tallies,
        SECTIONS: published.sections,
        INDICATORS: published.indicators,
        AGENCIES: published.agencies,
        TASKS: published.tasks,
      }
      for (const part of publishedParts) expect(chosen[part] !== null).toBe(parts.includes(part))
      expect(dataTablesOf(published)).toHaveLength(parts.filter((part) => part !== "TEXT").length)
    }),
  )
})
