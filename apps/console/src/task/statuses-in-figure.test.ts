import { FIGURES, statusesIn, taskStatuses } from "@plan43/official-tally"
import { expect, test } from "vitest"
import { statusesInFigure } from "./statuses-in-figure.ts"

test("the register counts in a figure what the official tally does", () => {
  for (const figure of FIGURES)
    expect([...(statusesInFigure[figure] ?? taskStatuses)].toSorted()).toEqual(statusesIn(figure).toSorted())
})
