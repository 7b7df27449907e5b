import type { AgencyKind, SuccessionKind } from "@plan43/agency-register"
import { addDays, type CalendarDate, inFigures, yearOf } from "@plan43/calendar"
import { type Refusal, uuidOf } from "@plan43/subgraph"
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
export type Successor = ({ standing: StandingBody } | { founded: FoundedBody }) & {
  /** Of a group: who was named to join it; absent where nobody was. */
  members?: readonly StandingBody[]
}

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
  /** Those that join the group of a change of members, and those that leave it. */
  joining: readonly StandingBody[]
  leaving: readonly StandingBody[]
}

/** What a proposal is held against. */
export interface KnownBodies {
  today: CalendarDate
  /** All bodies that stand, groups included. */
  bodies: readonly StandingBody[]
  successions: readonly { predecessorId: string; successorId: string; on: CalendarDate }[]
  /** Who belongs to which group on the eve of the first day. */
  memberships: readonly { groupId: string; memberId: string }[]
}

/** How the bodies that follow are said to follow, by what happened. */
export const SUCCESSION_KINDS: Readonly<
  Record<Exclude<AgencyChangeKind, "FOUNDING" | "MEMBERSHIP">, SuccessionKind>
> = {
  MERGER: "MERGER",
  SPLIT: "SPLIT",
  RENAMING: "RENAMING",
  DISSOLUTION: "REPLACEMENT",
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
  MEMBERSHIP: { predecessors: { least: 0, most: 0 }, successors: { least: 1, most: 1, are: "STANDING" } },
}

/** The most bodies on one side: more in one document is taken for a mistake. */
const MOST_BODIES = 50

const KIND_NAMES: Readonly<Record<AgencyChangeKind, string>> = {
  MERGER: "Sáp nhập, hợp nhất",
  SPLIT: "Chia tách",
  RENAMING: "Đổi tên",
  DISSOLUTION: "Giải thể",
  FOUNDING: "Thành lập mới",
  MEMBERSHIP: "Đổi thành viên của nhóm",
}

/**
 * All that speaks against a change: PREDECESSORS_WRONG_NUMBER, SUCCESSORS_WRONG_NUMBER, SUCCESSOR_MUST_BE_NEW,
 * SUCCESSOR_MUST_EXIST, BODY_TWICE, GROUPS_AND_BODIES, NOT_A_GROUP, BODY_NOT_YET, BODY_NO_LONGER_EXISTS, BODY_ENDS_ALREADY, LATER_CHANGE,
 * CYCLE, CODE_MALFORMED, CODE_TAKEN, NAME_MISSING, NAME_TAKEN, DOCUMENT_MISSING, DOCUMENT_IN_FUTURE, DATE_IMPLAUSIBLE,
 * MEMBERS_MISSING, ALREADY_MEMBER, NOT_A_MEMBER, GROUP_IN_ITSELF. Fields are named from the input, e.g. "successors.0.founded.code".
 */
export function changeRefusals(change: ProposedChange, known: KnownBodies): Refusal[] {
  return [
    ...shapeRefusals(change),
    ...documentRefusals(change, known.today),
    ...twiceRefusals(change),
    ...groupRefusals(change),
    ...memberRefusals(change, known),
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
          kind === "MEMBERSHIP"
            ? "Chỉ đổi được thành viên của một nhóm đang có; nhóm mới thì ghi là thành lập mới"
            : "Giải thể giao việc cho cơ quan đang có; nếu lập cơ quan mới, hãy ghi là sáp nhập hoặc chia tách",
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
      message: `Ngày ban hành ${inFigures(document.issuedOn)} còn ở tương lai; chỉ ghi văn bản đã ban hành`,
    })
  const yearsApart = yearOf(effectiveOn) - yearOf(document.issuedOn)
  if (yearsApart < -YEARS_BEFORE_DOCUMENT || yearsApart > YEARS_AFTER_DOCUMENT)
    refusals.push({
      reason: "DATE_IMPLAUSIBLE",
      field: "effectiveOn",
      message: `Ngày hiệu lực ${inFigures(effectiveOn)} cách ngày ban hành ${inFigures(document.issuedOn)} quá xa; hãy kiểm tra năm`,
    })
  return refusals
}

function twiceRefusals({ predecessors, successors, joining, leaving }: ProposedChange): Refusal[] {
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
    ...joining.map(({ code, name }, index) => ({ key: code, field: `joining.${index}`, name })),
    ...leaving.map(({ code, name }, index) => ({ key: code, field: `leaving.${index}`, name })),
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
  if (body.validTo !== null && body.validTo < effectiveOn) return [noLongerExists(body, body.validTo, field)]
  if (body.validTo !== null)
    return [
      {
        reason: "BODY_ENDS_ALREADY",
        field,
        message: `${body.name} đã được ghi là kết thúc ngày ${inFigures(body.validTo)}; không ghi hai lần sắp xếp cho một cơ quan`,
      },
    ]
  if (body.validFrom !== null && body.validFrom >= effectiveOn)
    return [
      {
        reason: "BODY_NOT_YET",
        field,
        message: `${body.name} bắt đầu từ ngày ${inFigures(body.validFrom)}; ngày hiệu lực phải sau ngày đó`,
      },
    ]
  const later = successions.find(({ successorId, on }) => successorId === body.id && on >= effectiveOn)
  if (later === undefined) return []
  const joining = bodies.find(({ id }) => id === later.predecessorId)
  return [
    {
      reason: "LATER_CHANGE",
      field,
      message: `${joining?.name ?? "Một cơ quan khác"} chuyển vào ${body.name} từ ngày ${inFigures(later.on)}; ngày hiệu lực phải sau ngày đó`,
    },
  ]
}

function standingSuccessorRefusals(
  body: StandingBody,
  field: string,
  { effectiveOn, predecessors }: ProposedChange,
  { successions }: KnownBodies,
): Refusal[] {
  if (body.validFrom !== null && body.validFrom > effectiveOn)
    return [
      {
        reason: "BODY_NOT_YET",
        field,
        message: `${body.name} bắt đầu từ ngày ${inFigures(body.validFrom)}, sau ngày hiệu lực; chưa thể nhận việc`,
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
  { code, name }: FoundedBody,
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
      message: `Đã có cơ quan tên “${name.trim()}” vào ngày ${inFigures(effectiveOn)}; hãy chọn cơ quan đó hoặc ghi tên khác`,
    },
  ]
  return faults.flatMap(({ when, ...fault }) => (when ? [fault] : []))
}

function sameWords(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize("NFC").trim().replaceAll(/\s+/g, " ").toLocaleLowerCase("vi")
  return plain(one) === plain(other)
}

/** Groups follow groups and bodies follow bodies; members are a group's. */
function groupRefusals({ kind, predecessors, successors }: ProposedChange): Refusal[] {
  const named = [
    ...predecessors.map((body, index) => ({ ...body, field: `predecessors.${index}` })),
    ...successors.map((successor, index) =>
      "standing" in successor
        ? { ...successor.standing, field: `successors.${index}.agency` }
        : { ...successor.founded, field: `successors.${index}.founded.kind` },
    ),
  ]
  const isGroup = (body: { kind: AgencyKind }) => body.kind === "GROUP"
  if (kind === "MEMBERSHIP")
    return named
      .filter((body) => !isGroup(body))
      .map(({ name, field }) => ({
        reason: "NOT_A_GROUP",
        field,
        message: `${name} là một cơ quan, không phải nhóm; hãy chọn nhóm đổi thành viên`,
      }))
  const [first] = named
  if (first === undefined) return []
  return named
    .filter((body) => isGroup(body) !== isGroup(first))
    .map(({ name, field }) => ({
      reason: "GROUPS_AND_BODIES",
      field,
      message: isGroup(first)
        ? `${name} là một cơ quan còn ${first.name} là một nhóm; nhóm chỉ tiếp nối nhóm`
        : `${name} là một nhóm còn ${first.name} là một cơ quan; hãy chọn từng cơ quan`,
    }))
}

/** Who joins and who leaves, held against who belongs on the eve of the first day. */
function memberRefusals(change: ProposedChange, { memberships }: KnownBodies): Refusal[] {
  const { kind, successors, joining, leaving, effectiveOn } = change
  const refusals: Refusal[] = successors.flatMap((successor, index) => {
    const members = successor.members
    return kind === "SPLIT" && isGroupOf(successor) && members === undefined
      ? [
          {
            reason: "MEMBERS_MISSING",
            field: `successors.${index}.members`,
            message: `Hãy chọn những cơ quan thuộc ${nameOf(successor)} sau khi chia tách nhóm`,
          },
        ]
      : []
  })
  if (kind !== "MEMBERSHIP") return refusals
  const [group] = successors
  if (group === undefined || !("standing" in group)) return refusals
  const { id: groupId, name: groupName } = group.standing
  const belongs = (memberId: string) =>
    memberships.some((each) => each.groupId === groupId && each.memberId === memberId)
  if (joining.length + leaving.length === 0)
    refusals.push({
      reason: "MEMBERS_MISSING",
      field: "joining",
      message: `Hãy chọn cơ quan vào nhóm hoặc ra khỏi nhóm ${groupName}`,
    })
  const above = groupsAbove(groupId, memberships)
  for (const [index, body] of joining.entries()) {
    const field = `joining.${index}`
    if (belongs(body.id))
      refusals.push({ reason: "ALREADY_MEMBER", field, message: `${body.name} đã thuộc ${groupName}` })
    if (body.id === groupId || above.has(body.id))
      refusals.push({
        reason: "GROUP_IN_ITSELF",
        field,
        message: `${groupName} thuộc ${body.name}; một nhóm không thể chứa chính nó`,
      })
    refusals.push(...absentRefusals(body, field, effectiveOn))
  }
  for (const [index, body] of leaving.entries())
    if (!belongs(body.id))
      refusals.push({
        reason: "NOT_A_MEMBER",
        field: `leaving.${index}`,
        message: `${body.name} không thuộc ${groupName} vào ngày ${inFigures(lastDayBefore(effectiveOn))}`,
      })
  return refusals
}

/** A body that does not exist on the first day. */
function absentRefusals(body: StandingBody, field: string, effectiveOn: CalendarDate): Refusal[] {
  if (body.validTo !== null && body.validTo < effectiveOn) return [noLongerExists(body, body.validTo, field)]
  if (body.validFrom === null || body.validFrom <= effectiveOn) return []
  return [
    {
      reason: "BODY_NOT_YET",
      field,
      message: `${body.name} bắt đầu từ ngày ${inFigures(body.validFrom)}, sau ngày hiệu lực`,
    },
  ]
}

function isGroupOf(successor: Successor): boolean {
  return ("standing" in successor ? successor.standing : successor.founded).kind === "GROUP"
}

function nameOf(successor: Successor): string {
  return ("standing" in successor ? successor.standing : successor.founded).name
}

/** All groups to which a group belongs, along every chain. */
function groupsAbove(id: string, memberships: KnownBodies["memberships"]): Set<string> {
  const found = new Set<string>()
  const pending = [id]
  for (let next = pending.pop(); next !== undefined; next = pending.pop())
    for (const { groupId, memberId } of memberships)
      if (memberId === next && !found.has(groupId)) {
        found.add(groupId)
        pending.push(groupId)
      }
  return found
}

function noLongerExists({ name }: StandingBody, validTo: CalendarDate, field: string): Refusal {
  return {
    reason: "BODY_NO_LONGER_EXISTS",
    field,
    message: `${name} đã kết thúc ngày ${inFigures(validTo)}; hãy chọn cơ quan kế thừa`,
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

/** What a split gives to one successor by name, as it was asked for. */
export interface NamedAllocation {
  id: string
  /** Identifier or code of a successor. */
  to: string
}

/**
 * All that speaks against what was allocated: NOTHING_TO_DIVIDE, NOT_A_SUCCESSOR, SUBJECT_MALFORMED, SUBJECT_TWICE,
 * LIST_TOO_LONG.
 * Whether a task, indicator or obstacle exists is not known here: one that does not is given to nobody.
 * @param successors identifiers and codes of those that follow, as many as there are
 */
export function allocationRefusals(
  { rest, allocations }: { rest: string | null; allocations: readonly NamedAllocation[] },
  successors: readonly { id: string; code: string }[],
): Refusal[] {
  if (rest === null && allocations.length === 0) return []
  if (successors.length < 2)
    return [
      {
        reason: "NOTHING_TO_DIVIDE",
        field: rest === null ? "allocations" : "rest",
        message: "Chỉ chia việc khi có từ hai cơ quan tiếp nhận trở lên; một cơ quan thì nhận tất cả",
      },
    ]
  if (allocations.length > MOST_ALLOCATIONS)
    return [
      {
        reason: "LIST_TOO_LONG",
        field: "allocations",
        message: `Danh sách có ${allocations.length} việc; nhiều nhất ${MOST_ALLOCATIONS}. Hãy chọn cơ quan nhận phần còn lại`,
      },
    ]
  const follows = (name: string) =>
    successors.some(({ id, code }) => id === name.toLowerCase() || code === name)
  const notASuccessor = (name: string, field: string): Refusal => ({
    reason: "NOT_A_SUCCESSOR",
    field,
    message: `“${name}” không nằm trong các cơ quan sau sắp xếp; hãy chọn một trong các cơ quan đó`,
  })
  const seen = new Set<string>()
  return [
    ...(rest === null || follows(rest) ? [] : [notASuccessor(rest, "rest")]),
    ...allocations.flatMap(({ id, to }, index): Refusal[] => {
      const field = `allocations.${index}`
      if (uuidOf(id) === null)
        return [
          {
            reason: "SUBJECT_MALFORMED",
            field: `${field}.id`,
            message: `“${id}” không phải định danh của nhiệm vụ, chỉ tiêu hoặc vướng mắc`,
          },
        ]
      const twice = seen.has(id.toLowerCase())
      seen.add(id.toLowerCase())
      return [
        ...(follows(to) ? [] : [notASuccessor(to, `${field}.to`)]),
        ...(twice
          ? [
              {
                reason: "SUBJECT_TWICE",
                field: `${field}.id`,
                message: "Một việc chỉ giao cho một cơ quan tiếp nhận; hãy bỏ dòng trùng",
              },
            ]
          : []),
      ]
    }),
  ]
}

/** The most that one change gives by name; beyond, the rest is given to one. */
const MOST_ALLOCATIONS = 1_000
