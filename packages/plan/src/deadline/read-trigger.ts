import type { CalendarDate } from "@plan43/calendar"

/** What sort of document is awaited. */
export type TriggerKind =
  | "LAW"
  | "RESOLUTION"
  | "DECREE"
  | "DECISION"
  | "SCHEME"
  | "PROGRAMME"
  | "STRATEGY"
  | "CRITERIA"
  | "POLICY"
  | "REGULATION"
  | "GUIDANCE"

/** What must happen to it. */
export type TriggerEvent = "ISSUED" | "APPROVED" | "IN_FORCE" | "GUIDED"

/** A document that a deadline waits for, in the plan's words. */
export interface TriggerReading {
  kind: TriggerKind
  /** Working title: the words of the task that name the document, or else of the deadline. */
  title: string
  /** In the plan's words; null where they do not say. */
  issuer: string | null
  event: TriggerEvent
  /** The task does not start before this day. */
  notBefore: CalendarDate | null
}

/** The nouns by which a document is known; the first that the words hold decides. */
const KINDS: readonly { noun: string; kind: TriggerKind }[] = [
  { noun: "hướng dẫn", kind: "GUIDANCE" },
  { noun: "Đề án", kind: "SCHEME" },
  { noun: "Chương trình", kind: "PROGRAMME" },
  { noun: "Chiến lược", kind: "STRATEGY" },
  { noun: "bộ tiêu chí", kind: "CRITERIA" },
  { noun: "Nghị định", kind: "DECREE" },
  { noun: "Nghị quyết", kind: "RESOLUTION" },
  { noun: "Quyết định", kind: "DECISION" },
  { noun: "Luật", kind: "LAW" },
  { noun: "chính sách", kind: "POLICY" },
  { noun: "quy định", kind: "REGULATION" },
]

const EVENTS: readonly { words: RegExp; event: TriggerEvent }[] = [
  { words: /^hướng dẫn của/, event: "GUIDED" },
  { words: /có hiệu lực$/, event: "IN_FORCE" },
  { words: /^có (văn bản|Quyết định|Nghị quyết)/, event: "ISSUED" },
  { words: /ban hành/, event: "ISSUED" },
  { words: /phê duyệt/, event: "APPROVED" },
  { words: /^Quyết định của Thủ tướng Chính phủ$/, event: "ISSUED" },
]

const ISSUERS = [
  "Thủ tướng Chính phủ",
  "Bộ Khoa học và Công nghệ",
  "Bộ Nội vụ",
  "cơ quan có thẩm quyền",
  "cấp có thẩm quyền",
  "Trung ương",
  "Chính phủ",
]

/**
 * Reads what a deadline waits for.
 * @param words after “sau khi” or “theo”, e.g. "Đề án được phê duyệt"
 * @param title the task's own words
 * @returns null when the words name no document or no event
 */
export function readTrigger(words: string, title: string): TriggerReading | null {
  const found = KINDS.find(({ noun }) => words.includes(noun))
  const event = EVENTS.find(({ words: form }) => form.test(words))?.event
  if (found === undefined || event === undefined) return null
  return {
    kind: found.kind,
    title: workingTitle(found.noun, title) ?? capitalised(words.replace(/^có /, "")),
    issuer: ISSUERS.find((issuer) => words.includes(issuer)) ?? null,
    event,
    notBefore: null,
  }
}

/** Where the words of a task that name a document end. */
const END_OF_NAME = / sau khi |[.;]|, trong đó| triển khai thực hiện khi | theo hướng dẫn/

/** What the City itself issues is a result of the task, not what it waits for. */
const THE_CITYS_OWN = /HĐND Thành phố|UBND Thành phố/

function workingTitle(noun: string, title: string): string | null {
  if (noun === "hướng dẫn") return null
  const start = title.indexOf(noun)
  if (start < 0) return null
  const name = title.slice(start).split(END_OF_NAME)[0]?.trim() ?? ""
  return name.length > noun.length && !THE_CITYS_OWN.test(name) ? capitalised(name) : null
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
