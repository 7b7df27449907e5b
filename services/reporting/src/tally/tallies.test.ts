import { FIGURES, type OfficialTally, taskStatuses } from "@plan43/official-tally"
import fc from "fast-check"
import { expect, test } from "vitest"
import { talliesOf } from "./tallies.ts"

const task = fc.record({
  status: fc.constantFrom(...taskStatuses),
  sectionNumeral: fc.constantFrom("I", "II", "III", "IV", "V", "VI", "VII"),
  sectionTitle: fc.constant("Nhóm nhiệm vụ"),
  leadIds: fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 5 }),
})

const sumOf = (tallies: readonly OfficialTally[], figure: keyof OfficialTally) =>
  tallies.reduce((sum, tally) => sum + tally[figure], 0)

test("whatever was recorded: tasks add up to the tallies, sections and agencies to the City's, figure by figure", () => {
  fc.assert(
    fc.property(fc.array(task, { maxLength: 200 }), (tasks) => {
      const { city, bySection, byAgency, withoutAgency, countedAgain } = talliesOf(tasks)
      expect(city.assigned).toBe(tasks.length)
      for (const figure of FIGURES) {
        expect(
          sumOf(
            bySection.map(({ tally }) => tally),
            figure,
          ),
        ).toBe(city[figure])
        const ofAgencies = sumOf([...byAgency.map(({ tally }) => tally), withoutAgency], figure)
        expect(ofAgencies - countedAgain[figure]).toBe(city[figure])
      }
      for (const tally of [city, ...byAgency.map((each) => each.tally)])
        expect(sumOf([tally], "assigned")).toBe(
          FIGURES.filter((figure) => figure !== "assigned").reduce((sum, figure) => sum + tally[figure], 0),
        )
      for (const { agencyId, tally } of byAgency)
        expect(tally.assigned).toBe(
          tasks.filter(({ leadIds }) => leadIds.some((id) => id === agencyId)).length,
        )
    }),
  )
})
