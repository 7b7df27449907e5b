import type { AssessmentState } from "@plan43/indicator-assessment"
import { annexOf } from "../annexes.ts"
import type { ReportedIndicator, SynthesisContent } from "../synthesis-content.ts"
import {
  countOf,
  type Figure,
  type FigureSource,
  joined,
  type RegisterFilter,
  sentence,
  shareOf,
} from "./figure.ts"
import type { PartBlock, ReportPart } from "./report-part.ts"

/** How a report calls where indicators stand, the best first. */
export const ASSESSMENT_IN_WORDS: Readonly<Record<AssessmentState, string>> = {
  EXCEEDED: "vượt mục tiêu",
  REACHED: "đạt mục tiêu",
  ON_PATH: "đúng lộ trình",
  BEHIND_PATH: "chậm so với lộ trình",
  OFF_PATH: "lệch lộ trình",
  NO_DATA: "chưa có số liệu",
  NOT_ASSESSABLE: "chưa đánh giá được",
}

/** So many indicators that lag are explained one by one; of more only how many there are. */
const MOST_EXPLAINED = 12

/** What was observed of the indicators, and where they stand; those that lag with the reason. */
export function indicatorsPart(content: SynthesisContent): ReportPart {
  const measured = content.indicators.filter(({ heading, assessment }) =>
    assessment === undefined ? !heading : assessment !== null,
  )
  const observed = measured.filter((indicator) => indicator.observed !== null)
  const renewed = observed.filter(({ observed: now, before }) => now?.id !== before?.id)
  return {
    key: "INDICATORS",
    heading: "Kết quả thực hiện các chỉ tiêu",
    blocks: [
      {
        kind: "SENTENCE",
        pieces: sentence`Có số liệu của ${countOf(rows(observed))} trên ${countOf(rows(measured))} chỉ tiêu (${shareOf(rows(observed), rows(measured))}); ${countOf(rows(renewed))} chỉ tiêu có số liệu mới so với kỳ trước. Số liệu từng chỉ tiêu tại ${annexOf(content, "INDICATORS")}.`,
      },
      ...assessed(content, measured),
    ],
  }
}

/** Indicators, to be listed one by one. */
function rows(found: readonly ReportedIndicator[]): FigureSource {
  return { kind: "INDICATOR", ids: found.map(({ id }) => id), filter: null }
}

function assessed(content: SynthesisContent, measured: readonly ReportedIndicator[]): PartBlock[] {
  if (measured.every(({ assessment }) => assessment === undefined)) return []
  const standing = (...states: AssessmentState[]) =>
    measured.filter(({ assessment }) => assessment != null && states.includes(assessment.state))
  const figure = (...states: AssessmentState[]): Figure => {
    const filter: RegisterFilter = { assessment: states }
    return countOf({ kind: "INDICATOR", ids: standing(...states).map(({ id }) => id), filter })
  }
  const lagging = standing("BEHIND_PATH", "OFF_PATH")
  return [
    {
      kind: "SENTENCE",
      pieces: sentence`Đánh giá theo lộ trình: ${joined(
        (Object.keys(ASSESSMENT_IN_WORDS) as AssessmentState[]).map(
          (state) => sentence`${ASSESSMENT_IN_WORDS[state]} ${figure(state)}`,
        ),
        "; ",
      )}.`,
    },
    ...(lagging.length > MOST_EXPLAINED
      ? [
          {
            kind: "SENTENCE" as const,
            pieces: sentence`Có ${figure("BEHIND_PATH", "OFF_PATH")} chỉ tiêu chậm hoặc lệch lộ trình, giải trình tại ${annexOf(content, "INDICATORS")}.`,
          },
        ]
      : lagging.map((indicator) => ({
          kind: "SENTENCE" as const,
          pieces: sentence`- Chỉ tiêu ${{ text: indicator.code, source: rows([indicator]) }} (${indicator.name}): ${indicator.assessment?.explanation ?? ""}`,
        }))),
  ]
}
