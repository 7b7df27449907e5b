import type { EntityManager } from "@mikro-orm/postgresql"
import {
  lengthRefusals,
  notFound,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  type Refusal,
  Refused,
  recordRow,
  uuidOf,
  versionStale,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { requireStageOf } from "../round/round-stage.ts"
import { isPartKey, sectionOf } from "../synthesis/outline/report-part.ts"
import { Commentary } from "./commentary.ts"

/** What is written to which part of which round's report. */
export interface WrittenPart {
  roundId: string
  part: string
  /** The version that it is based on; 0: nothing was written yet. */
  version: number
  body: string
  /** The number of the older version whose text it is; null: it is a new one. */
  restored: number | null
}

/** Characters that a part takes. */
export const LONGEST_COMMENTARY = 20_000

/**
 * Writes a version of what stands in a part of the report, next to what is generated from the data.
 * @returns the commentary, or refusals: those of `recordRow`, TEXT_TOO_LONG, PART_UNKNOWN, ROUND_NOT_OPEN,
 * VERSION_UNKNOWN; VERSION_STALE also where somebody else wrote first
 */
export async function saveCommentary(
  ctx: RecordingContext,
  request: RecordingRequest,
  { part, body, restored, ...written }: WrittenPart,
): Promise<Outcome<Commentary>> {
  const roundId = uuidOf(written.roundId)
  if (roundId === null) return { refusals: [notFound("roundId", written.roundId)] }
  const refusals = [...lengthRefusals({ body }, { body: LONGEST_COMMENTARY }), ...partRefusals(part)]
  if (refusals.length > 0) return { refusals }
  const first = written.version === 0
  const standing = first ? null : await standingOf(ctx.em, roundId, part)
  if (!first && standing === null) return { refusals: [versionStale(written.version, 0)] }
  return recordRow(ctx, request, {
    entity: Commentary,
    table: "commentary",
    standing: standing && { id: standing.id, version: written.version },
    action: "written",
    columns: { ...(first && { round_id: roundId, part }), body, written_by: ctx.viewer.name },
    about: { roundId, part, restored },
    check: async (em) => {
      await requireStageOf(em, roundId, { stage: "OPEN", field: "roundId" })
      if (first) await requireFirst(em, ctx, roundId, part)
      if (restored !== null) await requireVersion(em, standing?.id ?? null, restored, body)
    },
    alsoWrite: async (em, id) => {
      await sql`insert into commentary_version (commentary_id, number, body, restored, written_by, recorded_on)
        select id, version, body, ${restored}::integer, written_by, ${ctx.today}::date from commentary where id = ${id}`.execute(
        em.getKysely<unknown>(),
      )
    },
  })
}

interface Standing {
  id: string
  version: number
}

async function standingOf(em: EntityManager, roundId: string, part: string): Promise<Standing | null> {
  const { rows } = await sql<Standing>`
    select id, version from commentary where round_id = ${roundId} and part = ${part}`.execute(
    em.getKysely<unknown>(),
  )
  return rows[0] ?? null
}

/** Of two who write the first words at the same time one waits here, and then finds the other's; the part must be there. */
async function requireFirst(
  em: EntityManager,
  ctx: RecordingContext,
  roundId: string,
  part: string,
): Promise<void> {
  const db = em.getKysely<unknown>()
  await sql`select pg_advisory_xact_lock(hashtext(${`commentary ${roundId} ${part}`}))`.execute(db)
  const standing = await standingOf(em, roundId, part)
  if (standing !== null) throw new Refused([versionStale(0, standing.version)])
  const section = sectionOf(part)
  if (section === null) return
  const { rows } = await sql`select 1 from tasks.reported_tasks(${ctx.today}) t
    where t.section_numeral = ${section} limit 1`.execute(db)
  if (rows.length === 0) throw new Refused([partUnknown(part)])
}

/** A version that stands again must be there, and as it is. */
async function requireVersion(
  em: EntityManager,
  id: string | null,
  number: number,
  body: string,
): Promise<void> {
  const { rows } = await sql`select 1 from commentary_version
    where commentary_id = ${id}::uuid and number = ${number} and body = ${body}`.execute(
    em.getKysely<unknown>(),
  )
  if (rows.length === 0)
    throw new Refused([
      {
        reason: "VERSION_UNKNOWN",
        field: "restored",
        message: `Không có phiên bản ${number} với nội dung này; hãy tải lại danh sách phiên bản rồi khôi phục`,
      },
    ])
}

function partRefusals(part: string): Refusal[] {
  return isPartKey(part) ? [] : [partUnknown(part)]
}

function partUnknown(part: string): Refusal {
  return {
    reason: "PART_UNKNOWN",
    field: "part",
    message: `Báo cáo không có phần “${part.slice(0, 80)}”; hãy dùng mã phần nêu trong báo cáo, ví dụ ASSESSMENT hoặc SECTION_I`,
  }
}
