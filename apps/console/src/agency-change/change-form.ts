import { t } from "@lingui/core/macro"
import { z } from "zod"
import type { AgencyChangeInput, AgencySuccessorInput } from "../__generated__/graphql.ts"
import { AgencyChangeKind, AgencyKind } from "../__generated__/graphql.ts"
import type { UserError } from "../form/user-error.ts"
import { chosenOf, neededDay, neededWords, optionalWords, picks } from "../form/written.ts"

export const changeKinds = Object.values(AgencyChangeKind)
/** What a body can be founded as. */
export const foundedKinds = Object.values(AgencyKind).filter((kind) => kind !== AgencyKind.Group)

/** Places for new bodies in the form. */
export const SLOTS = ["1", "2", "3"] as const
export type Slot = (typeof SLOTS)[number]

/** What is typed about a change of agencies, read into what is sent. */
export const changeForm = z
  .object({
    kind: chosenOf(changeKinds),
    effectiveOn: neededDay,
    number: neededWords,
    issuedOn: neededDay,
    issuer: neededWords,
    link: optionalWords,
    predecessors: picks,
    successors: picks,
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
  .refine(({ kind, predecessors }) => kind === "FOUNDING" || predecessors.length > 0, {
    path: ["predecessors"],
    error: () => t`Hãy chọn cơ quan trước sắp xếp`,
  })

export type ChangeTyped = z.input<typeof changeForm>
export type ChangeRead = z.output<typeof changeForm>

export const EMPTY_CHANGE: ChangeTyped = {
  kind: "",
  effectiveOn: "",
  number: "",
  issuedOn: "",
  issuer: "",
  link: "",
  predecessors: [],
  successors: [],
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
  if (kind === "" || kind === AgencyChangeKind.Dissolution) return []
  return kind === AgencyChangeKind.Split ? SLOTS : SLOTS.slice(0, 1)
}

/** Whether the form asks for those that end, and for those that exist and follow. */
export const asksForPredecessors = (kind: string) => kind !== "" && kind !== AgencyChangeKind.Founding
export const asksForSuccessors = (kind: string) =>
  kind === AgencyChangeKind.Merger || kind === AgencyChangeKind.Split || kind === AgencyChangeKind.Dissolution

function filledSlots(read: ChangeRead): Slot[] {
  return slotsFor(read.kind).filter((slot) => read[`code${slot}`] !== null || read[`name${slot}`] !== null)
}

/**
 * What is sent.
 * @param people where the assignments of people go, by their identifiers; null: they end
 */
export function changeOf(read: ChangeRead, people: ReadonlyMap<string, string | null>): AgencyChangeInput {
  const founded = filledSlots(read).map(
    (slot): AgencySuccessorInput => ({
      founded: {
        code: read[`code${slot}`] ?? "",
        name: read[`name${slot}`] ?? "",
        shortName: read[`shortName${slot}`],
        kind: read[`kind${slot}`],
      },
    }),
  )
  const standing = asksForSuccessors(read.kind) ? read.successors.map((agency) => ({ agency })) : []
  return {
    kind: read.kind,
    effectiveOn: read.effectiveOn,
    document: { number: read.number, issuedOn: read.issuedOn, issuer: read.issuer, link: read.link },
    predecessors: asksForPredecessors(read.kind) ? read.predecessors : [],
    successors: [...standing, ...founded],
    people: [...people].map(([assignmentId, to]) => ({ assignmentId, to })),
  }
}

/** The errors, each by the field of the form that it is about. */
export function placed(read: ChangeRead, errors: readonly UserError[]): UserError[] {
  const standing = asksForSuccessors(read.kind) ? read.successors.length : 0
  const slots = filledSlots(read)
  return errors.map((error) => {
    const [list, place, founded, field] = error.field.split(".")
    const slot = slots[Number(place) - standing]
    if (list !== "successors" || founded !== "founded" || slot === undefined)
      return list === "successors" && !asksForSuccessors(read.kind) ? { ...error, field: "code1" } : error
    return { ...error, field: `${field ?? "name"}${slot}` }
  })
}
