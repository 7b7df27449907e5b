import type { CalendarDate } from "@plan43/calendar"
import { announce } from "@plan43/outbox"
import {
  notFound,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  recordRow,
  type StandingRow,
  uuidOf,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { Trigger } from "../trigger.ts"

/** Somebody with an assignment, as agencies shows them to this role. */
interface Appointable {
  id: string
  subject: string | null
  email: string | null
  name: string
  validFrom: CalendarDate
  validTo: CalendarDate | null
}

/**
 * Lets a person watch over the document, instead of whoever did, and tells that person.
 * @returns the document, or refusals: those of `recordRow`, NOT_FOUND, ASSIGNMENT_NOT_IN_FORCE
 */
export async function appointWatcher(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  assignmentId: string,
): Promise<Outcome<Trigger>> {
  const { rows } = await sql<Appointable>`
    select id, subject, email, name, valid_from::text as "validFrom", valid_to::text as "validTo"
    from agencies.appointable_person where id = ${uuidOf(assignmentId)}::uuid`.execute(
    ctx.em.getKysely<unknown>(),
  )
  const [person] = rows
  if (person === undefined) return { refusals: [notFound("assignmentId", assignmentId)] }
  if (ctx.today < person.validFrom || (person.validTo !== null && person.validTo < ctx.today))
    return {
      refusals: [
        {
          reason: "ASSIGNMENT_NOT_IN_FORCE",
          field: "assignmentId",
          message: `Phân công của ${person.name} không có hiệu lực hôm nay; hãy chọn người đang được phân công`,
        },
      ],
    }
  return recordRow(ctx, request, {
    entity: Trigger,
    table: "awaited_document",
    standing,
    action: "watcher-appointed",
    columns: {
      watcher_id: person.subject,
      watcher_email: person.email?.toLowerCase() ?? null,
      watcher_name: person.name,
      watcher_assignment_id: person.id,
    },
    alsoWrite: async (em, id) => {
      const { title } = await em.findOneOrFail(Trigger, { id })
      await announce(em, {
        type: "document.watcher-appointed",
        subject: { kind: "Trigger", id },
        agencyIds: [],
        actor: ctx.viewer.id,
        data: { assignmentId: person.id, title },
      })
    },
  })
}
