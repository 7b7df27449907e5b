import { inFigures } from "@plan43/calendar"
import { inWords } from "@plan43/official-letter"
import type { ReportedTask } from "../../tally/reported-task.ts"
import { annexOf } from "../annexes.ts"
import type { SynthesisContent } from "../synthesis-content.ts"
import { taskInWords } from "../tables.ts"
import { countOf, sentence } from "./figure.ts"
import type { PartBlock, ReportPart } from "./report-part.ts"
import { sayings } from "./sayings.ts"

/** So many tasks are named with their days; of more only how many there are. */
const MOST_NAMED = 12

const SETTLED: readonly ReportedTask["status"][] = [
  "COMPLETED_ON_TIME",
  "COMPLETED_LATE",
  "SUSPENDED",
  "CANCELLED",
]

/** What falls due until the cut-off of the next round, the first first, and what agencies plan. */
export function nextPeriodPart(content: SynthesisContent): ReportPart {
  return {
    key: "NEXT_PERIOD",
    heading: "Phương hướng kỳ tới",
    blocks: [
      ...fallingDue(content),
      ...sayings(content, "nextPlan", {
        about: "kế hoạch kỳ tới",
        nothing: "Các cơ quan không báo cáo kế hoạch kỳ tới.",
      }),
    ],
  }
}

function fallingDue(content: SynthesisContent): PartBlock[] {
  const { nextCutOffOn, asOf } = content
  if (nextCutOffOn === undefined) return []
  const due = content.tasks
    .flatMap((task) => (task.dueOn == null ? [] : [{ task, dueOn: task.dueOn }]))
    .filter(({ task, dueOn }) => asOf < dueOn && dueOn <= nextCutOffOn && !SETTLED.includes(task.status))
    .sort((one, other) => (one.dueOn === other.dueOn ? 0 : one.dueOn < other.dueOn ? -1 : 1))
  const figure = countOf({ kind: "TASK", ids: due.map(({ task }) => task.id), filter: null })
  const named = due.map(({ task, dueOn }) => `${taskInWords(task).toLowerCase()} (${inFigures(dueOn)})`)
  const after =
    due.length === 0
      ? ""
      : due.length > MOST_NAMED
        ? ` (${annexOf(content, "TASKS")})`
        : `: ${named.join("; ")}`
  return [
    {
      kind: "SENTENCE",
      pieces: sentence`Từ sau ngày chốt số liệu đến hết ${inWords(nextCutOffOn)} có ${figure} nhiệm vụ đến hạn${after}.`,
    },
  ]
}
