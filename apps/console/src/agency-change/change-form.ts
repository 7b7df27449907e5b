import { t } from "@lingui/core/macro"
import type { AgencyChangeInput, AgencySuccessorInput, AllocatedKind } from "../__generated__/graphql.ts"
import { AgencyChangeKind, AgencyKind } from "../__generated__/graphql.ts"
import type { UserError } from "../form/user-error.ts"
import { chosenOf, neededDay, neededWords, optionalPick, optionalWords, picks } from "../form/written.ts"
import { z } from "../form/zod.ts"

export const changeKinds = Object.values(AgencyChangeKind)
/** What a body can be founded as. */
export const foundedKinds = Object.values(AgencyKind).filter((kind) => kind !== AgencyKind.Group)
/** What a change is of: bodies, or the groups by which plans call several. */
export const changeSubjects = ["BODIES", "GROUPS"] as const

/** Places for new bodies in the form. */
export const SLOTS = ["1", "2", "3"] as const
export type Slot = (typeof SLOTS)[number]

/** What is typed about a change of agencies, read into what is sent. */
export const changeForm = z
  .object({
    kind: chosenOf(changeKinds),
    subject: chosenOf(changeSubjects),
    effectiveOn: neededDay,
    number: neededWords,
    issuedOn: neededDay,
    issuer: neededWords,
    link: optionalWords,
    predecessors: picks,
    successors: picks,
    group: optionalPick,
    joining: picks,
    leaving: picks,
    members1: picks,
    members2: picks,
    members3: picks,
    code1: optionalWords,
    name1: optionalWords,
    shortName1: optionalWords,
    kind1: chosenOf(foundedKinds),
    code2: optionalWords,
    name2: optionalWords,
    shortName2: optionalWords,
    kind2: chosenOf(foundedKinds),
    code3: optionalWords,
    name3: optionalWords,
    shortName3: optionalWords,
    kind3: chosenOf(foundedKinds),
    reason: optionalWords,
  })
  .refine(({ kind, predecessors }) => !asksForPredecessors(kind) || predecessors.length > 0, {
    path: ["predecessors"],
    error: () => t`Hãy chọn cơ quan trước sắp xếp`,
  })
  .refine(({ kind, group }) => kind !== "MEMBERSHIP" || group !== null, {
    path: ["group"],
    error: () => t`Hãy chọn nhóm đổi thành viên`,
  })

export type ChangeTyped = z.input<typeof changeForm>
export type ChangeRead = z.output<typeof changeForm>

export const EMPTY_CHANGE: ChangeTyped = {
  kind: "",
  subject: "BODIES",
  effectiveOn: "",
  number: "",
  issuedOn: "",
  issuer: "",
  link: "",
  predecessors: [],
  successors: [],
  group: null,
  joining: [],
  leaving: [],
  members1: [],
  members2: [],
  members3: [],
  code1: "",
  name1: "",
  shortName1: "",
  kind1: AgencyKind.Department,
  code2: "",
  name2: "",
  shortName2: "",
  kind2: AgencyKind.Department,
  code3: "",
  name3: "",
  shortName3: "",
  kind3: AgencyKind.Department,
  reason: "",
}

/** How many new bodies the form offers for a kind of change. */
export function slotsFor(kind: string): readonly Slot[] {
  if (kind === "" || kind === AgencyChangeKind.Dissolution || kind === AgencyChangeKind.Membership) return []
  return kind === AgencyChangeKind.Split ? SLOTS : SLOTS.slice(0, 1)
}

/** Whether the form asks for those that end, and for those that exist and follow. */
export const asksForPredecessors = (kind: string) =>
  kind !== "" && kind !== AgencyChangeKind.Founding && kind !== AgencyChangeKind.Membership
/** A group that is divided gives its members to groups that begin: who belongs to one that exists is changed by itself. */
export const asksForSuccessors = (kind: string, subject: string) =>
  kind === AgencyChangeKind.Merger ||
  kind === AgencyChangeKind.Dissolution ||
  (kind === AgencyChangeKind.Split && subject === "BODIES")
/** Whether the form asks who belongs to a new group: those of the groups before it go on where it does not. */
export const asksForMembers = (kind: string, subject: string) =>
  subject === "GROUPS" && (kind === AgencyChangeKind.Split || kind === AgencyChangeKind.Founding)

function filledSlots(read: ChangeRead): Slot[] {
  return slotsFor(read.kind).filter((slot) => read[`code${slot}`] !== null || read[`name${slot}`] !== null)
}

/** What is chosen beside the preview. */
export interface Chosen {
  /** Where the assignments of people go, by their identifiers; null: they end. */
  people: ReadonlyMap<string, string | null>
  /** Code of who gets what is not given by name; null: all that follow. */
  rest: string | null
  /** What goes to one of several that follow, by its identifier; code of that one. */
  allocations: ReadonlyMap<string, { kind: AllocatedKind; to: string }>
}

export const NOTHING_CHOSEN: Chosen = { people: new Map(), rest: null, allocations: new Map() }

/** What is sent. */
export function changeOf(read: ChangeRead, { people, rest, allocations }: Chosen): AgencyChangeInput {
  const ofGroups = read.subject === "GROUPS"
  const founded = filledSlots(read).map(
    (slot): AgencySuccessorInput => ({
      founded: {
        code: read[`code${slot}`] ?? "",
        name: read[`name${slot}`] ?? "",
        shortName: read[`shortName${slot}`],
        kind: ofGroups ? AgencyKind.Group : read[`kind${slot}`],
      },
      ...(asksForMembers(read.kind, read.subject) && { members: read[`members${slot}`] }),
    }),
  )
  const isMembership = read.kind === AgencyChangeKind.Membership
  const standing = isMembership
    ? [{ agency: read.group }]
    : asksForSuccessors(read.kind, read.subject)
      ? read.successors.map((agency) => ({ agency }))
      : []
  return {
    kind: read.kind,
    effectiveOn: read.effectiveOn,
    document: { number: read.number, issuedOn: read.issuedOn, issuer: read.issuer, link: read.link },
    predecessors: asksForPredecessors(read.kind) ? read.predecessors : [],
    successors: [...standing, ...founded],
    people: [...people].map(([assignmentId, to]) => ({ assignmentId, to })),
    ...(rest !== null && { rest }),
    ...(allocations.size > 0 && {
      allocations: [...allocations].map(([id, { kind, to }]) => ({ id, kind, to })),
    }),
    ...(isMembership && { joining: read.joining, leaving: read.leaving }),
  }
}

/** The errors, each by the field of the form that it is about. */
export function placed(read: ChangeRead, errors: readonly UserError[]): UserError[] {
  const standing = asksForSuccessors(read.kind, read.subject) ? read.successors.length : 0
  const slots = filledSlots(read)
  return errors.map((error) => {
    const [list, place, founded, field] = error.field.split(".")
    const slot = slots[Number(place) - standing]
    if (list === "successors" && read.kind === AgencyChangeKind.Membership)
      return { ...error, field: "group" }
    if (list === "successors" && founded === "members" && slot !== undefined)
      return { ...error, field: `members${slot}` }
    if (list !== "successors" || founded !== "founded" || slot === undefined)
      return list === "successors" && !asksForSuccessors(read.kind, read.subject)
        ? { ...error, field: "code1" }
        : error
    return { ...error, field: `${field ?? "name"}${slot}` }
  })
}
