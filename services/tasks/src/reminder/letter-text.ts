import { type CalendarDate, inFigures } from "@plan43/calendar"
import { inWords, type OfficialLetter } from "@plan43/official-letter"
import type { TaskStatus } from "../status/task-status.ts"
import { fullNumberOf, type ReminderLetter } from "./reminder-letter.ts"

/** The plan whose tasks a letter lists. */
export interface PlanNamed {
  number: string
  issuedOn: CalendarDate
  issuer: string
}

/** A task as a letter lists it. */
export interface ListedTask {
  code: string
  title: string
  status: TaskStatus
  dueOn: CalendarDate | null
  silentSince: CalendarDate | null
  ordinal: number
}

/** What a letter is written from. */
export interface LetterContent {
  letter: Pick<
    ReminderLetter,
    "number" | "symbol" | "datedOn" | "answerBy" | "signerOffice" | "signerName" | "asOf"
  >
  agencyName: string
  plans: readonly PlanNamed[]
  items: readonly ListedTask[]
  /** Whether what it lists was simulated: the letter then says so before anything else. */
  simulated?: boolean
}

/** A letter's sentences, before and after its list. */
export interface LetterText {
  about: string
  opening: string
  closing: string
}

/** Plans as documents name them, e.g. "Kế hoạch số 43/KH-UBND ngày 17 tháng 02 năm 2025 của UBND Thành phố". */
function namesOf(plans: readonly PlanNamed[]): string {
  return plans
    .map(({ number, issuedOn, issuer }) => `Kế hoạch số ${number} ${inWords(issuedOn)} của ${issuer}`)
    .join("; ")
}

/** The sentences of a letter. */
export function letterText({ letter, agencyName, plans, items }: LetterContent): LetterText {
  const numbers = plans.map(({ number }) => `số ${number}`).join(", ")
  const late = items.filter(({ status }) => status === "OVERDUE").length
  const silent = items.filter(({ silentSince }) => silentSince !== null).length
  const counted = [
    ...(late > 0 ? [`${late} nhiệm vụ đã quá hạn`] : []),
    ...(silent > 0 ? [`${silent} nhiệm vụ chưa có báo cáo tiến độ`] : []),
  ]
  return {
    about: `đôn đốc thực hiện nhiệm vụ tại Kế hoạch ${numbers}`,
    opening: `Thực hiện ${namesOf(plans)}, Sở Khoa học và Công nghệ được giao theo dõi, đôn đốc việc thực hiện Kế hoạch. Qua theo dõi, đến ${inWords(letter.asOf)}, ${agencyName} còn ${counted.join(", ")}, cụ thể như sau:`,
    closing: `Sở Khoa học và Công nghệ đề nghị ${agencyName} khẩn trương thực hiện các nhiệm vụ nêu trên, báo cáo tiến độ, khó khăn, vướng mắc và thời gian hoàn thành về Sở Khoa học và Công nghệ trước ${inWords(letter.answerBy)} để tổng hợp, báo cáo Ủy ban nhân dân Thành phố.`,
  }
}

/** What is said of a listed task. */
export function stateInWords({ status, dueOn, silentSince }: ListedTask): string {
  const words = [
    ...(status === "OVERDUE" ? ["Quá hạn"] : []),
    ...(silentSince === null ? [] : [`Chưa báo cáo từ ${inFigures(silentSince)}`]),
  ]
  return `${words.join("\n")}${status === "OVERDUE" && dueOn === null ? " (theo giai đoạn)" : ""}`
}

const SIMULATED = {
  kind: "PARAGRAPH",
  text: "DỮ LIỆU MÔ PHỎNG: văn bản này do chương trình tạo ra để thử, không có giá trị.",
} as const

/** The whole letter, to be laid out. */
export function reminderLetterOf(content: LetterContent): OfficialLetter {
  const { letter, agencyName, items } = content
  const text = letterText(content)
  return {
    issuer: { above: "Ủy ban nhân dân thành phố Hà Nội", name: "Sở Khoa học và Công nghệ" },
    number: fullNumberOf(letter),
    place: "Hà Nội",
    date: letter.datedOn,
    title: { kind: "LETTER", about: text.about },
    to: [agencyName],
    body: [
      ...(content.simulated ? [SIMULATED] : []),
      { kind: "PARAGRAPH", text: text.opening },
      {
        kind: "TABLE",
        columns: [
          { heading: "STT", share: 0.07, align: "center" },
          { heading: "Nhiệm vụ", share: 0.48, align: "left" },
          { heading: "Thời hạn", share: 0.15, align: "center" },
          { heading: "Tình trạng", share: 0.18, align: "left" },
          { heading: "Lần đôn đốc", share: 0.12, align: "center" },
        ],
        rows: items.map((item, place) => [
          String(place + 1),
          `${item.code}. ${item.title}`,
          item.dueOn === null ? "" : inFigures(item.dueOn),
          stateInWords(item),
          String(item.ordinal),
        ]),
      },
      { kind: "PARAGRAPH", text: text.closing },
    ],
    signature: { capacity: null, office: letter.signerOffice, name: letter.signerName },
    copies: [
      { to: "Như trên", purpose: null },
      { to: "Ủy ban nhân dân Thành phố", purpose: "để báo cáo" },
      { to: "Lưu: VT", purpose: null },
    ],
  }
}
