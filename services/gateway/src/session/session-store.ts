import type { Role } from "@plan43/authorization"
import type pg from "pg"
import type { Session } from "./session.ts"

type Database = Pick<pg.ClientBase, "query">

const COLUMNS = `id_hash, issuer, subject, issuer_session, name, email, claimed_role, claimed_agency_id, id_token,
  started_at, last_seen_at, ends_at`

interface SessionRow {
  id_hash: Buffer
  issuer: string
  subject: string
  issuer_session: string | null
  name: string
  email: string | null
  claimed_role: Role | null
  claimed_agency_id: string | null
  id_token: string
  started_at: Date
  last_seen_at: Date
  ends_at: Date
}

export async function findSession(database: Database, idHash: Buffer): Promise<Session | null> {
  const { rows } = await database.query<SessionRow>(`select ${COLUMNS} from session where id_hash = $1`, [
    idHash,
  ])
  return rows[0] ? sessionOf(rows[0]) : null
}

export async function insertSession(database: Database, session: Session): Promise<void> {
  const { idHash, person, issuerSession, idToken, startedAt, lastSeenAt, endsAt } = session
  await database.query(
    `insert into session (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      idHash,
      person.issuer,
      person.subject,
      issuerSession,
      person.name,
      person.email,
      person.claimedRole,
      person.claimedAgencyId,
      idToken,
      new Date(startedAt),
      new Date(lastSeenAt),
      new Date(endsAt),
    ],
  )
}

/** @param at milliseconds since 1970; an earlier time than the one that is noted changes nothing */
export async function noteSeen(database: Database, idHash: Buffer, at: number): Promise<void> {
  await database.query("update session set last_seen_at = greatest(last_seen_at, $2) where id_hash = $1", [
    idHash,
    new Date(at),
  ])
}

export async function deleteSession(database: Database, idHash: Buffer): Promise<Session | null> {
  const { rows } = await database.query<SessionRow>(
    `delete from session where id_hash = $1 returning ${COLUMNS}`,
    [idHash],
  )
  return rows[0] ? sessionOf(rows[0]) : null
}

/** Whose sessions an issuer ends: one of its own sessions, or all of a person's. */
export interface EndedByIssuer {
  issuer: string
  issuerSession: string | null
  subject: string | null
}

export async function deleteSessionsOf(
  database: Database,
  { issuer, issuerSession, subject }: EndedByIssuer,
): Promise<Session[]> {
  const { rows } = await database.query<SessionRow>(
    `delete from session
     where issuer = $1 and ($2::text is not null or $3::text is not null)
       and ($2::text is null or issuer_session = $2) and ($3::text is null or subject = $3)
     returning ${COLUMNS}`,
    [issuer, issuerSession, subject],
  )
  return rows.map(sessionOf)
}

/** Removes what has ended long since. */
export async function deleteEnded(
  database: Database,
  { now, idle }: { now: number; idle: number },
): Promise<void> {
  await database.query("delete from session where ends_at <= $1 or last_seen_at <= $2", [
    new Date(now),
    new Date(now - idle),
  ])
}

function sessionOf(row: SessionRow): Session {
  return {
    idHash: row.id_hash,
    person: {
      issuer: row.issuer,
      subject: row.subject,
      name: row.name,
      email: row.email,
      claimedRole: row.claimed_role,
      claimedAgencyId: row.claimed_agency_id,
    },
    issuerSession: row.issuer_session,
    idToken: row.id_token,
    startedAt: row.started_at.getTime(),
    lastSeenAt: row.last_seen_at.getTime(),
    endsAt: row.ends_at.getTime(),
  }
}
