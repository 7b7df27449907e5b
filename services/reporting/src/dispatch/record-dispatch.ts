import { type CalendarDate, inFigures } from "@plan43/calendar"
import { attachFiles, eachOnce } from "@plan43/evidence"
import {
  LONGEST_LINE,
  LONGEST_TEXT,
  lengthRefusals,
  notFound,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  type Refusal,
  recordRow,
  uuidOf,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { readableFiles } from "../evidence/files-of-reporting.ts"
import type { Recipient } from "../recipient/recipient.ts"
import { requireStageOf } from "../round/round-stage.ts"
import { Dispatch } from "./dispatch.ts"

/** What is recorded of something that was sent. */
export interface DispatchDetails {
  roundId: string
  recipient: Recipient
  /** Of any other recipient only. */
  recipientName: string | null
  sentOn: CalendarDate
  means: string
  reference: string | null
  note: string | null
  fileIds: readonly string[]
}

/**
 * Records what somebody was sent of a locked round, with the very files and their SHA-256.
 * @returns the receipt, or refusals: those of `recordRow`, `attachFiles` and `dispatchRefusals`, ROUND_NOT_LOCKED
 */
export async function recordDispatch(
  ctx: RecordingContext,
  request: RecordingRequest,
  details: DispatchDetails,
): Promise<Outcome<Dispatch>> {
  const roundId = uuidOf(details.roundId)
  if (roundId === null) return { refusals: [notFound("roundId", details.roundId)] }
  const refusals = dispatchRefusals(details, ctx.today)
  if (refusals.length > 0) return { refusals }
  return recordRow(ctx, request, {
    entity: Dispatch,
    table: "dispatch",
    standing: null,
    action: "recorded",
    columns: {
      round_id: roundId,
      recipient: details.recipient,
      recipient_name: textOf(details.recipientName),
      sent_on: details.sentOn,
      means: details.means.trim(),
      reference: textOf(details.reference),
      note: textOf(details.note),
      file_ids: eachOnce(details.fileIds),
      recorded_by: ctx.viewer.name,
      recorded_on: ctx.today,
    },
    check: async (em, id) => {
      await requireStageOf(em, roundId, { stage: "LOCKED", field: "roundId" })
      await attachFiles(em, ctx.viewer, details.fileIds, {
        field: "fileIds",
        owner: `dispatch ${id}`,
        readable: readableFiles(ctx.viewer),
      })
    },
    alsoWrite: async (em, id) => {
      await sql`update dispatch sent set sha256s = array(
          select f.sha256 from unnest(sent.file_ids) with ordinality as named(id, place)
          join evidence_file f on f.id = named.id order by named.place)
        where sent.id = ${id}`.execute(em.getKysely<unknown>())
    },
  })
}

function textOf(text: string | null): string | null {
  return text === null || text.trim() === "" ? null : text.trim()
}

/**
 * What is wrong with a receipt, by itself: RECIPIENT_NAME_MISSING, RECIPIENT_NAME_NEEDLESS, MEANS_MISSING, FILE_MISSING,
 * DATE_IN_FUTURE, TEXT_TOO_LONG.
 */
export function dispatchRefusals(details: DispatchDetails, today: CalendarDate): Refusal[] {
  const refusals = lengthRefusals(details, {
    recipientName: LONGEST_LINE,
    means: LONGEST_LINE,
    reference: LONGEST_LINE,
    note: LONGEST_TEXT,
  })
  const refuse = (reason: string, field: keyof DispatchDetails, message: string) =>
    refusals.push({ reason, field, message })
  const named = textOf(details.recipientName) !== null
  if (details.recipient === "OTHER" && !named)
    refuse("RECIPIENT_NAME_MISSING", "recipientName", "Hãy ghi tên nơi nhận")
  if (details.recipient !== "OTHER" && named)
    refuse(
      "RECIPIENT_NAME_NEEDLESS",
      "recipientName",
      "Chỉ ghi tên nơi nhận khi chọn nơi nhận khác; hãy bỏ trống ô này",
    )
  if (details.means.trim() === "")
    refuse("MEANS_MISSING", "means", "Hãy ghi cách gửi, ví dụ trục liên thông văn bản")
  if (details.fileIds.length === 0)
    refuse("FILE_MISSING", "fileIds", "Hãy đính kèm đúng tệp đã gửi, để lưu cùng mã băm của tệp")
  if (details.sentOn > today)
    refuse(
      "DATE_IN_FUTURE",
      "sentOn",
      `Ngày gửi ${inFigures(details.sentOn)} không được sau hôm nay, ${inFigures(today)}`,
    )
  return refusals
}
