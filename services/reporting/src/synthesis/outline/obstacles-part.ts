import { annexOf } from "../annexes.ts"
import {
  ADDRESSEE_IN_WORDS,
  CATEGORY_IN_WORDS,
  type ObstacleAddressee,
  type ObstacleCategory,
  type ObstacleState,
} from "../obstacle-words.ts"
import type { ReportedObstacle, SynthesisContent } from "../synthesis-content.ts"
import { namesOf } from "../tables.ts"
import { countOf, type Figure, joined, sentence } from "./figure.ts"
import type { PartBlock, ReportPart } from "./report-part.ts"
import { sayings } from "./sayings.ts"

/** So many obstacles of a kind are told one by one; of more only how many, and where they stand. */
const MOST_TOLD = 12

/** How far obstacles have come, as the report tells it. */
const STANDINGS: readonly { words: string; states: readonly ObstacleState[] }[] = [
  { words: "chờ sàng lọc hoặc làm rõ", states: ["RAISED", "RETURNED"] },
  { words: "đang xử lý", states: ["ACCEPTED"] },
  { words: "chờ Thành phố quyết định", states: ["SENT_UP"] },
  { words: "đã có quyết định hoặc trả lời", states: ["DECIDED", "ANSWERED"] },
]

/** What stood in the way and what is asked for: recorded obstacles by kind and by to whom they go, then what lines say. */
export function obstaclesPart(content: SynthesisContent): ReportPart {
  return {
    key: "OBSTACLES",
    heading: "Khó khăn, vướng mắc và kiến nghị",
    blocks: [
      { kind: "SUBHEADING", text: "1. Khó khăn, vướng mắc" },
      ...recorded(content),
      ...sayings(content, "difficulties", {
        about: "khó khăn, vướng mắc trong báo cáo",
        nothing: "Các cơ quan không báo cáo khó khăn, vướng mắc.",
      }),
      { kind: "SUBHEADING", text: "2. Kiến nghị, đề xuất" },
      ...proposed(content),
      ...sayings(content, "proposal", {
        about: "kiến nghị, đề xuất trong báo cáo",
        nothing: "Các cơ quan không có kiến nghị, đề xuất.",
      }),
    ],
  }
}

function count(obstacles: readonly ReportedObstacle[]): Figure {
  return countOf({ kind: "OBSTACLE", ids: obstacles.map(({ id }) => id), filter: null })
}

function recorded(content: SynthesisContent): PartBlock[] {
  const { obstacles = [] } = content
  if (obstacles.length === 0) return []
  const standings = STANDINGS.map(({ words, states }) => ({
    words,
    found: obstacles.filter(({ state }) => states.includes(state)),
  }))
  const byCategory = (Object.keys(CATEGORY_IN_WORDS) as ObstacleCategory[]).map((category) => ({
    words: CATEGORY_IN_WORDS[category],
    found: obstacles.filter((each) => each.category === category),
  }))
  return [
    {
      kind: "SENTENCE",
      pieces: sentence`Đã ghi nhận ${count(obstacles)} vướng mắc, chi tiết tại ${annexOf(content, "OBSTACLES")}: ${joined(
        standings.map(({ words, found }) => sentence`${words} ${count(found)}`),
        "; ",
      )}.`,
    },
    ...byCategory.flatMap(({ words, found }) =>
      told(content, words, found, ({ number, title }) => `VM-${number} ${title}`),
    ),
  ]
}

function proposed(content: SynthesisContent): PartBlock[] {
  const { obstacles = [] } = content
  const open = obstacles.filter(({ state }) => state !== "DECIDED" && state !== "ANSWERED")
  return (Object.keys(ADDRESSEE_IN_WORDS) as ObstacleAddressee[]).flatMap((addressee) =>
    told(
      content,
      `Với ${ADDRESSEE_IN_WORDS[addressee]}`,
      open.filter((each) => each.addressee === addressee),
      ({ number, proposal }) => `VM-${number} ${proposal}`,
    ),
  )
}

/** Obstacles of a kind, each with who raised it; nothing where there are none. */
function told(
  content: SynthesisContent,
  words: string,
  obstacles: readonly ReportedObstacle[],
  textOf: (obstacle: ReportedObstacle) => string,
): PartBlock[] {
  if (obstacles.length === 0) return []
  const nameOf = namesOf(content)
  const list = obstacles.map((each) => `${textOf(each)} (${each.agencyIds.map(nameOf).join(", ")})`)
  const after = obstacles.length > MOST_TOLD ? ` (${annexOf(content, "OBSTACLES")})` : `: ${list.join("; ")}`
  return [{ kind: "SENTENCE", pieces: sentence`- ${words}, ${count(obstacles)} vướng mắc${after}.` }]
}
