import { randomUUID } from "node:crypto"
import { connectionTo } from "@plan43/database"
import type { TestDatabase } from "@plan43/database/testing"
import { type DomainEvent, type EventType, outboxSignalSql, outboxTableSql } from "@plan43/outbox"
import { subgraphs } from "@plan43/subgraph-list"
import pg from "pg"

/** The outboxes that are followed, without the services that write them. */
export interface PlanOutboxes {
  /** What happens in tasks. */
  happens(event: Partial<Omit<DomainEvent, "type">> & { type: EventType | "changed" }): Promise<void>
  /** What agencies assign. @returns the assignment's id */
  assigns(assigned: Assigned): Promise<string>
  close(): Promise<void>
}

export interface Assigned {
  subject: string | null
  email: string | null
  role: string
  agencyId: string | null
  validTo?: string
}

export async function openPlanOutboxes({ urls }: TestDatabase): Promise<PlanOutboxes> {
  const clients = new Map<string, pg.Client>()
  for (const { name: schema } of subgraphs.filter(({ tells }) => tells)) {
    const client = new pg.Client({ connectionString: connectionTo(urls, schema) })
    await client.connect()
    await client.query(outboxTableSql)
    await client.query(outboxSignalSql)
    clients.set(schema, client)
  }
  const [agencies, tasks] = [clients.get("agencies") as pg.Client, clients.get("tasks") as pg.Client]
  await agencies.query(`
    create table person_assignment (id uuid primary key, subject text, email text, role text, agency_id uuid,
      valid_from date, valid_to date, withdrawn_at timestamptz);
    create view notified_person as select id, subject, email, role, agency_id, valid_from, valid_to
      from person_assignment where withdrawn_at is null;
    grant select on notified_person to plan43_notifications`)
  return {
    async happens({ type, subject = { kind: "Task", id: "t1" }, agencyIds = [], actor = null, data = {} }) {
      await tasks.query(
        `insert into outbox_event (type, subject_kind, subject_id, agency_ids, actor, data)
         values ($1, $2, $3, $4, $5, $6)`,
        [type, subject.kind, subject.id, agencyIds, actor, JSON.stringify(data)],
      )
    },
    async assigns({ subject, email, role, agencyId, validTo }) {
      const id = randomUUID()
      await agencies.query("insert into person_assignment values ($1, $2, $3, $4, $5, '2025-01-01', $6)", [
        id,
        subject,
        email,
        role,
        agencyId,
        validTo ?? null,
      ])
      await agencies.query(
        "insert into outbox_event (type, subject_kind, subject_id) values ('assignment.changed', 'PersonAssignment', $1)",
        [id],
      )
      return id
    },
    async close() {
      await Promise.all([...clients.values()].map((client) => client.end()))
    },
  }
}
