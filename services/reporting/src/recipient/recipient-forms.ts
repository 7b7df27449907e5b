import { type OfficialTally, takenOff } from "@plan43/official-tally"
import type { SynthesisContent } from "../synthesis/synthesis-content.ts"
import type { SynthesisRow, SynthesisTable } from "../synthesis/tables.ts"
import { FIGURE_IN_WORDS } from "../synthesis/words.ts"
import { agencyRowsOf } from "../tally/agency-rows.ts"
import { talliesOf } from "../tally/tallies.ts"
import type { Recipient } from "./recipient.ts"

type Counted = Exclude<keyof OfficialTally, "assigned">

/** How a recipient counts what the official tally counts: each of its figures stands in one column, or beside them all. */
export interface FormRule {
  recipient: Recipient
  title: string
  /** What its columns rest on. */
  source: string
  rowsBy: "SECTION" | "AGENCY"
  columns: readonly { heading: string; figures: readonly Counted[] }[]
  /** What no column of the form takes; told beside the form, so that it adds up. */
  outside: readonly Counted[]
}

/**
 * The forms. A task that waits for a document has no day to be late for: it is not yet due. What was suspended or cancelled
 * is neither done nor under way, so it stands in no column.
 * Source: DOMAIN.md, “The official two-by-two”, “The usual tallies in official reports”.
 */
export const FORM_RULES: readonly FormRule[] = [
  {
    recipient: "NATIONAL_SYSTEM",
    title: "Biểu bốn nhóm trạng thái",
    source:
      "Bốn nhóm trạng thái nhiệm vụ của hệ thống theo dõi Nghị quyết 57, suy từ số liệu chính thức của kỳ",
    rowsBy: "SECTION",
    columns: [
      { heading: "Hoàn thành đúng hạn", figures: ["completedOnTime"] },
      { heading: "Hoàn thành quá hạn", figures: ["completedLate"] },
      { heading: "Đang thực hiện, chưa đến hạn", figures: ["inTime", "notYetDue", "awaitingDocument"] },
      { heading: "Quá hạn chưa hoàn thành", figures: ["overdue"] },
    ],
    outside: ["suspendedOrCancelled"],
  },
  {
    recipient: "CITY",
    title: "Biểu tổng hợp theo cơ quan chủ trì",
    source: "Số liệu thường dùng trong báo cáo của Thành phố, lập theo cơ quan chủ trì",
    rowsBy: "AGENCY",
    columns: [
      { heading: "Hoàn thành đúng hạn", figures: ["completedOnTime"] },
      { heading: "Hoàn thành quá hạn", figures: ["completedLate"] },
      { heading: "Chưa hoàn thành, trong hạn", figures: ["inTime"] },
      { heading: "Chưa hoàn thành, quá hạn", figures: ["overdue"] },
      { heading: "Chưa đến hạn", figures: ["notYetDue", "awaitingDocument"] },
    ],
    outside: ["suspendedOrCancelled"],
  },
]

/** A row of a form: what it counts, and its columns. */
export interface FormRow {
  name: string
  /** All that was assigned, what stands in no column included. */
  assigned: number
  counts: readonly number[]
  outside: number
}

/** A form, filled in. Its rows add up to the last one, and each row's columns with `outside` to what was assigned. */
export interface FilledForm {
  rule: FormRule
  rows: readonly FormRow[]
}

/** The form of a recipient from what a round's report is written from. */
export function filledForm(rule: FormRule, content: SynthesisContent): FilledForm {
  const row = (name: string, tally: OfficialTally) => rowOf(rule, name, tally)
  const { city, withoutAgency, countedAgain, rows } = agencyRowsOf(content)
  const total = row("Toàn Thành phố", city)
  if (rule.rowsBy === "SECTION") {
    const { bySection } = talliesOf(content.tasks)
    return {
      rule,
      rows: [...bySection.map(({ numeral, title, tally }) => row(`${numeral}. ${title}`, tally)), total],
    }
  }
  return {
    rule,
    rows: [
      ...rows.map(({ name, tally }) => row(name, tally)),
      row("Chưa xác định được cơ quan chủ trì", withoutAgency),
      row("Trừ số tính nhiều lần do nhiều cơ quan cùng chủ trì", takenOff(countedAgain)),
      total,
    ],
  }
}

function rowOf({ columns, outside }: FormRule, name: string, tally: OfficialTally): FormRow {
  const sum = (figures: readonly Counted[]) => figures.reduce((total, figure) => total + tally[figure], 0)
  return {
    name,
    assigned: tally.assigned,
    counts: columns.map(({ figures }) => sum(figures)),
    outside: sum(outside),
  }
}

/** What no column takes, in words, e.g. "Tạm dừng, hủy". */
export function outsideInWords({ outside }: FormRule): string {
  return outside.map((figure) => FIGURE_IN_WORDS[figure]).join(", ")
}

/** The form as a table of a workbook. */
export function formTable({ rule, rows }: FilledForm): SynthesisTable {
  const share = 0.6 / (rule.columns.length + 2)
  const figure = (heading: string) => ({ heading, share, align: "center" as const })
  return {
    tab: rule.title.slice(0, 31),
    title: rule.title,
    columns: [
      { heading: "TT", share: 0.05, align: "center" },
      {
        heading: rule.rowsBy === "SECTION" ? "Nhóm nhiệm vụ" : "Cơ quan chủ trì",
        share: 0.35,
        align: "left",
      },
      figure(FIGURE_IN_WORDS.assigned),
      ...rule.columns.map(({ heading }) => figure(heading)),
      figure(`${outsideInWords(rule)} (ngoài các nhóm)`),
    ],
    rows: rows.map(
      ({ name, assigned, counts, outside }, place): SynthesisRow => [
        place === rows.length - 1 ? null : place + 1,
        name,
        assigned,
        ...counts,
        outside,
      ],
    ),
  }
}
