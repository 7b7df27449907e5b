import type { EntityManager } from "@mikro-orm/postgresql"
import { agencyWithin, answeringOf } from "@plan43/agency-scope"
import type { TargetKind } from "@plan43/indicator-assessment"
import {
  batched,
  hasScope,
  notFound,
  type RecordingContext,
  Refused,
  type RequestContext,
  uuidOf,
} from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"
import type { ObservationFrequency } from "../period/frequency.ts"
import { followedBy } from "./indicator-conditions.ts"

/** An indicator that somebody may record about, as their recording needs it. */
export interface RecordableIndicator {
  id: string
  code: string
  name: string
  unit: string | null
  target: { kind: TargetKind; note: string | null }
  horizonYear: number
  frequency: ObservationFrequency
  /** The agencies that answer for it today: those that the plan names, or who succeeded them; whom an event concerns. */
  answeringIds: readonly string[]
  /** The agency in whose name it is recorded; null where nobody is named. */
  inNameOf: string | null
  /** A coordinator records for that agency. */
  onBehalf: boolean
}

/** Indicators (alias `i`) that somebody may record figures of: every one, or those that the own agency answers for. */
export function recordableBy(viewer: RequestContext["viewer"]): RawBuilder<SqlBool> {
  if (hasScope(viewer, "observations:write")) return sql<SqlBool>`true`
  if (viewer === null || viewer.agencyId === null || !hasScope(viewer, "observations:report:own"))
    return sql<SqlBool>`false`
  return followedBy(
    agencyWithin(sql<string>`${viewer.agencyId}::uuid`, { throughGroups: true, inherited: true }),
  )
}

interface IndicatorRow {
  id: string
  code: string
  name: string
  unit: string | null
  target_kind: TargetKind
  target_note: string | null
  horizon_year: number
  frequency: ObservationFrequency
  recordable: boolean
  answering_ids: string[]
}

/**
 * The indicator that something is to be recorded about, kept as it is until the transaction ends.
 * @throws Refused with NOT_FOUND, or with INDICATOR_NOT_YOURS where another agency answers for it
 */
export async function indicatorToRecordOf(
  em: EntityManager,
  { viewer, today }: Pick<RecordingContext, "viewer" | "today">,
  indicatorId: string,
): Promise<RecordableIndicator> {
  const { rows } = await sql<IndicatorRow>`
    select i.id, i.code, i.name, i.unit, i.target_kind, i.target_note, i.horizon_year, i.frequency,
      ${recordableBy(viewer)} as recordable,
      array(select answering.id::text from indicator_agency ia
        cross join lateral (${answeringOf(sql<string>`i.id`, sql<string>`ia.agency_id`, today)}) as answering(id)
        where ia.indicator_id = i.id order by ia.position) as answering_ids
    from indicator i where i.id = ${uuidOf(indicatorId)}::uuid and i.withdrawn_at is null
    for share`.execute(em.getKysely<unknown>())
  const [row] = rows
  if (row === undefined) throw new Refused([notFound("indicatorId", indicatorId)])
  if (!row.recordable) throw new Refused([notYours(row.code)])
  const onBehalf = hasScope(viewer, "observations:write")
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    unit: row.unit,
    target: { kind: row.target_kind, note: row.target_note },
    horizonYear: row.horizon_year,
    frequency: row.frequency,
    answeringIds: row.answering_ids,
    inNameOf: onBehalf ? (row.answering_ids[0] ?? null) : viewer.agencyId,
    onBehalf,
  }
}

/** Whether whoever is asking may record figures of an indicator. */
export const mayRecord = batched(async (ctx: RequestContext, ids: readonly string[]) => {
  const { rows } = await sql<{ id: string }>`select i.id from indicator i
    where i.id = any(${ids}::uuid[]) and i.withdrawn_at is null and i.target_kind <> 'NONE'
      and ${recordableBy(ctx.viewer)}`.execute(ctx.em.getKysely<unknown>())
  const recordable = new Set(rows.map(({ id }) => id))
  return ids.map((id) => recordable.has(id))
})

function notYours(code: string) {
  return {
    reason: "INDICATOR_NOT_YOURS",
    field: "indicatorId",
    message: `Chỉ tiêu ${code} do cơ quan khác theo dõi, đánh giá; chỉ ghi được chỉ tiêu của cơ quan mình`,
  }
}
