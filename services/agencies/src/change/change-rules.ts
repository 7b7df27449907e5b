import type { AgencyKind, SuccessionKind } from "@plan43/agency-register"
import { addDays, type CalendarDate, yearOf } from "@plan43/calendar"
import type { Refusal } from "@plan43/subgraph"
import type { AgencyChangeKind } from "./agency-change-kind.ts"

/** A body as it stands, with what was recorded of it. */
export interface StandingBody {
  id: string
  code: string
  name: string
  kind: AgencyKind
  validFrom: CalendarDate | null
  validTo: CalendarDate | null
}

/** A body that begins with the change. */
export interface FoundedBody {
  code: string
  name: string
  shortName: string | null
  kind: AgencyKind
}

/** Who answers from the first day on. */
export type Successor = { standing: StandingBody } | { founded: FoundedBody }

/** The document that a change rests on. */
export interface ChangeDocument {
  number: string
  issuedOn: CalendarDate
  issuer: string
  link: string | null
}

/** What is to be recorded, its bodies looked up. */
export interface ProposedChange {
  kind: AgencyChangeKind
  /** The first day; those that end, end the day before. */
  effectiveOn: CalendarDate
  document: ChangeDocument
  predecessors: readonly StandingBody[]
  successors: readonly Successor[]
}

/** What a proposal is held against. */
export interface KnownBodies {
  today: CalendarDate
  /** All bodies that stand, groups included. */
  bodies: readonly StandingBody[]
  successions: readonly { predecessorId: string; successorId: string; on: CalendarDate }[]
}

/** How the bodies that follow are said to follow, by what happened. */
export const SUCCESSION_KINDS: Readonly<Record<Exclude<AgencyChangeKind, "FOUNDING">, SuccessionKind>> = {
  MERGER: "MERGER",
  SPLIT: "SPLIT",
  RENAMING: "RENAMING",
  DISSOLUTION: "REPLACEMENT",
}

/** A day as documents print it, e.g. "01/03/2025". */
export function printed(day: CalendarDate): string {
  return day.split("-").reverse().join("/")
}

/** How many bodies stand on each side, and which may be new; `most` is null where there is no limit. */
const SHAPES: Readonly<
  Record<
    AgencyChangeKind,
    {
      predecessors: { least: number; most: number | null }
      successors: { least: number; most: number | null; are: "FOUNDED" | "STANDING" | "EITHER" }
    }
  >
> = {
  MERGER: {
    predecessors: { least: 1, most: null },
    successors: { least: 1, most: 1, are: "EITHER" },
  },
  SPLIT: { predecessors: { least: 1, most: 1 }, successors: { least: 2, most: null, are: "EITHER" } },
  RENAMING: { predecessors: { least: 1, most: 1 }, successors: { least: 1, most: 1, are: "FOUNDED" } },
  DISSOLUTION: {
    predecessors: { least: 1, most: null },
    successors: { least: 0, most: null, are: "STANDING" },
  },
  FOUNDING: { predecessors: { least: 0, most: 0 }, successors: { least: 1, most: 1, are: "FOUNDED" } },
}

/** The most bodies on one side: more in one document is taken for a mistake. */
const MOST_BODIES = 50

const KIND_NAMES: Readonly<Record<AgencyChangeKind, string>> = {
  MERGER: "Sáp nhập, hợp nhất",
  SPLIT: "Chia tách",
  RENAMING: "Đổi tên",
  DISSOLUTION: "Giải thể",
  FOUNDING: "Thành lập mới",
}

/**
 * All that speaks against a change: PREDECESSORS_WRONG_NUMBER, SUCCESSORS_WRONG_NUMBER, SUCCESSOR_MUST_BE_NEW,
 * SUCCESSOR_MUST_EXIST, BODY_TWICE, BODY_IS_GROUP, BODY_NOT_YET, BODY_NO_LONGER_EXISTS, BODY_ENDS_ALREADY, LATER_CHANGE,
 * CYCLE, CODE_MALFORMED, CODE_TAKEN, NAME_MISSING, NAME_TAKEN, KIND_IS_GROUP, DOCUMENT_MISSING, DOCUMENT_IN_FUTURE,
 * DATE_IMPLAUSIBLE. Fields are named from the input, e.g. "successors.0.founded.code".
 */
export function changeRefusals(change: ProposedChange, known: KnownBodies): Refusal[] {
  return [
    ...shapeRefusals(change),
    ...documentRefusals(change, known.today),
    ...twiceRefusals(change),
    ...change.predecessors.flatMap((body, index) =>
      predecessorRefusals(body, `predecessors.${index}`, change, known),
    ),
    ...change.successors.flatMap((successor, index) =>
      "standing" in successor
        ? standingSuccessorRefusals(successor.standing, `successors.${index}.agency`, change, known)
        : foundedRefusals(successor.founded, `successors.${index}.founded`, change, known),
    ),
  ]
}

function shapeRefusals({ kind, predecessors, successors }: ProposedChange): Refusal[] {
  const shape = SHAPES[kind]
  const refusals: Refusal[] = []
  const least = kind === "MERGER" && successors.some((successor) => "founded" in successor) ? 2 : null
  const wanted = { ...shape.predecessors, least: least ?? shape.predecessors.least }
  if (!within(predecessors.length, wanted))
    refusals.push({
      reason: "PREDECESSORS_WRONG_NUMBER",
      field: "predecessors",
      message: `${KIND_NAMES[kind]} cần ${numberOf(wanted)} cơ quan trước sắp xếp; đã chọn ${predecessors.length}`,
    })
  if (!within(successors.length, shape.successors))
    refusals.push({
      reason: "SUCCESSORS_WRONG_NUMBER",
      field: "successors",
      message: `${KIND_NAMES[kind]} cần ${numberOf(shape.successors)} cơ quan sau sắp xếp; đã chọn ${successors.length}`,
    })
  for (const [index, successor] of successors.entries()) {
    if (shape.successors.are === "FOUNDED" && "standing" in successor)
      refusals.push({
        reason: "SUCCESSOR_MUST_BE_NEW",
        field: `successors.${index}.agency`,
        message: `${KIND_NAMES[kind]} tạo ra một cơ quan mới; hãy ghi mã và tên của cơ quan đó thay cho ${successor.standing.name}`,
      })
    if (shape.successors.are === "STANDING" && "founded" in successor)
      refusals.push({
        reason: "SUCCESSOR_MUST_EXIST",
        field: `successors.${index}.founded`,
        message:
          "Giải thể giao việc cho cơ quan đang có; nếu lập cơ quan mới, hãy ghi là sáp nhập hoặc chia tách",
      })
  }
  return refusals
}

function within(count: number, { least, most }: { least: number; most: number | null }): boolean {
  return count >= least && count <= (most ?? MOST_BODIES)
}

function numberOf({ least, most }: { least: number; most: number | null }): string {
  if (least === most) return least === 0 ? "không có" : `đúng ${least}`
  return most === null ? `ít nhất ${least} (nhiều nhất ${MOST_BODIES})` : `từ ${least} đến ${most}`
}

/** The earliest first day before the document was issued, and the latest after it; beyond, a year was mistyped. */
const YEARS_BEFORE_DOCUMENT = 1
const YEARS_AFTER_DOCUMENT = 5

function documentRefusals({ document, effectiveOn }: ProposedChange, today: CalendarDate): Refusal[] {
  const refusals: Refusal[] = []
  for (const field of ["number", "issuer"] as const)
    if (document[field].trim() === "")
      refusals.push({
        reason: "DOCUMENT_MISSING",
        field: `document.${field}`,
        message:
          field === "number"
            ? "Hãy ghi số, ký hiệu của văn bản sắp xếp"
            : "Hãy ghi cơ quan ban hành văn bản sắp xếp",
      })
  if (document.issuedOn > today)
    refusals.push({
      reason: "DOCUMENT_IN_FUTURE",
      field: "document.issuedOn",
      message: `Ngày ban hành ${printed(document.issuedOn)} còn ở tương lai; chỉ ghi văn bản đã ban hành`,
    })
  const yearsApart = yearOf(effectiveOn) - yearOf(document.issuedOn)
  if (yearsApart < -YEARS_BEFORE_DOCUMENT || yearsApart > YEARS_AFTER_DOCUMENT)
    refusals.push({
      reason: "DATE_IMPLAUSIBLE",
      field: "effectiveOn",
      message: `Ngày hiệu lực ${printed(effectiveOn)} cách ngày ban hành ${printed(document.issuedOn)} quá xa; hãy kiểm tra năm`,
    })
  return refusals
}

function twiceRefusals({ predecessors, successors }: ProposedChange): Refusal[] {
  const seen = new Set<string>()
  const named = [
    ...predecessors.map((body, index) => ({
      key: body.code,
      field: `predecessors.${index}`,
      name: body.name,
    })),
    ...successors.map((successor, index) => {
      const { code, name } = "standing" in successor ? successor.standing : successor.founded
      return { key: code, field: `successors.${index}`, name }
    }),
  ]
  return named.flatMap(({ key, field, name }) => {
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    return [
      {
        reason: "BODY_TWICE",
        field,
        message: `${name} được nêu hai lần; mỗi cơ quan chỉ đứng ở một bên và một lần`,
      },
    ]
  })
}

function predecessorRefusals(
  body: StandingBody,
  field: string,
  { effectiveOn }: ProposedChange,
  { bodies, successions }: KnownBodies,
): Refusal[] {
  if (body.kind === "GROUP") return [isGroup(body, field)]
  if (body.validTo !== null && body.validTo < effectiveOn) return [noLongerExists(body, body.validTo, field)]
  if (body.validTo !== null)
    return [
      {
        reason: "BODY_ENDS_ALREADY",
        field,
        message: `${body.name} đã được ghi là kết thúc ngày ${printed(body.validTo)}; không ghi hai lần sắp xếp cho một cơ quan`,
      },
    ]
  if (body.validFrom !== null && body.validFrom >= effectiveOn)
    return [
      {
        reason: "BODY_NOT_YET",
        field,
        message: `${body.name} bắt đầu từ ngày ${printed(body.validFrom)}; ngày hiệu lực phải sau ngày đó`,
      },
    ]
  const later = successions.find(({ successorId, on }) => successorId === body.id && on >= effectiveOn)
  if (later === undefined) return []
  const joining = bodies.find(({ id }) => id === later.predecessorId)
  return [
    {
      reason: "LATER_CHANGE",
      field,
      message: `${joining?.name ?? "Một cơ quan khác"} chuyển vào ${body.name} từ ngày ${printed(later.on)}; ngày hiệu lực phải sau ngày đó`,
    },
  ]
}

function standingSuccessorRefusals(
  body: StandingBody,
  field: string,
  { effectiveOn, predecessors }: ProposedChange,
  { successions }: KnownBodies,
): Refusal[] {
  if (body.kind === "GROUP") return [isGroup(body, field)]
  if (body.validFrom !== null && body.validFrom > effectiveOn)
    return [
      {
        reason: "BODY_NOT_YET",
        field,
        message: `${body.name} bắt đầu từ ngày ${printed(body.validFrom)}, sau ngày hiệu lực; chưa thể nhận việc`,
      },
    ]
  if (body.validTo !== null && body.validTo < effectiveOn) return [noLongerExists(body, body.validTo, field)]
  const followers = followersOf(body.id, successions)
  const comesBack = predecessors.find(({ id }) => followers.has(id))
  if (comesBack === undefined) return []
  return [
    {
      reason: "CYCLE",
      field,
      message: `${comesBack.name} đã kế thừa ${body.name}; hai cơ quan không thể kế thừa lẫn nhau`,
    },
  ]
}

/** All bodies that follow one, along every chain. */
function followersOf(id: string, successions: KnownBodies["successions"]): Set<string> {
  const found = new Set<string>()
  const pending = [id]
  for (let next = pending.pop(); next !== undefined; next = pending.pop())
    for (const { predecessorId, successorId } of successions)
      if (predecessorId === next && !found.has(successorId)) {
        found.add(successorId)
        pending.push(successorId)
      }
  return found
}

const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/
const LONGEST_CODE = 60

function foundedRefusals(
  { code, name, kind }: FoundedBody,
  field: string,
  { effectiveOn, predecessors }: ProposedChange,
  { bodies }: KnownBodies,
): Refusal[] {
  const ending = new Set(predecessors.map(({ id }) => id))
  const sameName = bodies.find(
    (body) =>
      !ending.has(body.id) &&
      (body.validTo === null || body.validTo >= effectiveOn) &&
      sameWords(body.name, name),
  )
  const renamedToItself = predecessors.find((body) => sameWords(body.name, name) && predecessors.length === 1)
  const sameCode = bodies.find((body) => body.code === code)
  const faults: (Refusal & { when: boolean })[] = [
    {
      when: code.length > LONGEST_CODE || !CODE.test(code),
      reason: "CODE_MALFORMED",
      field: `${field}.code`,
      message: `Mã “${code}” chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, nhiều nhất ${LONGEST_CODE} ký tự, ví dụ so-khcn`,
    },
    {
      when: sameCode !== undefined,
      reason: "CODE_TAKEN",
      field: `${field}.code`,
      message: `Mã “${code}” là của ${sameCode?.name}; mỗi cơ quan một mã, kể cả cơ quan đã kết thúc`,
    },
    {
      when: name.trim() === "",
      reason: "NAME_MISSING",
      field: `${field}.name`,
      message: "Hãy ghi tên của cơ quan mới",
    },
    {
      when: sameName !== undefined || renamedToItself !== undefined,
      reason: "NAME_TAKEN",
      field: `${field}.name`,
      message: `Đã có cơ quan tên “${name.trim()}” vào ngày ${printed(effectiveOn)}; hãy chọn cơ quan đó hoặc ghi tên khác`,
    },
    {
      when: kind === "GROUP",
      reason: "KIND_IS_GROUP",
      field: `${field}.kind`,
      message: "Nhóm cơ quan là cách gọi của kế hoạch, không phải cơ quan được lập; hãy chọn loại khác",
    },
  ]
  return faults.flatMap(({ when, ...fault }) => (when ? [fault] : []))
}

function sameWords(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize("NFC").trim().replaceAll(/\s+/g, " ").toLocaleLowerCase("vi")
  return plain(one) === plain(other)
}

function isGroup({ name }: StandingBody, field: string): Refusal {
  return {
    reason: "BODY_IS_GROUP",
    field,
    message: `“${name}” là một nhóm, không phải một cơ quan; hãy chọn từng cơ quan`,
  }
}

function noLongerExists({ name }: StandingBody, validTo: CalendarDate, field: string): Refusal {
  return {
    reason: "BODY_NO_LONGER_EXISTS",
    field,
    message: `${name} đã kết thúc ngày ${printed(validTo)}; hãy chọn cơ quan kế thừa`,
  }
}

/** Where an assignment of a person goes. */
export interface AssignmentToMove {
  id: string
  name: string
  agencyId: string
}

/** What was chosen for a person; null: the assignment ends with the body. */
export type ChosenMoves = ReadonlyMap<string, string | null>

/**
 * Where each person of the bodies that end goes: as chosen, else to the only successor, and nowhere when there is none.
 * @param successorCodes codes of the bodies that follow
 * @returns code of the successor or null for each assignment; undefined where somebody must choose
 */
export function destinationsOf(
  assignments: readonly AssignmentToMove[],
  successorCodes: readonly string[],
  chosen: ChosenMoves,
): Map<string, string | null | undefined> {
  const [only = null, ...others] = successorCodes
  return new Map(
    assignments.map(({ id }) => {
      const choice = chosen.get(id)
      return [id, choice !== undefined ? choice : others.length > 0 ? undefined : only]
    }),
  )
}

/** The last day of those that end. */
export function lastDayBefore(effectiveOn: CalendarDate): CalendarDate {
  return addDays(effectiveOn, -1)
}
