import { type AssessmentState, assessmentStates } from "@plan43/indicator-assessment"
import { FIGURES, type OfficialTally, type TaskStatus, taskStatuses } from "@plan43/official-tally"
import type { Punctuality } from "../publication/published-content.ts"
import { ASSESSMENT_IN_WORDS } from "../synthesis/outline/indicators-part.ts"
import { FIGURE_IN_WORDS, STATUS_IN_WORDS } from "../synthesis/words.ts"
import type { Bilingual } from "./data-table.ts"

const FIGURE_IN_ENGLISH: Readonly<Record<keyof OfficialTally, string>> = {
  assigned: "Assigned",
  completedOnTime: "Completed on time",
  completedLate: "Completed late",
  inTime: "In progress, within time",
  overdue: "Not completed, overdue",
  notYetDue: "Not yet due",
  awaitingDocument: "Waiting for a document",
  suspendedOrCancelled: "Suspended or cancelled",
}

const STATUS_IN_ENGLISH: Readonly<Record<TaskStatus, string>> = {
  AWAITING_TRIGGER: "Waiting for a document",
  NOT_STARTED: "Not started",
  IN_PROGRESS: "In progress",
  DUE_SOON: "Due soon",
  OVERDUE: "Overdue",
  COMPLETED_ON_TIME: "Completed on time",
  COMPLETED_LATE: "Completed late",
  ONGOING: "Continuous, in progress",
  SUSPENDED: "Suspended",
  CANCELLED: "Cancelled",
}

const ASSESSMENT_IN_ENGLISH: Readonly<Record<AssessmentState, string>> = {
  EXCEEDED: "above the target",
  REACHED: "target reached",
  ON_PATH: "on its path",
  BEHIND_PATH: "behind its path",
  OFF_PATH: "off its path",
  NO_DATA: "no figure",
  NOT_ASSESSABLE: "not assessable",
}

const both = <Key extends string>(
  keys: readonly Key[],
  vi: Readonly<Record<Key, string>>,
  en: Readonly<Record<Key, string>>,
) => Object.fromEntries(keys.map((key) => [key, { vi: vi[key], en: en[key] }])) as Record<Key, Bilingual>

/** How the figures of the official tally are called. */
export const FIGURE_NAMES: Readonly<Record<keyof OfficialTally, Bilingual>> = both(
  FIGURES,
  FIGURE_IN_WORDS,
  FIGURE_IN_ENGLISH,
)

export const STATUS_NAMES: Readonly<Record<TaskStatus, Bilingual>> = both(
  taskStatuses,
  STATUS_IN_WORDS,
  STATUS_IN_ENGLISH,
)

/** Where an indicator stands. */
export const ASSESSMENT_NAMES: Readonly<Record<AssessmentState, Bilingual>> = both(
  assessmentStates,
  ASSESSMENT_IN_WORDS,
  ASSESSMENT_IN_ENGLISH,
)

export const PUNCTUALITY_NAMES: Readonly<Record<Punctuality, Bilingual>> = {
  IN_TIME: { vi: "Gửi đúng hạn", en: "Sent in time" },
  LATE: { vi: "Gửi muộn", en: "Sent late" },
  RETURNED: { vi: "Bị trả lại, chưa gửi lại", en: "Returned, not sent again" },
  NOT_SENT: { vi: "Chưa gửi", en: "Not sent" },
  NOT_ASKED: { vi: "Không phải báo cáo kỳ này", en: "Not asked in this round" },
}

/** What a row of the agencies' table stands for. */
export const AGENCY_ROW_NAMES = {
  AGENCY: { vi: "Một cơ quan chủ trì", en: "One lead agency" },
  NO_AGENCY: { vi: "Giao chung, không nêu tên cơ quan", en: "Assigned to no named agency" },
  COUNTED_AGAIN: {
    vi: "Trừ nhiệm vụ đồng chủ trì được tính nhiều lần (số âm)",
    en: "Less joint tasks that are counted more than once (negative numbers)",
  },
} as const satisfies Record<string, Bilingual>
