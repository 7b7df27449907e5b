import type { EntityManager } from "@mikro-orm/postgresql"
import { AGENCY_ROLES, type Identity, ROLES, type Role } from "@plan43/authorization"
import { type CalendarDate, inFigures } from "@plan43/calendar"
import { announce } from "@plan43/outbox"
import {
  LONGEST_LINE,
  LONGEST_TEXT,
  lengthRefusals,
  notFound,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  type Refusal,
  Refused,
  recordRow,
  type StandingRow,
  uuidOf,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { Agency, isActive } from "../agency/agency.ts"
import { PersonAssignment } from "./person-assignment.ts"

/** All that is recorded about an assignment; a change gives all of it again. */
export interface AssignmentDetails {
  /** The person's identifier at the issuer of sign-ins. */
  subject: string | null
  email: string | null
  name: string
  role: Role
  /** Given exactly for roles that mean nothing without one. */
  agencyId: string | null
  validFrom: CalendarDate
  validTo: CalendarDate | null
  note: string | null
}

/** Gives a person a role. */
export function assignPerson(
  ctx: RecordingContext,
  request: RecordingRequest,
  details: AssignmentDetails,
): Promise<Outcome<PersonAssignment>> {
  return recordAssignment(ctx, request, null, details)
}

/** Replaces what is recorded about an assignment. */
export function changeAssignment(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  details: AssignmentDetails,
): Promise<Outcome<PersonAssignment>> {
  return recordAssignment(ctx, request, standing, details)
}

/**
 * Ends an assignment with a day; with one before its first, takes it back as if it had never been given.
 * @returns the row, or refusals: those of {@link changeAssignment}, REASON_MISSING
 */
export async function endAssignment(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  lastDay: CalendarDate,
): Promise<Outcome<PersonAssignment>> {
  if (request.reason == null || request.reason.trim() === "") return { refusals: [REASON_MISSING] }
  const id = uuidOf(standing.id)
  const ended = id === null ? null : await ctx.em.fork().findOne(PersonAssignment, { id })
  if (ended === null) return { refusals: [notFound("id", standing.id)] }
  const neverBegins = lastDay < ended.validFrom
  return recordRow(ctx, request, {
    entity: PersonAssignment,
    table: "person_assignment",
    standing,
    action: neverBegins ? "withdrawn" : "ended",
    columns: neverBegins ? {} : { valid_to: lastDay },
    stamped: neverBegins ? ["withdrawn_at"] : [],
    check: async (em, rowId) => {
      await requireOthersRow(em, ctx.viewer, rowId)
      if (!neverBegins) await requireNoOther(em, rowId, { ...ended, validTo: lastDay })
    },
    alsoWrite: (em, rowId) => announceChange(em, ctx, rowId, ended.agencyId),
  })
}

async function recordAssignment(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow | null,
  given: AssignmentDetails,
): Promise<Outcome<PersonAssignment>> {
  const details = {
    ...given,
    subject: given.subject?.trim() || null,
    email: given.email?.trim().toLowerCase() || null,
    name: given.name.trim(),
  }
  const refusals = assignmentRefusals(details, ctx.viewer)
  if (refusals.length > 0) return { refusals }
  return recordRow(ctx, request, {
    entity: PersonAssignment,
    table: "person_assignment",
    standing,
    columns: {
      subject: details.subject,
      email: details.email,
      name: details.name,
      role: details.role,
      agency_id: details.agencyId,
      valid_from: details.validFrom,
      valid_to: details.validTo,
      note: details.note,
    },
    check: async (em, id) => {
      if (standing !== null) await requireOthersRow(em, ctx.viewer, id)
      await requireAgency(em, details)
      await requireNoOther(em, id, details)
    },
    alsoWrite: (em, id) => announceChange(em, ctx, id, details.agencyId),
  })
}

/** Tells those who keep a copy that an assignment is another one now; who it is of is not told. */
function announceChange(
  em: EntityManager,
  { viewer }: RecordingContext,
  id: string,
  agencyId: string | null,
): Promise<void> {
  return announce(em, {
    type: "assignment.changed",
    subject: { kind: "PersonAssignment", id },
    agencyIds: agencyId === null ? [] : [agencyId],
    actor: viewer.id,
  })
}

/** The roles that somebody of a role may give. */
const GIVEN_BY: Partial<Record<Role, readonly Role[]>> = {
  COORDINATOR: ROLES.filter((role) => role !== "AUDITOR" && role !== "ADMINISTRATOR"),
  ADMINISTRATOR: ROLES,
}

/** Whether somebody may give and take a role. */
export function mayGive({ role }: Pick<Identity, "role">, given: Role): boolean {
  return role !== null && (GIVEN_BY[role]?.includes(given) ?? false)
}

/** Whether an assignment is of the very person who asks. */
export function isOwn(
  { id, email }: Pick<Identity, "id" | "email">,
  assignment: Pick<AssignmentDetails, "subject" | "email">,
): boolean {
  return assignment.subject === id || (email !== undefined && assignment.email === email.toLowerCase())
}

const LONGEST = { subject: 255, email: 320, name: LONGEST_LINE, note: LONGEST_TEXT }
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/**
 * What is wrong with the details, by themselves: NAME_MISSING, PERSON_MISSING, EMAIL_MALFORMED, AGENCY_MISSING,
 * AGENCY_NOT_FOR_ROLE, DATES_OUT_OF_ORDER, ROLE_NOT_YOURS_TO_GIVE, OWN_ASSIGNMENT, TEXT_TOO_LONG.
 */
export function assignmentRefusals(details: AssignmentDetails, viewer: Identity): Refusal[] {
  const { subject, email, name, role, agencyId, validFrom, validTo } = details
  const needsAgency = AGENCY_ROLES.includes(role)
  const faults: (Refusal & { when: boolean })[] = [
    {
      when: name === "",
      reason: "NAME_MISSING",
      field: "name",
      message: "Hãy ghi họ tên người được phân công",
    },
    {
      when: subject === null && email === null,
      reason: "PERSON_MISSING",
      field: "email",
      message: "Hãy ghi thư điện tử hoặc mã người dùng ở nơi đăng nhập",
    },
    {
      when: email !== null && !EMAIL.test(email),
      reason: "EMAIL_MALFORMED",
      field: "email",
      message: `“${email}” không phải địa chỉ thư điện tử`,
    },
    {
      when: needsAgency && agencyId === null,
      reason: "AGENCY_MISSING",
      field: "agencyId",
      message: "Đầu mối và thủ trưởng phải thuộc một cơ quan; hãy chọn cơ quan",
    },
    {
      when: !needsAgency && agencyId !== null,
      reason: "AGENCY_NOT_FOR_ROLE",
      field: "agencyId",
      message: "Vai trò này không gắn với cơ quan nào; hãy bỏ cơ quan",
    },
    {
      when: validTo !== null && validTo < validFrom,
      reason: "DATES_OUT_OF_ORDER",
      field: "validTo",
      message: `Ngày cuối ${validTo} không được trước ngày đầu ${validFrom}`,
    },
    { when: !mayGive(viewer, role), ...NOT_YOURS_TO_GIVE },
    { when: isOwn(viewer, details), ...OWN_ASSIGNMENT },
  ]
  return [
    ...faults.flatMap(({ when, ...fault }) => (when ? [fault] : [])),
    ...lengthRefusals(details, LONGEST),
  ]
}

/** @throws Refused for the viewer's own assignment, and for one whose role is not the viewer's to take */
async function requireOthersRow(em: EntityManager, viewer: Identity, id: string): Promise<void> {
  const row = await em.findOneOrFail(PersonAssignment, { id })
  if (isOwn(viewer, row)) throw new Refused([OWN_ASSIGNMENT])
  if (!mayGive(viewer, row.role)) throw new Refused([NOT_YOURS_TO_GIVE])
}

/** @throws Refused unless the agency is a body that exists on the first day */
async function requireAgency(
  em: EntityManager,
  { agencyId, validFrom }: Pick<AssignmentDetails, "agencyId" | "validFrom">,
): Promise<void> {
  if (agencyId === null) return
  const id = uuidOf(agencyId)
  const agency = id === null ? null : await em.findOne(Agency, { id, withdrawnAt: null })
  if (agency === null || agency.kind === "GROUP") throw new Refused([notFound("agencyId", agencyId)])
  if (!isActive(agency, validFrom))
    throw new Refused([
      {
        reason: "AGENCY_NOT_ACTIVE",
        field: "agencyId",
        message: `${agency.name} không hoạt động vào ngày ${validFrom}; hãy chọn cơ quan kế thừa`,
      },
    ])
}

/** @throws Refused when the person has another assignment on one of the days */
async function requireNoOther(
  em: EntityManager,
  id: string,
  {
    subject,
    email,
    validFrom,
    validTo,
  }: Pick<AssignmentDetails, "subject" | "email" | "validFrom" | "validTo">,
): Promise<void> {
  const db = em.getKysely<unknown>()
  // Two that are given at once would not see each other.
  await sql`lock table person_assignment in share row exclusive mode`.execute(db)
  const { rows } = await sql<{ name: string; valid_from: CalendarDate; valid_to: CalendarDate | null }>`
    select name, valid_from::text, valid_to::text from person_assignment
    where id <> ${id}::uuid and withdrawn_at is null and (subject = ${subject} or email = ${email})
      and daterange(valid_from, valid_to, '[]') && daterange(${validFrom}::date, ${validTo}::date, '[]')
    order by valid_from limit 1`.execute(db)
  const [other] = rows
  if (other === undefined) return
  const until = other.valid_to === null ? "" : ` đến ${inFigures(other.valid_to)}`
  throw new Refused([
    {
      reason: "ALREADY_ASSIGNED",
      field: "validFrom",
      message: `Người này đã được phân công (${other.name}) từ ${inFigures(other.valid_from)}${until}; hãy kết thúc phân công đó trước`,
    },
  ])
}

const REASON_MISSING = {
  reason: "REASON_MISSING",
  field: "reason",
  message: "Hãy ghi lý do kết thúc phân công",
}

const NOT_YOURS_TO_GIVE = {
  reason: "ROLE_NOT_YOURS_TO_GIVE",
  field: "role",
  message: "Vai trò thanh tra và quản trị chỉ do quản trị hệ thống phân công",
}

const OWN_ASSIGNMENT = {
  reason: "OWN_ASSIGNMENT",
  field: "subject",
  message: "Không ai tự sửa phân công của chính mình; hãy nhờ người khác có quyền",
}
