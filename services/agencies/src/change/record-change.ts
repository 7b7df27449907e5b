import { randomUUID } from "node:crypto"
import type { EntityManager } from "@mikro-orm/postgresql"
import { inFigures } from "@plan43/calendar"
import { announce } from "@plan43/outbox"
import { stableId } from "@plan43/published-rows"
import {
  LONGEST_TEXT,
  lengthRefusals,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  Refused,
  recordOnce,
} from "@plan43/subgraph"
import { sql } from "kysely"
import type { AgencyChangeInput } from "./agency-change.input.ts"
import { AgencyChange } from "./agency-change.ts"
import { announceChange } from "./announce-change.ts"
import { lastDayBefore, SUCCESSION_KINDS } from "./change-rules.ts"
import { type FollowingBody, type MovingPerson, type Proposal, proposeChange } from "./propose-change.ts"
import { oneAtATime, rewriteRow } from "./rewrite-row.ts"

/**
 * Records a change and does all that it means, in one transaction: those that end get their last day, new bodies begin
 * and join their groups, successions are written with what goes to whom, members join and leave groups, people move,
 * everybody who keeps copies is told.
 * @returns the change, or refusals: those of {@link proposeChange}, TEXT_TOO_LONG, IDEMPOTENCY_KEY_MALFORMED,
 * IDEMPOTENCY_KEY_REUSED
 */
export async function recordAgencyChange(
  ctx: RecordingContext,
  request: RecordingRequest,
  input: AgencyChangeInput,
): Promise<Outcome<AgencyChange>> {
  const tooLong = lengthRefusals(request, { reason: LONGEST_TEXT })
  if (tooLong.length > 0) return { refusals: tooLong }
  const id = randomUUID()
  return recordOnce(ctx, request, input, id, {
    write: async (em) => {
      await oneAtATime(em)
      const proposal = await proposeChange(em, ctx.today, input)
      if (proposal.refusals.length > 0) throw new Refused(proposal.refusals)
      await applyChange({ em, ctx, reason: request.reason ?? null, id, proposal })
    },
    read: (em, changeId) => em.findOneOrFail(AgencyChange, { id: changeId }),
  })
}

/** The writing of one change. */
interface Writing {
  em: EntityManager
  ctx: RecordingContext
  reason: string | null
  /** The change's own. */
  id: string
  proposal: Proposal
}

async function applyChange(writing: Writing): Promise<void> {
  const { proposal } = writing
  await insertChange(writing)
  for (const body of foundedIn(proposal)) await found(writing, body)
  for (const body of proposal.predecessors) await end(writing, body.id)
  await writeSuccessions(writing)
  await writeAllocations(writing)
  await writeMemberships(writing)
  await endMemberships(writing)
  for (const person of proposal.people) await move(writing, person)
  await announceChange(writing.em, writing.ctx, writing.id)
}

function foundedIn({ successors }: Proposal): FollowingBody[] {
  return successors.filter(({ standing }) => standing === null)
}

async function insertChange({ em, ctx, reason, id, proposal }: Writing): Promise<void> {
  const { change, predecessors, successors, joining, leaving } = proposal
  const { number, issuedOn, issuer, link } = change.document
  const idsOf = (bodies: readonly { id: string }[]) => bodies.map((body) => body.id)
  await rewriteRow(
    em,
    ctx,
    { table: "agency_change", id, action: "agency_change.created", reason },
    sql`insert into agency_change (id, kind, effective_on, document_number, document_issued_on, document_issuer,
        document_link, predecessor_ids, successor_ids, founded_ids, joined_ids, left_ids, recorded_on)
      values (${id}, ${change.kind}, ${change.effectiveOn}, ${number.trim()}, ${issuedOn}, ${issuer.trim()},
        ${link || null}, ${idsOf(predecessors)}::uuid[], ${idsOf(successors)}::uuid[],
        ${idsOf(foundedIn(proposal))}::uuid[], ${idsOf(joining)}::uuid[], ${idsOf(leaving)}::uuid[], ${ctx.today})`,
  )
}

/** A body whose founding was taken back and that is founded again under its code is the same. */
async function found(
  { em, ctx, reason, id, proposal }: Writing,
  { id: bodyId, code, name, shortName, kind }: FollowingBody,
): Promise<void> {
  await rewriteRow(
    em,
    ctx,
    { table: "agency", id: bodyId, action: "agency.founded", reason },
    sql`insert into agency (id, code, name, short_name, aliases, kind, valid_from, change_id)
      values (${bodyId}, ${code}, ${name}, ${shortName}, '{}', ${kind}, ${proposal.change.effectiveOn}, ${id})
      on conflict (id) do update set name = excluded.name, short_name = excluded.short_name, kind = excluded.kind,
        valid_from = excluded.valid_from, change_id = excluded.change_id, withdrawn_at = null`,
  )
}

async function end({ em, ctx, reason, id, proposal }: Writing, bodyId: string): Promise<void> {
  const lastDay = lastDayBefore(proposal.change.effectiveOn)
  await rewriteRow(
    em,
    ctx,
    { table: "agency", id: bodyId, action: "agency.ended", reason },
    sql`update agency set ended_on = ${lastDay}, ended_by = ${id} where id = ${bodyId}`,
  )
}

async function writeSuccessions({ em, id, proposal }: Writing): Promise<void> {
  const { change, predecessors, successors } = proposal
  if (change.kind === "FOUNDING" || change.kind === "MEMBERSHIP") return
  const { number, issuedOn, issuer } = change.document
  const basis = `${number.trim()} ngày ${inFigures(issuedOn)} của ${issuer.trim()}`
  const rows = predecessors.flatMap((before) =>
    successors.map((after) => ({
      id: stableId("succession", before.code, after.code, change.effectiveOn),
      predecessor_id: before.id,
      successor_id: after.id,
    })),
  )
  await sql`insert into agency_succession (id, kind, on_day, predecessor_id, successor_id, basis, change_id)
    select id, ${SUCCESSION_KINDS[change.kind]}, ${change.effectiveOn}::date, predecessor_id, successor_id, ${basis}, ${id}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id uuid, predecessor_id uuid, successor_id uuid)`.execute(
    em.getKysely<unknown>(),
  )
}

/** What goes to whom; written once those that follow are there. */
async function writeAllocations({ em, id, proposal }: Writing): Promise<void> {
  if (proposal.rest !== null)
    await sql`update agency_change set rest_id = ${proposal.rest.id}::uuid where id = ${id}`.execute(
      em.getKysely<unknown>(),
    )
  const rows = proposal.allocations.map(({ kind, id: subjectId, to }) => ({
    subject_kind: kind,
    subject_id: subjectId,
    successor_id: to.id,
  }))
  await sql`insert into agency_change_allocation (change_id, subject_kind, subject_id, successor_id)
    select ${id}::uuid, subject_kind, subject_id, successor_id from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row(subject_kind text, subject_id uuid, successor_id uuid)`.execute(em.getKysely<unknown>())
}

async function writeMemberships({ em, id, proposal }: Writing): Promise<void> {
  const { effectiveOn } = proposal.change
  const joins = [
    ...foundedIn(proposal).flatMap((body) => body.groups.map((group) => ({ group, body }))),
    ...proposal.successors.flatMap((group) => group.members.map((body) => ({ group, body }))),
    ...proposal.successors.flatMap((group) => proposal.joining.map((body) => ({ group, body }))),
  ]
  const rows = joins.map(({ group, body }) => ({
    id: stableId("membership", group.code, body.code, effectiveOn),
    group_id: group.id,
    member_id: body.id,
  }))
  await sql`insert into group_membership (id, group_id, member_id, valid_from, change_id)
    select id, group_id, member_id, ${effectiveOn}::date, ${id}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id uuid, group_id uuid, member_id uuid)`.execute(
    em.getKysely<unknown>(),
  )
}

/** Those that leave a group leave it on the eve of the first day. */
async function endMemberships({ em, id, proposal }: Writing): Promise<void> {
  const [group] = proposal.successors
  if (group === undefined || proposal.leaving.length === 0) return
  const lastDay = lastDayBefore(proposal.change.effectiveOn)
  await sql`with ended as (
      update group_membership set ended_on = ${lastDay}::date, ended_by = ${id}::uuid
      where group_id = ${group.id} and member_id = any(${proposal.leaving.map((body) => body.id)}::uuid[])
        and ${lastDay}::date between coalesce(valid_from, '-infinity') and coalesce(valid_to, 'infinity')
      returning id
    )
    insert into agency_change_leaving (change_id, membership_id) select ${id}::uuid, id from ended`.execute(
    em.getKysely<unknown>(),
  )
}

/** An assignment that has begun ends with its body and goes on as another; one that has not goes over whole. */
async function move(writing: Writing, { assignment, to }: MovingPerson): Promise<void> {
  const { em, ctx, id, proposal } = writing
  const { effectiveOn } = proposal.change
  const hasBegun = assignment.validFrom < effectiveOn
  const successor = to ?? null
  if (!hasBegun && successor !== null)
    await changeAssignment(writing, assignment.id, "moved", sql`agency_id = ${successor.id}`)
  else if (hasBegun)
    await changeAssignment(writing, assignment.id, "ended", sql`valid_to = ${lastDayBefore(effectiveOn)}`)
  else await changeAssignment(writing, assignment.id, "withdrawn", sql`withdrawn_at = now()`)

  const followUp = hasBegun && successor !== null ? randomUUID() : null
  if (followUp !== null)
    await rewriteRow(
      em,
      ctx,
      {
        table: "person_assignment",
        id: followUp,
        action: "person_assignment.created",
        reason: writing.reason,
      },
      sql`insert into person_assignment (id, subject, email, name, role, agency_id, valid_from, valid_to, note)
        select ${followUp}::uuid, subject, email, name, role, ${successor?.id}::uuid, ${effectiveOn}::date,
          ${assignment.validTo}::date, note
        from person_assignment where id = ${assignment.id}`,
    )
  await sql`insert into agency_change_person
      (change_id, assignment_id, version, former_agency_id, former_valid_to, follow_up_id)
    values (${id}, ${assignment.id}, ${assignment.version + 1}, ${assignment.agencyId}, ${assignment.validTo}, ${followUp})`.execute(
    em.getKysely<unknown>(),
  )
  await announce(em, {
    type: "assignment.changed",
    subject: { kind: "PersonAssignment", id: followUp ?? assignment.id },
    agencyIds: [assignment.agencyId, successor?.id].filter((agencyId) => agencyId != null),
    actor: ctx.viewer.id,
  })
}

async function changeAssignment(
  { em, ctx, reason }: Writing,
  assignmentId: string,
  what: "moved" | "ended" | "withdrawn",
  columns: ReturnType<typeof sql>,
): Promise<void> {
  await rewriteRow(
    em,
    ctx,
    { table: "person_assignment", id: assignmentId, action: `person_assignment.${what}`, reason },
    sql`update person_assignment set ${columns}, version = version + 1, updated_at = now()
      where id = ${assignmentId}`,
  )
}
