import { type CalendarDate, inFigures } from "@plan43/calendar"
import { FIGURES, type OfficialTally, statusesIn, type TaskStatus } from "@plan43/official-tally"
import { FIGURE_IN_WORDS, STATUS_IN_WORDS } from "../synthesis/words.ts"
import type { Criterion, ScoreCriterionCode } from "./criterion.ts"
import type { ScoredIndicator, ScoredObligation, ScoredReport } from "./score-facts.ts"
import type { ScoreRow } from "./score-row.ts"
import type { ScorecardKind } from "./score-subject.ts"

const ALL: readonly ScorecardKind[] = ["AGENCY", "HEAD", "OFFICIAL"]
const BODIES: readonly ScorecardKind[] = ["AGENCY", "HEAD"]

const NOTHING_NAMED = { taskId: null, indicatorId: null, reportId: null, letterId: null, code: null }

/** A row that counts as one of one, or as none of one. */
function one(
  row: Partial<ScoreRow> & Pick<ScoreRow, "id" | "name" | "why">,
  counts: "COUNTS" | "NOT",
): ScoreRow {
  return { ...NOTHING_NAMED, ...row, counted: counts === "COUNTS" ? 1 : 0, outOf: 1 }
}

function day(of: CalendarDate | null): string {
  return of === null ? "không đặt hạn" : `hạn ${inFigures(of)}`
}

function ofTask({
  taskId,
  taskCode,
  taskTitle,
}: Pick<ScoredObligation, "taskId" | "taskCode" | "taskTitle">) {
  return { taskId, code: taskCode, name: taskTitle }
}

function obligationRow(owed: ScoredObligation, counts: "COUNTS" | "NOT"): ScoreRow {
  const { taskId, status, dueOn, byClass } = owed
  const given = byClass ? "; giao chung cho nhóm cơ quan" : ""
  return one(
    { ...ofTask(owed), id: taskId, why: `${STATUS_IN_WORDS[status]}, ${day(dueOn)}${given}` },
    counts,
  )
}

const TALLY: Readonly<Record<keyof OfficialTally, ScoreCriterionCode>> = {
  assigned: "TASKS_ASSIGNED",
  completedOnTime: "TASKS_COMPLETED_ON_TIME",
  completedLate: "TASKS_COMPLETED_LATE",
  inTime: "TASKS_IN_TIME",
  overdue: "TASKS_OVERDUE",
  notYetDue: "TASKS_NOT_YET_DUE",
  awaitingDocument: "TASKS_AWAITING_DOCUMENT",
  suspendedOrCancelled: "TASKS_STOPPED",
}

/** The official tally of what is owed; the figures after the first add up to it. */
const tasks = FIGURES.map(
  (figure): Criterion => ({
    code: TALLY[figure],
    topic: "TASKS",
    measure: "COUNT",
    name: `Nhiệm vụ: ${FIGURE_IN_WORDS[figure].toLowerCase()}`,
    rule:
      figure === "assigned"
        ? "Mỗi nhiệm vụ mà cơ quan được giao chủ trì, tự mình hoặc qua nhóm cơ quan, tính một lần; trạng thái là của phần việc cơ quan ấy vào cuối kỳ. Của công chức: những nhiệm vụ mà người ấy đã ký báo cáo trong kỳ."
        : `Trong số nhiệm vụ được giao, phần việc ở trạng thái “${FIGURE_IN_WORDS[figure].toLowerCase()}” vào cuối kỳ, theo cách chia của báo cáo chính thức.`,
    kinds: ALL,
    rows: ({ obligations }) =>
      obligations
        .filter(({ status }) => statusesIn(figure).includes(status))
        .map((owed) => obligationRow(owed, "COUNTS")),
  }),
)

/** What was stopped is not late. */
const STOPPED: readonly TaskStatus[] = ["SUSPENDED", "CANCELLED"]

const timeliness: Criterion = {
  code: "FELL_DUE_ON_TIME",
  topic: "TIMELINESS",
  measure: "SHARE",
  name: "Nhiệm vụ đến hạn trong kỳ được hoàn thành đúng hạn",
  rule: "Mẫu số: nhiệm vụ có hạn (kể cả đã gia hạn) rơi vào một ngày đã qua của kỳ, trừ nhiệm vụ tạm dừng hoặc hủy. Tử số: trong số đó, phần việc đã được xác nhận hoàn thành đúng hạn.",
  kinds: ALL,
  rows: ({ fellDue }) =>
    fellDue
      .filter(({ status }) => !STOPPED.includes(status))
      .map((owed) => obligationRow(owed, owed.status === "COMPLETED_ON_TIME" ? "COUNTS" : "NOT")),
}

function indicatorRow(answeredFor: ScoredIndicator, counts: "COUNTS" | "NOT"): ScoreRow {
  const { indicatorId, code, name, explanation } = answeredFor
  return one({ id: indicatorId, indicatorId, code, name, why: explanation }, counts)
}

const ON_COURSE: readonly ScoredIndicator["state"][] = ["REACHED", "EXCEEDED", "ON_PATH"]
const ASSESSED: readonly ScoredIndicator["state"][] = [...ON_COURSE, "BEHIND_PATH", "OFF_PATH"]

const indicators: readonly Criterion[] = [
  {
    code: "INDICATORS_ASSIGNED",
    topic: "INDICATORS",
    measure: "COUNT",
    name: "Chỉ tiêu được giao theo dõi, đánh giá",
    rule: "Mỗi chỉ tiêu mà cơ quan được giao theo dõi, đánh giá vào cuối kỳ; hàng tiêu đề không tính.",
    kinds: BODIES,
    rows: (facts) => facts.indicators.map((each) => indicatorRow(each, "COUNTS")),
  },
  {
    code: "INDICATORS_ON_COURSE",
    topic: "INDICATORS",
    measure: "SHARE",
    name: "Chỉ tiêu đạt, vượt hoặc đúng lộ trình",
    rule: "Mẫu số: chỉ tiêu đánh giá được vào cuối kỳ. Tử số: trong số đó, chỉ tiêu đạt, vượt mục tiêu hoặc đúng lộ trình.",
    kinds: BODIES,
    rows: (facts) =>
      facts.indicators
        .filter(({ state }) => ASSESSED.includes(state))
        .map((each) => indicatorRow(each, ON_COURSE.includes(each.state) ? "COUNTS" : "NOT")),
  },
  {
    code: "INDICATORS_WITHOUT_DATA",
    topic: "INDICATORS",
    measure: "COUNT",
    name: "Chỉ tiêu chưa có số liệu",
    rule: "Chỉ tiêu chưa có số liệu hay đánh giá nào được ghi đến cuối kỳ.",
    kinds: BODIES,
    rows: (facts) =>
      facts.indicators.filter(({ state }) => state === "NO_DATA").map((each) => indicatorRow(each, "COUNTS")),
  },
]

function sending({ sentOn, dueOn }: ScoredReport): string {
  const due = `hạn ${inFigures(dueOn)}`
  if (sentOn === null) return `Chưa gửi, ${due}`
  return `${sentOn > dueOn ? "Gửi muộn" : "Gửi đúng hạn"} ngày ${inFigures(sentOn)}, ${due}`
}

const isOnTime = ({ sentOn, dueOn }: ScoredReport) => sentOn !== null && sentOn <= dueOn

const reports: readonly Criterion[] = [
  {
    code: "REPORTS_ON_TIME",
    topic: "REPORTS",
    measure: "SHARE",
    name: "Báo cáo định kỳ gửi đúng hạn",
    rule: "Mẫu số: báo cáo trong các kỳ báo cáo có hạn của cơ quan rơi vào kỳ đánh giá, đã đến hạn hoặc đã gửi. Tử số: trong số đó, báo cáo gửi lần đầu không sau hạn.",
    kinds: BODIES,
    rows: (facts) =>
      facts.reports
        .filter(({ sentOn, dueOn }) => sentOn !== null || dueOn < facts.asOf)
        .map((report) => {
          const { reportId, roundName } = report
          return one(
            { id: reportId, reportId, name: roundName, why: sending(report) },
            isOnTime(report) ? "COUNTS" : "NOT",
          )
        }),
  },
  {
    code: "REPORTS_COMPLETE",
    topic: "REPORTS",
    measure: "SHARE",
    name: "Dòng báo cáo đã trả lời",
    rule: "Mẫu số: mọi dòng của các báo cáo ấy. Tử số: dòng đã trả lời, kể cả “không thay đổi” và “không có nội dung báo cáo”, của báo cáo đã gửi.",
    kinds: BODIES,
    rows: (facts) =>
      facts.reports
        .filter(({ sentOn, dueOn }) => sentOn !== null || dueOn < facts.asOf)
        .map((report) => {
          const { reportId, roundName, sentOn, answered, lines } = report
          return {
            ...NOTHING_NAMED,
            id: reportId,
            reportId,
            name: roundName,
            why: sentOn === null ? "Chưa gửi" : `Trả lời ${answered} trên ${lines} dòng`,
            counted: sentOn === null ? 0 : answered,
            outOf: lines,
          }
        }),
  },
  {
    code: "REPORTS_RETURNED",
    topic: "REPORTS",
    measure: "COUNT",
    name: "Báo cáo bị trả lại",
    rule: "Báo cáo định kỳ của kỳ đánh giá đã bị trả lại ít nhất một lần.",
    kinds: BODIES,
    rows: (facts) =>
      facts.reports
        .filter(({ returned }) => returned > 0)
        .map(({ reportId, roundName, returned }) =>
          one({ id: reportId, reportId, name: roundName, why: `Trả lại ${returned} lần` }, "COUNTS"),
        ),
  },
]

const urging: readonly Criterion[] = [
  {
    code: "REMINDERS",
    topic: "URGING",
    measure: "COUNT",
    name: "Lượt bị đôn đốc",
    rule: "Mỗi nhiệm vụ trong mỗi công văn đôn đốc gửi cơ quan trong kỳ tính một lượt.",
    kinds: ALL,
    rows: (facts) =>
      facts.reminders.map((reminder) => {
        const { letterId, letterNumber, sentOn, ordinal } = reminder
        return one(
          {
            ...ofTask(reminder),
            id: `${letterId}_${reminder.taskId}`,
            letterId,
            why: `Công văn số ${letterNumber} ngày ${inFigures(sentOn)}, lần thứ ${ordinal}`,
          },
          "COUNTS",
        )
      }),
  },
  {
    code: "EXTENSIONS",
    topic: "URGING",
    measure: "COUNT",
    name: "Lượt được gia hạn",
    rule: "Mỗi lần lùi hạn được chấp thuận trong kỳ tính một lượt.",
    kinds: ALL,
    rows: (facts) =>
      facts.extensions.map((extension) => {
        const { extensionId, originalDueOn, grantedDueOn, decidedOn } = extension
        return one(
          {
            ...ofTask(extension),
            id: extensionId,
            why: `Từ ${inFigures(originalDueOn)} đến ${inFigures(grantedDueOn)}, chấp thuận ngày ${inFigures(decidedOn)}`,
          },
          "COUNTS",
        )
      }),
  },
]

const OUTCOME_IN_WORDS = {
  CONFIRMED: "Được xác nhận",
  RETURNED: "Bị trả lại",
  PENDING: "Chờ xem xét",
} as const

const answers: readonly Criterion[] = [
  {
    code: "ANSWERS_SIGNED",
    topic: "ANSWERS",
    measure: "COUNT",
    name: "Báo cáo tiến độ đã ký",
    rule: "Mỗi báo cáo tiến độ nhiệm vụ được ký trong kỳ; của cơ quan: do người của cơ quan hoặc thay mặt cơ quan ký.",
    kinds: ALL,
    rows: (facts) =>
      facts.answers.map((answer) =>
        one(
          {
            ...ofTask(answer),
            id: answer.answerId,
            why: `Ký ngày ${inFigures(answer.signedOn)}. ${OUTCOME_IN_WORDS[answer.outcome ?? "PENDING"]}`,
          },
          "COUNTS",
        ),
      ),
  },
  {
    code: "ANSWERS_CONFIRMED",
    topic: "ANSWERS",
    measure: "SHARE",
    name: "Báo cáo tiến độ được xác nhận",
    rule: "Mẫu số: báo cáo tiến độ ký trong kỳ mà Sở Khoa học và Công nghệ đã xem xét đến cuối kỳ. Tử số: trong số đó, báo cáo được xác nhận.",
    kinds: ALL,
    rows: (facts) =>
      facts.answers.flatMap((answer) =>
        answer.outcome === null
          ? []
          : [
              one(
                {
                  ...ofTask(answer),
                  id: answer.answerId,
                  why: `${OUTCOME_IN_WORDS[answer.outcome]}; ký ngày ${inFigures(answer.signedOn)}`,
                },
                answer.outcome === "CONFIRMED" ? "COUNTS" : "NOT",
              ),
            ],
      ),
  },
  {
    code: "LINES_FILLED",
    topic: "ANSWERS",
    measure: "COUNT",
    name: "Dòng báo cáo định kỳ đã điền",
    rule: "Số dòng của báo cáo định kỳ mà người ấy đã điền trong kỳ, mỗi dòng tính một lần.",
    kinds: ["OFFICIAL"],
    rows: (facts) =>
      facts.filledLines.map(({ reportId, roundName, filledOn, lines }) => ({
        ...NOTHING_NAMED,
        id: reportId,
        reportId,
        name: roundName,
        why: `Điền ${lines} dòng, lần cuối ngày ${inFigures(filledOn)}`,
        counted: lines,
        outOf: lines,
      })),
  },
]

/** The criteria of version 1. Source: Plan 43/KH-UBND, II.1.2 and II.1.3; DOMAIN.md, “The usual tallies in official reports”. */
export const CRITERIA_1: readonly Criterion[] = [
  ...tasks,
  timeliness,
  ...indicators,
  ...reports,
  ...urging,
  ...answers,
]
