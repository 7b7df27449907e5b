import type { EntityManager } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { stableId } from "@plan43/published-rows"
import { LONGEST_LINE, LONGEST_TEXT, lengthRefusals, notFound, type Refusal } from "@plan43/subgraph"
import { sql } from "kysely"
import { Agency } from "../agency/agency.ts"
import { PersonAssignment } from "../assignment/person-assignment.ts"
import type { AgencyChangeInput, FoundedAgencyInput } from "./agency-change.input.ts"
import type { AllocatedKind } from "./agency-change-kind.ts"
import {
  allocationRefusals,
  changeRefusals,
  destinationsOf,
  type KnownBodies,
  type ProposedChange,
  type Successor,
} from "./change-rules.ts"

/** A body that follows, with the groups that it belongs to from the first day on. */
export interface FollowingBody {
  id: string
  code: string
  name: string
  shortName: string | null
  kind: Agency["kind"]
  /** null: it begins with the change. */
  standing: Agency | null
  groups: Agency[]
  /** Of a group: those that join it on the first day. */
  members: Agency[]
  /** Whether they were named, not taken over from the groups before it. */
  membersNamed: boolean
}

/** An assignment of a person whose body ends. */
export interface MovingPerson {
  assignment: PersonAssignment
  /** null: it ends; undefined: nobody has chosen yet. */
  to: FollowingBody | null | undefined
}

/** A change with all that it would do, and all that speaks against it. */
export interface Proposal {
  change: ProposedChange
  predecessors: Agency[]
  successors: FollowingBody[]
  people: MovingPerson[]
  /** Who gets what is allocated to none; null: all that follow. */
  rest: FollowingBody | null
  allocations: Allocation[]
  /** Those that join the group of a change of members, and those that leave it. */
  joining: Agency[]
  leaving: Agency[]
  refusals: Refusal[]
}

/** What one of several successors gets by name. */
export interface Allocation {
  kind: AllocatedKind
  id: string
  to: FollowingBody
}

/**
 * Looks up what an input names and works out what the change would do.
 * @param em what it reads through; within the transaction of a recording, the recording's own
 */
export async function proposeChange(
  em: EntityManager,
  today: CalendarDate,
  input: AgencyChangeInput,
): Promise<Proposal> {
  const agencies = await em.find(Agency, { withdrawnAt: null })
  const named = (name: string) => agencies.find(({ id, code }) => id === name.toLowerCase() || code === name)
  const refusals: Refusal[] = inputRefusals(input)
  const predecessors = input.predecessors.flatMap((name, index) => {
    const agency = named(name)
    if (agency === undefined) refusals.push(notFound(`predecessors.${index}`, name))
    return agency === undefined ? [] : [agency]
  })
  const memberships = await membershipsOn(em, input.effectiveOn)
  const isEnding = new Set(predecessors.map(({ id }) => id))
  const inherited = new Set(
    memberships.filter(({ memberId }) => isEnding.has(memberId)).map(({ groupId }) => groupId),
  )
  const all = (names: readonly string[], field: string) =>
    names.flatMap((name, position) => {
      const agency = named(name)
      if (agency === undefined) refusals.push(notFound(`${field}.${position}`, name))
      return agency === undefined ? [] : [agency]
    })
  const joining = all(input.joining, "joining")
  const leaving = all(input.leaving, "leaving")
  /** The members that a group that follows gains: those that were named, else those of the groups before it. */
  const gained = (names: readonly string[] | null, groupId: string, field: string): Agency[] => {
    const passedOn = agencies.filter(
      ({ id, validTo }) =>
        (validTo === null || validTo >= input.effectiveOn) &&
        memberships.some(({ groupId: before, memberId }) => memberId === id && isEnding.has(before)),
    )
    const gains = names === null ? (input.kind === "SPLIT" ? [] : passedOn) : all(names, field)
    return gains.filter(
      ({ id }) => !memberships.some((each) => each.groupId === groupId && each.memberId === id),
    )
  }
  const foundedBody = (
    given: FoundedAgencyInput,
    members: readonly string[] | null,
    index: number,
  ): FollowingBody => ({
    id: stableId("agency", given.code),
    code: given.code,
    name: given.name.trim(),
    shortName: given.shortName?.trim() || null,
    kind: given.kind,
    standing: null,
    groups:
      given.groups === null
        ? agencies.filter(({ id }) => inherited.has(id))
        : given.groups.flatMap((name, position) => {
            const group = named(name)
            if (group?.kind === "GROUP") return [group]
            refusals.push(notFound(`successors.${index}.founded.groups.${position}`, name))
            return []
          }),
    members:
      given.kind === "GROUP"
        ? gained(members, stableId("agency", given.code), `successors.${index}.members`)
        : [],
    membersNamed: members !== null,
  })
  const successors = input.successors.flatMap(
    ({ agency: name, founded, members }, index): FollowingBody[] => {
      if (name === null && founded !== null) return [foundedBody(founded, members, index)]
      if (name === null || founded !== null) {
        refusals.push(oneOfBoth(`successors.${index}`))
        return []
      }
      const standing = named(name)
      if (standing === undefined) {
        refusals.push(notFound(`successors.${index}.agency`, name))
        return []
      }
      const { id, code, shortName, kind } = standing
      const joins = kind === "GROUP" ? gained(members, id, `successors.${index}.members`) : []
      const body = { id, code, name: standing.name, shortName, kind, standing, groups: [] }
      return [{ ...body, members: joins, membersNamed: members !== null }]
    },
  )
  refusals.push(...allocationRefusals(input, successors))
  const following = (name: string) =>
    successors.find(({ id, code }) => id === name.toLowerCase() || code === name)

  const change: ProposedChange = {
    kind: input.kind,
    effectiveOn: input.effectiveOn,
    document: input.document,
    predecessors,
    successors: successors.map(
      (body): Successor => ({
        ...(body.standing === null ? { founded: body } : { standing: body.standing }),
        ...(body.membersNamed && { members: body.members }),
      }),
    ),
    joining,
    leaving,
  }
  const known: KnownBodies = {
    today,
    bodies: agencies,
    successions: await successionsOf(em),
    memberships,
  }
  if (refusals.length === 0) refusals.push(...changeRefusals(change, known))
  const people = await peopleOf(em, input, predecessors, successors, refusals)
  return {
    change,
    predecessors,
    successors,
    people,
    rest: input.rest === null ? null : (following(input.rest) ?? null),
    allocations: input.allocations.flatMap(({ kind, id, to }) => {
      const successor = following(to)
      return successor === undefined ? [] : [{ kind, id: id.toLowerCase(), to: successor }]
    }),
    joining,
    leaving,
    refusals,
  }
}

const HTTPS = /^https:\/\/\S+$/

function inputRefusals({
  document,
  successors,
  people,
  predecessors,
  joining,
  leaving,
}: AgencyChangeInput): Refusal[] {
  const within = (field: string, refusals: readonly Refusal[]) =>
    refusals.map((refusal) => ({ ...refusal, field: `${field}.${refusal.field}` }))
  return [
    ...within(
      "document",
      lengthRefusals(document, { number: LONGEST_LINE, issuer: LONGEST_LINE, link: 2_000 }),
    ),
    ...(document.link !== null && document.link !== "" && !HTTPS.test(document.link)
      ? [
          {
            reason: "LINK_MALFORMED",
            field: "document.link",
            message: `“${document.link}” không phải địa chỉ https; hãy dán đường dẫn bắt đầu bằng https://`,
          },
        ]
      : []),
    ...successors.flatMap(({ founded }, index) =>
      founded === null
        ? []
        : within(
            `successors.${index}.founded`,
            lengthRefusals(founded, { name: LONGEST_LINE, shortName: LONGEST_LINE, groups: LONGEST_LINE }),
          ),
    ),
    ...lengthRefusals(
      { predecessors, successors, people, joining, leaving },
      {
        predecessors: LONGEST_LINE,
        successors: LONGEST_TEXT,
        people: LONGEST_TEXT,
        joining: LONGEST_LINE,
        leaving: LONGEST_LINE,
      },
    ),
  ]
}

function oneOfBoth(field: string): Refusal {
  return {
    reason: "SUCCESSOR_UNCLEAR",
    field,
    message: "Hãy chọn một cơ quan đang có, hoặc ghi một cơ quan mới; không cả hai",
  }
}

/** Who belongs to which group on the day before a change. */
async function membershipsOn(
  em: EntityManager,
  effectiveOn: CalendarDate,
): Promise<KnownBodies["memberships"]> {
  const { rows } = await sql<{ groupId: string; memberId: string }>`
    select distinct group_id as "groupId", member_id as "memberId" from group_membership
    where (${effectiveOn}::date - 1) between coalesce(valid_from, '-infinity') and coalesce(valid_to, 'infinity')`.execute(
    em.getKysely<unknown>(),
  )
  return rows
}

async function successionsOf(em: EntityManager): Promise<KnownBodies["successions"]> {
  const { rows } = await sql<{ predecessorId: string; successorId: string; on: CalendarDate }>`
    select predecessor_id as "predecessorId", successor_id as "successorId", on_day::text as "on"
    from agency_succession`.execute(em.getKysely<unknown>())
  return rows
}

/** The assignments that are in force on the first day or begin later, and where each goes. */
async function peopleOf(
  em: EntityManager,
  { effectiveOn, people }: AgencyChangeInput,
  predecessors: readonly Agency[],
  successors: readonly FollowingBody[],
  refusals: Refusal[],
): Promise<MovingPerson[]> {
  const assignments = await em.find(
    PersonAssignment,
    {
      agencyId: { $in: predecessors.map(({ id }) => id) },
      withdrawnAt: null,
      $or: [{ validTo: null }, { validTo: { $gte: effectiveOn } }],
    },
    { orderBy: { name: "ASC", id: "ASC" } },
  )
  const chosen = new Map<string, string | null>()
  for (const [index, { assignmentId, to }] of people.entries()) {
    const successor = successors.find(({ id, code }) => to === code || to === id)
    if (!assignments.some(({ id }) => id === assignmentId))
      refusals.push(notFound(`people.${index}.assignmentId`, assignmentId))
    else if (to !== null && successor === undefined)
      refusals.push({
        reason: "NOT_A_SUCCESSOR",
        field: `people.${index}.to`,
        message: `“${to}” không nằm trong các cơ quan sau sắp xếp; hãy chọn một trong các cơ quan đó`,
      })
    else chosen.set(assignmentId, successor?.code ?? null)
  }
  const destinations = destinationsOf(
    assignments.map(({ id, name, agencyId }) => ({ id, name, agencyId: agencyId as string })),
    successors.map(({ code }) => code),
    chosen,
  )
  const moving = assignments.map((assignment): MovingPerson => {
    const code = destinations.get(assignment.id)
    return {
      assignment,
      to: code == null ? code : (successors.find((body) => body.code === code) ?? null),
    }
  })
  const undecided = moving.filter(({ to }) => to === undefined)
  if (undecided.length > 0)
    refusals.push({
      reason: "PERSON_UNDECIDED",
      field: "people",
      message: `Hãy chọn nơi đến cho ${undecided.length} người, hoặc cho kết thúc phân công: ${undecided
        .slice(0, 5)
        .map(({ assignment }) => assignment.name)
        .join(", ")}${undecided.length > 5 ? ", …" : ""}`,
    })
  return moving
}
