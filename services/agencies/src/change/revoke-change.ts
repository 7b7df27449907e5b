import type { EntityManager } from "@mikro-orm/postgresql"
import { addDays } from "@plan43/calendar"
import {
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  Refused,
  recordRow,
  type StandingRow,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { AgencyChange } from "./agency-change.ts"
import { announceChange, type RemovedRelations } from "./announce-change.ts"
import { oneAtATime, rewriteRow } from "./rewrite-row.ts"

/**
 * Takes back a change that was recorded by mistake: those that ended go on, those that it founded are withdrawn, people
 * and members of groups are where they were. Only while nothing here has come to depend on it. Why so: docs/decisions/changes-of-agencies.md.
 * @returns the change, or refusals: those of `recordRow`, REASON_MISSING, DEPENDED_ON
 */
export async function revokeAgencyChange(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
): Promise<Outcome<AgencyChange>> {
  const reason = request.reason?.trim() ?? ""
  if (reason === "") return { refusals: [REASON_MISSING] }
  return recordRow(ctx, request, {
    entity: AgencyChange,
    table: "agency_change",
    standing,
    action: "revoked",
    columns: { revocation_reason: reason, revoked_on: ctx.today },
    stamped: ["withdrawn_at"],
    check: async (em, id) => {
      await oneAtATime(em)
      await requireIndependent(em, id)
    },
    alsoWrite: async (em, id) => {
      const change = await em.findOneOrFail(AgencyChange, { id })
      await takeBackPeople(em, ctx, id, reason)
      await takeBackBodies(em, ctx, change, reason)
      await takeBackLeaving(em, id)
      await announceChange(em, ctx, id, {
        ...(await removeRelations(em, id)),
        removedUntil: addDays(ctx.today, -1),
      })
    },
  })
}

/**
 * @throws Refused when a later change builds on a body that this one founded, or somebody was assigned to one, or an
 * assignment that this one moved was changed since
 */
async function requireIndependent(em: EntityManager, id: string): Promise<void> {
  const { rows } = await sql<{ what: string }>`
    select 'một lần sắp xếp ghi sau đó (' || later.document_number || ')' as what
    from agency_change change join agency_change later on later.id <> change.id and later.withdrawn_at is null
      and (later.predecessor_ids || later.successor_ids) && change.founded_ids
      and not later.founded_ids && change.founded_ids
    where change.id = ${id}
    union all
    select 'một lần đổi thành viên ghi sau đó (' || later.document_number || ')' from group_membership joined
    join agency_change later on later.id = joined.ended_by and later.id <> ${id}
    where joined.change_id = ${id}
    union all
    select 'một lần sắp xếp ghi sau đó (' || later.document_number || ')' from agency_change change
    join agency_change later on later.id <> change.id and later.withdrawn_at is null
      and (later.joined_ids || later.left_ids) && change.founded_ids
    where change.id = ${id}
    union all
    select 'phân công của ' || pa.name from agency_change change
    join person_assignment pa on pa.agency_id = any(change.founded_ids) and pa.withdrawn_at is null
    where change.id = ${id} and not exists (
      select 1 from agency_change_person moved where moved.change_id = ${id}
        and (moved.follow_up_id = pa.id and pa.version = 1 or moved.assignment_id = pa.id))
    union all
    select 'phân công của ' || pa.name from agency_change_person moved
    join person_assignment pa on pa.id = moved.assignment_id and pa.version <> moved.version
    where moved.change_id = ${id}
    union all
    select 'phân công của ' || pa.name from agency_change_person moved
    join person_assignment pa on pa.id = moved.follow_up_id and pa.version <> 1
    where moved.change_id = ${id}
    limit 1`.execute(em.getKysely<unknown>())
  const [dependent] = rows
  if (dependent !== undefined)
    throw new Refused([
      {
        reason: "DEPENDED_ON",
        field: "id",
        message: `Không hủy được: ${dependent.what} đã dựa vào lần sắp xếp này; hãy ghi một lần sắp xếp mới thay cho việc hủy`,
      },
    ])
}

interface MovedPerson {
  assignment_id: string
  former_agency_id: string
  former_valid_to: string | null
  follow_up_id: string | null
}

async function takeBackPeople(
  em: EntityManager,
  ctx: RecordingContext,
  changeId: string,
  reason: string,
): Promise<void> {
  const { rows } = await sql<MovedPerson>`
    select assignment_id, former_agency_id, former_valid_to::text, follow_up_id
    from agency_change_person where change_id = ${changeId}`.execute(em.getKysely<unknown>())
  for (const { assignment_id, former_agency_id, former_valid_to, follow_up_id } of rows) {
    if (follow_up_id !== null)
      await rewriteRow(
        em,
        ctx,
        { table: "person_assignment", id: follow_up_id, action: "person_assignment.withdrawn", reason },
        sql`update person_assignment set withdrawn_at = now(), version = version + 1, updated_at = now()
          where id = ${follow_up_id}`,
      )
    await rewriteRow(
      em,
      ctx,
      { table: "person_assignment", id: assignment_id, action: "person_assignment.restored", reason },
      sql`update person_assignment set agency_id = ${former_agency_id}, valid_to = ${former_valid_to}::date,
          withdrawn_at = null, version = version + 1, updated_at = now()
        where id = ${assignment_id}`,
    )
  }
}

async function takeBackBodies(
  em: EntityManager,
  ctx: RecordingContext,
  { id, predecessorIds, foundedIds }: AgencyChange,
  reason: string,
): Promise<void> {
  for (const bodyId of predecessorIds)
    await rewriteRow(
      em,
      ctx,
      { table: "agency", id: bodyId, action: "agency.restored", reason },
      sql`update agency set ended_on = null, ended_by = null where id = ${bodyId} and ended_by = ${id}`,
    )
  for (const bodyId of foundedIds)
    await rewriteRow(
      em,
      ctx,
      { table: "agency", id: bodyId, action: "agency.withdrawn", reason },
      sql`update agency set withdrawn_at = now() where id = ${bodyId} and change_id = ${id}`,
    )
}

/** Those that left a group belong to it again. */
async function takeBackLeaving(em: EntityManager, changeId: string): Promise<void> {
  await sql`update group_membership set ended_on = null, ended_by = null where ended_by = ${changeId}`.execute(
    em.getKysely<unknown>(),
  )
}

async function removeRelations(em: EntityManager, changeId: string): Promise<RemovedRelations> {
  const db = em.getKysely<unknown>()
  const successions = await sql<{ id: string }>`
    delete from agency_succession where change_id = ${changeId} returning id`.execute(db)
  const memberships = await sql<{ id: string }>`
    delete from group_membership where change_id = ${changeId} returning id`.execute(db)
  return {
    removedSuccessions: successions.rows.map((row) => row.id),
    removedMemberships: memberships.rows.map((row) => row.id),
  }
}

const REASON_MISSING = {
  reason: "REASON_MISSING",
  field: "reason",
  message: "Hãy ghi vì sao hủy việc sắp xếp đã ghi",
}
