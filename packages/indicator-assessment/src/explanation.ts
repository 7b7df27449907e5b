import { type CalendarDate, inFigures } from "@plan43/calendar"
import { type AssessmentFacts, isNotApplicable, type TargetFigures, type Verdict } from "./assess.ts"
import type { AssessmentInput, AssessmentState } from "./assessment-state.ts"
import { targetDayOf } from "./path.ts"
import { isJudged } from "./target-kind.ts"

const IN_WORDS: Record<AssessmentState, string> = {
  REACHED: "đạt mục tiêu",
  EXCEEDED: "vượt mục tiêu",
  ON_PATH: "đúng lộ trình",
  BEHIND_PATH: "chậm so với lộ trình",
  OFF_PATH: "lệch lộ trình",
  NO_DATA: "chưa có số liệu",
  NOT_ASSESSABLE: "chưa đánh giá được",
}

const TO_SUPPLY: Record<AssessmentInput, string> = {
  OBSERVATION: "số liệu thực hiện",
  BASELINE: "số liệu gốc",
  NUMERIC_TARGET: "mục tiêu bằng số",
  JUDGEMENT: "đánh giá kèm minh chứng",
  DIRECTIVE: "văn bản chỉ đạo",
}

const figures = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 2 })

function stillMissing(missing: readonly AssessmentInput[]): string {
  return `còn thiếu ${missing.map((input) => TO_SUPPLY[input]).join(", ")}`
}

/** A target that has its figure, in words, e.g. “từ 80 trở lên”. */
function targetInWords({ kind, minimum, maximum }: TargetFigures): string {
  const least = figures.format(minimum ?? 0)
  switch (kind) {
    case "AT_MOST":
      return `không quá ${figures.format(maximum ?? 0)}`
    case "AT_LEAST":
      return `từ ${least} trở lên`
    case "MORE_THAN":
      return `trên ${least}`
    case "RANGE":
      return maximum === null ? least : `${least} – ${figures.format(maximum)}`
    default:
      return least
  }
}

function conclusionOf({ target, yearly }: AssessmentFacts, { state, missing, pathValue }: Verdict): string {
  const path = pathValue === null ? "" : `, mức lộ trình ngày đó là ${figures.format(pathValue)}`
  if (state === "REACHED" || state === "EXCEEDED") return `${IN_WORDS[state]} ${targetInWords(target)}`
  if (state === "NOT_ASSESSABLE")
    return `chưa đạt mục tiêu ${targetInWords(target)} và chưa biết có đúng lộ trình không, ${stillMissing(missing)}`
  if (yearly) return `chưa đạt mức phải có hằng năm ${targetInWords(target)}`
  if (state === "BEHIND_PATH") return `${IN_WORDS[state]} không quá một năm${path}`
  if (state === "OFF_PATH") return `${IN_WORDS[state]}, chậm hơn một năm${path}`
  return `${IN_WORDS[state]}${path}`
}

function doneOrNot({ horizonYear }: AssessmentFacts, value: number, on: CalendarDate): string {
  const day = inFigures(on)
  return value >= 1
    ? `Đến ${day} đã hoàn thành: đạt mục tiêu.`
    : `Đến ${day} chưa hoàn thành; ngày đích là ${inFigures(targetDayOf(horizonYear))}, không có lộ trình bằng con số.`
}

/**
 * Why an indicator stands where it does, in Vietnamese: which observation, what the path demands, what is
 * missing.
 */
export function explanationOf(facts: AssessmentFacts, verdict: Verdict, asOf: CalendarDate): string {
  const { target, unit, observation, judgement, horizonYear } = facts
  const { state, missing } = verdict
  if (target.kind === "NONE") return "Dòng tiêu đề, không có mục tiêu riêng; xem các chỉ tiêu con."
  if (target.kind === "DIRECTIVE")
    return `Mục tiêu theo chỉ đạo, chưa có mức cụ thể; ${stillMissing(missing)}.`
  if (judgement !== null && isNotApplicable(facts))
    return `Không áp dụng: theo đánh giá ngày ${inFigures(judgement.on)}, không có xếp hạng.`
  if (isJudged(target.kind))
    return judgement === null
      ? `Mục tiêu không có con số, được đánh giá bằng minh chứng; ${stillMissing(missing)}.`
      : `Theo đánh giá ngày ${inFigures(judgement.on)}: ${IN_WORDS[state]}.`
  if (observation === null || observation.value === null || missing.includes("NUMERIC_TARGET"))
    return `Tính đến ${inFigures(asOf)}, ${IN_WORDS[state]}; ${stillMissing(missing)}.`
  if (facts.doneOrNot) return doneOrNot(facts, observation.value, observation.periodEnd)
  const figure = `${figures.format(observation.value)}${unit === null ? "" : ` (${unit})`}`
  const standing = observation.provisional ? "tạm tính" : "chính thức"
  const stale = missing.includes("OBSERVATION")
    ? ` Đã qua ngày đích ${inFigures(targetDayOf(horizonYear))}, ${stillMissing(missing)} của ngày đó.`
    : ""
  return `Số liệu ${standing} đến ${inFigures(observation.periodEnd)} là ${figure}: ${conclusionOf(facts, verdict)}.${stale}`
}
