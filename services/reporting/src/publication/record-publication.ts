import { createHash } from "node:crypto"
import { env } from "node:process"
import type { EntityManager } from "@mikro-orm/postgresql"
import {
  LONGEST_TEXT,
  lengthRefusals,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  type Refusal,
  Refused,
  recordRow,
  type StandingRow,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { readLicence } from "../open-data/licence.ts"
import { ReportingRound } from "../round/round.ts"
import { requireStage } from "../round/round-stage.ts"
import type { SynthesisContent } from "../synthesis/synthesis-content.ts"
import type { PublishedContent, SignedReport } from "./published-content.ts"
import { publishedContentOf } from "./published-content-of.ts"
import { type PublishedPart, publishedParts } from "./published-part.ts"
import { roundAddressOf } from "./round-address.ts"

/** What of a round the public is to be shown. */
export interface PublicationDetails {
  parts: readonly PublishedPart[]
  text: string | null
  /** What it corrects; null of the first version. */
  note: string | null
}

const ROW = { entity: ReportingRound, table: "round" } as const

/** The longest note of a correction, in characters. */
const LONGEST_NOTE = 2_000

/**
 * Shows a locked round to the public for the first time, with all its parts.
 * @returns the round, or refusals: those of `recordRow`, ROUND_NOT_LOCKED, ROUND_PUBLISHED
 */
export function publishRound(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
): Promise<Outcome<ReportingRound>> {
  const details = { parts: publishedParts, text: null, note: null }
  return publish(ctx, request, standing, details, async (em, id) => {
    if ((await lastOf(em, id)) !== null) throw new Refused([PUBLISHED])
  })
}

/**
 * Shows chosen parts of a locked round to the public: for the first time, or as a correction of what was published before,
 * which stays readable as what it was.
 * @returns the round, or refusals: those of `recordRow`, ROUND_NOT_LOCKED, PARTS_MISSING, NOTE_MISSING, NOTE_TOO_EARLY,
 * CITY_TEXT_MISSING, CITY_TEXT_NOT_CHOSEN, TEXT_TOO_LONG
 */
export async function publishParts(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  given: PublicationDetails,
): Promise<Outcome<ReportingRound>> {
  const details = { ...given, note: given.note?.trim() || null }
  const refusals = publicationRefusals(details)
  if (refusals.length > 0) return { refusals }
  return publish(ctx, request, standing, details, async (em, id) => {
    const isFirst = (await lastOf(em, id)) === null
    if (isFirst && details.note !== null) throw new Refused([NOTE_TOO_EARLY])
    if (!isFirst && details.note === null) throw new Refused([NOTE_MISSING])
  })
}

/**
 * Takes back one version of what the public is shown of a round: its pages say why instead, the others stay what they were, and
 * a further version may be published later. With the last one, the graph shows nothing of the round any more.
 * @param publicationVersion null: the one that came last
 * @returns the round, or refusals: those of `recordRow`, REASON_MISSING, NOT_PUBLISHED
 */
export async function withdrawPublication(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  { publicationVersion }: { publicationVersion: number | null },
): Promise<Outcome<ReportingRound>> {
  const reason = request.reason?.trim() ?? ""
  if (reason === "") return { refusals: [REASON_MISSING] }
  const tooLong = lengthRefusals({ reason }, { reason: LONGEST_NOTE })
  if (tooLong.length > 0) return { refusals: tooLong }
  return recordRow(ctx, request, {
    ...ROW,
    standing,
    action: "publication_withdrawn",
    columns: {},
    about: { publicationVersion },
    alsoWrite: async (em, id) => {
      const db = em.getKysely<unknown>()
      const last = (await lastOf(em, id))?.version ?? null
      const version = publicationVersion ?? last
      const { rows } = await sql`insert into publication_withdrawal (publication_id, reason, recorded_on)
        select p.id, ${reason}, ${ctx.today}::date from publication p
        where p.round_id = ${id} and p.version = ${version}
        on conflict do nothing returning publication_id`.execute(db)
      if (rows.length === 0) throw new Refused([notPublished(publicationVersion)])
      if (version === last)
        await sql`update round set published_at = null, published_parts = null where id = ${id}`.execute(db)
    },
  })
}

/** What is wrong with a publication, by itself. */
export function publicationRefusals(details: PublicationDetails): Refusal[] {
  const { parts, text } = details
  const refusals = lengthRefusals(details, { text: LONGEST_TEXT, note: LONGEST_NOTE })
  const says = (text?.trim() ?? "") !== ""
  if (parts.length === 0) refusals.push(PARTS_MISSING)
  if (says && !parts.includes("TEXT")) refusals.push(TEXT_NOT_CHOSEN)
  if (!says && parts.length === 1 && parts[0] === "TEXT") refusals.push(TEXT_MISSING)
  return refusals
}

function publish(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  details: PublicationDetails,
  checkVersion: (em: EntityManager, id: string) => Promise<void>,
): Promise<Outcome<ReportingRound>> {
  const parts = publishedParts.filter((part) => details.parts.includes(part))
  return recordRow(ctx, request, {
    ...ROW,
    standing,
    action: details.note === null ? "published" : "corrected",
    columns: { published_parts: parts },
    stamped: ["published_at"],
    about: { text: details.text, note: details.note },
    check: async (em, id) => {
      await requireStage(em, id, "LOCKED")
      await checkVersion(em, id)
    },
    alsoWrite: (em, id) => writePublication(em, ctx, id, { ...details, parts }),
  })
}

async function writePublication(
  em: EntityManager,
  { viewer, today }: Pick<RecordingContext, "viewer" | "today">,
  roundId: string,
  details: PublicationDetails,
): Promise<void> {
  const content = JSON.stringify(await contentToPublish(em, roundId, details))
  const sha256 = createHash("sha256").update(content).digest("hex")
  const last = await lastOf(em, roundId)
  const address = last?.address ?? (await freeAddress(em, roundId))
  await sql`insert into publication (round_id, address, version, note, parts, content, sha256, published_by, recorded_on)
    values (${roundId}, ${address}, ${(last?.version ?? 0) + 1}, ${details.note}, ${details.parts}::text[], ${content},
      ${sha256}, ${viewer.name}, ${today}::date)`.execute(em.getKysely<unknown>())
}

/**
 * What the public would be shown of a locked round.
 * @throws Refused with ROUND_NOT_LOCKED
 */
export async function contentToPublish(
  em: EntityManager,
  roundId: string,
  { parts, text }: Pick<PublicationDetails, "parts" | "text">,
): Promise<PublishedContent> {
  const { rows } = await sql<{ content: string; sensitive: string[]; report: SignedReport | null }>`
    select frozen.content, array(select task_id from tasks.reported_sensitive_tasks()) as sensitive,
      (select jsonb_build_object('number', signed.number, 'signedOn', signed.signed_on) from signed_copy signed
        where signed.round_id = frozen.round_id order by signed.created_at desc, signed.id limit 1) as report
    from round_synthesis frozen where frozen.round_id = ${roundId}`.execute(em.getKysely<unknown>())
  const [frozen] = rows
  if (frozen === undefined) throw new Refused([NOT_LOCKED])
  return publishedContentOf(JSON.parse(frozen.content) as SynthesisContent, {
    parts,
    text,
    sensitiveTaskIds: new Set(frozen.sensitive),
    licence: readLicence(env),
    report: frozen.report,
  })
}

/** The version of a round's publication that came last, withdrawn or not. */
async function lastOf(
  em: EntityManager,
  roundId: string,
): Promise<{ version: number; address: string } | null> {
  const { rows } = await sql<{ version: number; address: string }>`select version, address from publication
    where round_id = ${roundId} order by version desc limit 1`.execute(em.getKysely<unknown>())
  return rows[0] ?? null
}

async function freeAddress(em: EntityManager, roundId: string): Promise<string> {
  const db = em.getKysely<unknown>()
  // Two rounds of one name that are published at once find their addresses one after the other
  await sql`lock table publication in share row exclusive mode`.execute(db)
  const { rows } = await sql<{ name: string; taken: string[] }>`select name,
    array(select address from publication where version = 1) as taken from round where id = ${roundId}`.execute(
    db,
  )
  return roundAddressOf(rows[0]?.name ?? "", new Set(rows[0]?.taken))
}

const PUBLISHED = {
  reason: "ROUND_PUBLISHED",
  field: "id",
  message: "Kỳ báo cáo này đã được công bố; hãy công bố bản đính chính với nội dung đính chính",
}
const NOT_LOCKED = {
  reason: "ROUND_NOT_LOCKED",
  field: "id",
  message: "Chỉ công khai được kỳ báo cáo đã khóa",
}

function notPublished(publicationVersion: number | null): Refusal {
  const reason = "NOT_PUBLISHED"
  return publicationVersion === null
    ? {
        reason,
        field: "id",
        message: "Kỳ báo cáo này không có bản công bố nào đang hiển thị để thu hồi",
      }
    : {
        reason,
        field: "publicationVersion",
        message: `Phiên bản ${publicationVersion} chưa được công bố hoặc đã được thu hồi; hãy chọn một phiên bản còn xem được`,
      }
}

const PARTS_MISSING = {
  reason: "PARTS_MISSING",
  field: "parts",
  message: "Hãy chọn ít nhất một phần để công bố",
}
const TEXT_MISSING = {
  reason: "CITY_TEXT_MISSING",
  field: "text",
  message: "Hãy viết lời của Thành phố, hoặc chọn thêm một phần khác để công bố",
}
const TEXT_NOT_CHOSEN = {
  reason: "CITY_TEXT_NOT_CHOSEN",
  field: "text",
  message: "Lời của Thành phố chỉ được công bố khi chọn phần đó; hãy chọn, hoặc bỏ trống",
}
const NOTE_MISSING = {
  reason: "NOTE_MISSING",
  field: "note",
  message: "Bản công bố sau phải ghi rõ đã đính chính những gì",
}
const NOTE_TOO_EARLY = {
  reason: "NOTE_TOO_EARLY",
  field: "note",
  message: "Bản công bố đầu tiên không đính chính gì; hãy bỏ trống nội dung đính chính",
}
const REASON_MISSING = {
  reason: "REASON_MISSING",
  field: "reason",
  message: "Hãy ghi lý do thu hồi; lý do được hiển thị thay cho nội dung đã công bố",
}
