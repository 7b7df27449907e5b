import type { EntityManager } from "@mikro-orm/postgresql"
import { answeredOf } from "@plan43/agency-scope"
import { hasScope, notFound, type RecordingContext, Refused, versionStale } from "@plan43/subgraph"
import { sql } from "kysely"
import type { DeadlineKind } from "../deadline/deadline-kind.ts"
import { type ObligationKey, obligationIdOf, readObligationId } from "./obligation-id.ts"
import { obligationVersionSql } from "./obligation-standing.sql.ts"
import { owingSql } from "./owing.sql.ts"

/** What an agency owes today, as whoever records about it finds it. */
export interface OwedToday extends ObligationKey {
  obligationId: string
  taskCode: string
  kind: DeadlineKind
  expectedResult: string | null
  planIssuedOn: string
  /** A coordinator records for the agency. */
  onBehalf: boolean
}

/** Which obligation, and the version of it that a recording is based on. */
export interface StandingObligation {
  obligationId: string
  version: number
}

/** The task that an identifier of an obligation names. @throws nothing; null for what is no identifier */
export function taskOfObligation(id: string): string | null {
  return readObligationId(id)?.taskId ?? null
}

/**
 * The obligation as it stands today, for whoever may record about it: a coordinator, or somebody of the agency itself.
 * An identifier of an agency that has ended leads to the one that answers for it.
 * @throws Refused with NOT_FOUND, OBLIGATION_NOT_YOURS or VERSION_STALE
 */
export async function owedToday(
  em: EntityManager,
  { viewer, today }: RecordingContext,
  { obligationId, version }: StandingObligation,
): Promise<OwedToday> {
  const key = readObligationId(obligationId)
  if (key === null) throw new Refused([notFound("obligationId", obligationId)])
  const agencyId = sql.ref<string>("o.agency_id")
  const { rows } = await sql<Omit<OwedToday, "obligationId" | "taskId" | "onBehalf"> & { version: number }>`
    select o.agency_id as "agencyId", t.code as "taskCode", t.deadline_kind as kind, t.expected_result as "expectedResult",
      (select p.issued_on from plan p where p.id = t.plan_id) as "planIssuedOn",
      ${obligationVersionSql({ viewer, asOf: today, agencyId })} as version
    from task t cross join lateral ${owingSql(sql`t.id`, today)} o
    where t.id = ${key.taskId} and t.withdrawn_at is null
      and (o.agency_id = ${key.agencyId} or ${key.agencyId} in (${answeredOf(sql`t.id`, agencyId, today)}))
    order by (o.agency_id = ${key.agencyId}) desc, (o.agency_id is not distinct from ${viewer.agencyId}::uuid) desc`.execute(
    em.getKysely<unknown>(),
  )
  const owed = rows[0]
  if (owed === undefined) throw new Refused([notFound("obligationId", obligationId)])
  const onBehalf = hasScope(viewer, "progress:write")
  if (!onBehalf && owed.agencyId !== viewer.agencyId) throw new Refused([NOT_YOURS])
  if (owed.version !== version) throw new Refused([versionStale(version, owed.version)])
  const { version: _version, ...rest } = owed
  return {
    ...rest,
    taskId: key.taskId,
    obligationId: obligationIdOf({ taskId: key.taskId, agencyId: owed.agencyId }),
    onBehalf,
  }
}

const NOT_YOURS = {
  reason: "OBLIGATION_NOT_YOURS",
  field: "obligationId",
  message: "Phần việc này thuộc cơ quan khác; mỗi cơ quan chỉ báo cáo phần việc của mình",
}
