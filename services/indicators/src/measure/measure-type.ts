import type { Measure } from "@plan43/indicator-assessment"
import { registerEnumType } from "type-graphql"

/** What the figures of an indicator are; the words of {@link Measure}. */
export const IndicatorMeasure = {
  SHARE: "SHARE",
  GROWTH: "GROWTH",
  CONTRIBUTION: "CONTRIBUTION",
  RANK: "RANK",
  COUNT: "COUNT",
  INDEX: "INDEX",
  RATIO: "RATIO",
  DONE_OR_NOT: "DONE_OR_NOT",
  WORDS: "WORDS",
} as const satisfies { [K in Measure]: K }
export type IndicatorMeasure = Measure

registerEnumType(IndicatorMeasure, {
  name: "IndicatorMeasure",
  description: "What the figures of an indicator are",
  valuesConfig: {
    SHARE: { description: "Per cent of a whole: 0 to 100" },
    GROWTH: { description: "Per cent a year" },
    CONTRIBUTION: { description: "Per cent of a growth; may be negative or above 100" },
    RANK: { description: "A place in a ranking: 1, 2, 3 …" },
    COUNT: { description: "A number of things" },
    INDEX: { description: "Between 0 and 1" },
    RATIO: { description: "So many to each thousand or ten thousand" },
    DONE_OR_NOT: { description: "1 when it is done, 0 while it is not" },
    WORDS: { description: "None: words and evidence only" },
  },
})
