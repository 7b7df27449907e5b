import type { EntityManager } from "@mikro-orm/postgresql"
import { type CalendarDate, inFigures } from "@plan43/calendar"
import { attachFiles, eachOnce } from "@plan43/evidence"
import {
  LONGEST_LINE,
  lengthRefusals,
  notFound,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  type Refusal,
  Refused,
  recordRow,
  uuidOf,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { readableFiles } from "../evidence/files-of-reporting.ts"
import { requireStageOf } from "../round/round-stage.ts"
import { SignedCopy } from "./signed-copy.ts"

/** What is recorded of a signed copy. */
export interface SignedCopyDetails {
  roundId: string
  number: string
  signedOn: CalendarDate
  signer: string
  fileIds: readonly string[]
}

/**
 * Attaches the signed report to a locked round. One that was attached before stays in the history of the round.
 * @returns the signed copy, or refusals: those of `recordRow`, `attachFiles` and `signedCopyRefusals`, ROUND_NOT_LOCKED,
 * NOT_A_PDF, REASON_MISSING
 */
export async function recordSignedCopy(
  ctx: RecordingContext,
  request: RecordingRequest,
  details: SignedCopyDetails,
): Promise<Outcome<SignedCopy>> {
  const roundId = uuidOf(details.roundId)
  if (roundId === null) return { refusals: [notFound("roundId", details.roundId)] }
  const refusals = signedCopyRefusals(details, ctx.today)
  if (refusals.length > 0) return { refusals }
  return recordRow(ctx, request, {
    entity: SignedCopy,
    table: "signed_copy",
    standing: null,
    action: "attached",
    columns: {
      round_id: roundId,
      number: details.number.trim(),
      signed_on: details.signedOn,
      signer: details.signer.trim(),
      file_ids: eachOnce(details.fileIds),
      recorded_by: ctx.viewer.name,
      recorded_on: ctx.today,
    },
    check: async (em, id) => {
      await requireStageOf(em, roundId, { stage: "LOCKED", field: "roundId" })
      await requireReason(em, request, roundId)
      await attachFiles(em, ctx.viewer, details.fileIds, {
        field: "fileIds",
        owner: `signed_copy ${id}`,
        readable: readableFiles(ctx.viewer),
      })
      await requirePdf(em, details.fileIds)
    },
  })
}

/** What is wrong with a signed copy, by itself: NUMBER_MISSING, SIGNER_MISSING, TEXT_TOO_LONG, DATE_IN_FUTURE, ONE_FILE_NEEDED. */
export function signedCopyRefusals(details: SignedCopyDetails, today: CalendarDate): Refusal[] {
  const refusals = lengthRefusals(details, { number: LONGEST_LINE, signer: LONGEST_LINE })
  if (details.number.trim() === "")
    refusals.push({
      reason: "NUMBER_MISSING",
      field: "number",
      message: "Hãy ghi số, ký hiệu của văn bản đã ký, ví dụ 120/BC-SKHCN",
    })
  if (details.signer.trim() === "")
    refusals.push({ reason: "SIGNER_MISSING", field: "signer", message: "Hãy ghi chức vụ, họ tên người ký" })
  if (details.signedOn > today)
    refusals.push({
      reason: "DATE_IN_FUTURE",
      field: "signedOn",
      message: `Ngày ký ${inFigures(details.signedOn)} không được sau hôm nay, ${inFigures(today)}`,
    })
  if (eachOnce(details.fileIds).length !== 1)
    refusals.push({
      reason: "ONE_FILE_NEEDED",
      field: "fileIds",
      message: `Có ${details.fileIds.length} tệp; hãy đính kèm đúng một tệp PDF của bản đã ký`,
    })
  return refusals
}

/** Of a second one is said why. */
async function requireReason(
  em: EntityManager,
  { reason }: RecordingRequest,
  roundId: string,
): Promise<void> {
  const { rows } = await sql`select 1 from signed_copy where round_id = ${roundId} limit 1`.execute(
    em.getKysely<unknown>(),
  )
  if (rows.length > 0 && (reason == null || reason.trim() === ""))
    throw new Refused([
      {
        reason: "REASON_MISSING",
        field: "reason",
        message: "Kỳ này đã có bản ký; hãy ghi lý do thay bằng bản khác",
      },
    ])
}

async function requirePdf(em: EntityManager, fileIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ name: string }>`select name from evidence_file
    where id = any(${fileIds}::uuid[]) and media_type is distinct from 'application/pdf'`.execute(
    em.getKysely<unknown>(),
  )
  if (rows[0] !== undefined)
    throw new Refused([
      {
        reason: "NOT_A_PDF",
        field: "fileIds",
        message: `Tệp “${rows[0].name}” không phải PDF; bản đã ký phải là tệp PDF`,
      },
    ])
}
