import type { EntityManager } from "@mikro-orm/postgresql"
import { attachFiles, eachOnce } from "@plan43/evidence"
import {
  hasScope,
  LONGEST_TEXT,
  lengthRefusals,
  notFound,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  type Refusal,
  Refused,
  recordRow,
  type StandingRow,
  uuidOf,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { readableFiles } from "../evidence/files-of-tasks.ts"
import { Obstacle } from "./obstacle.ts"
import { documentOf, documentRefusals, type ObstacleDocument } from "./obstacle-document.ts"
import {
  MOVES,
  type ObstacleMove,
  type ObstacleState,
  stateAfter,
  TAKES_DUPLICATES,
} from "./obstacle-state.ts"
import { ownObstacles } from "./own-agencies.ts"
import { recordStep } from "./record-step.ts"
import { releaseDuplicates } from "./release-duplicates.ts"

/** What is said when an obstacle goes on. */
export interface MoveDetails {
  /** The question, reason, decision or answer. */
  words: string | null
  document: ObstacleDocument | null
  /** The obstacle as which it goes on; of a merge only. */
  intoId: string | null
}

/**
 * Takes an obstacle on by one step.
 * @returns the obstacle, or refusals: those of `recordRow`, WORDS_MISSING, DOCUMENT_MISSING, DOCUMENT_INCOMPLETE,
 * DATE_IN_FUTURE, LINK_MALFORMED, NOT_POSSIBLE_NOW, MERGED_INTO_ITSELF, HAS_DUPLICATES, TARGET_NOT_OPEN,
 * FILE_NOT_READY, TOO_MANY_FILES
 */
export async function advanceObstacle(
  ctx: RecordingContext,
  request: RecordingRequest,
  move: ObstacleMove,
  standing: StandingRow,
  details: MoveDetails,
): Promise<Outcome<Obstacle>> {
  const refusals = moveRefusals(move, details, ctx)
  if (refusals.length > 0) return { refusals }
  const { words, intoId } = details
  const document = details.document && documentOf(details.document)
  const fileIds = eachOnce(document?.fileIds ?? [])
  let next: ObstacleState | null = null
  let before: ObstacleState | null = null
  return recordRow(ctx, request, {
    entity: Obstacle,
    table: "obstacle",
    standing,
    action: move.toLowerCase().replaceAll("_", "-"),
    columns: {
      words: words?.trim() || null,
      document_number: document?.number ?? null,
      document_issued_on: document?.issuedOn ?? null,
      document_issuer: document?.issuer ?? null,
      document_link: document?.link ?? null,
      document_file_ids: fileIds,
      // The row's own check asks that only what is merged names another
      ...(move === "MERGE" ? { merged_into: intoId, state: "MERGED" } : {}),
    },
    check: async (em, id) => {
      const obstacle = await stored(em, id)
      if (MOVES[move].by === "RAISER" && !(await actsFor(em, ctx, id)))
        throw new Refused([notFound("id", id)])
      next = stateAfter(move, { state: obstacle.state, before: obstacle.state_before })
      if (next === null) throw new Refused([notPossible(obstacle.state)])
      if (move === "MERGE") await requireOpen(em, id, intoId ?? "")
      before = move === "MERGE" ? obstacle.state : null
      await attachFiles(em, ctx.viewer, fileIds, {
        field: "document.fileIds",
        owner: `obstacle_step ${id}`,
        readable: readableFiles(ctx.viewer),
      })
    },
    alsoWrite: async (em, id) => {
      if (next === null) return
      if (move === "UNMERGE")
        await sql`update obstacle set merged_into = null, state = ${next} where id = ${id}`.execute(
          em.getKysely<unknown>(),
        )
      // Before the step itself, of which only those hear whose obstacle it is
      if (move === "WITHDRAW") await releaseDuplicates(em, ctx, id)
      await recordStep(em, ctx, id, { action: move, to: next, before })
    },
  })
}

async function stored(em: EntityManager, id: string) {
  const { rows } = await sql<{
    state: ObstacleState
    state_before: ObstacleState | null
  }>`select state, state_before from obstacle where id = ${id}`.execute(em.getKysely<unknown>())
  if (rows[0] === undefined) throw new Refused([notFound("id", id)])
  return rows[0]
}

async function actsFor(em: EntityManager, ctx: RecordingContext, id: string): Promise<boolean> {
  return hasScope(ctx.viewer, "obstacles:write") || (await ownObstacles(em, ctx.viewer, [id])).includes(id)
}

/**
 * Keeps the obstacle that takes a duplicate from going on until the transaction ends.
 * @throws Refused with NOT_FOUND, MERGED_INTO_ITSELF, TARGET_NOT_OPEN or HAS_DUPLICATES
 */
async function requireOpen(em: EntityManager, id: string, intoId: string): Promise<void> {
  const db = em.getKysely<unknown>()
  const into = uuidOf(intoId)
  if (into === id) throw new Refused([MERGED_INTO_ITSELF])
  const { rows } = await sql<{ state: ObstacleState; number: number }>`
    select state, number from obstacle where id = ${into}::uuid for share`.execute(db)
  const [target] = rows
  if (target === undefined) throw new Refused([notFound("intoId", intoId)])
  if (!TAKES_DUPLICATES.includes(target.state))
    throw new Refused([
      {
        reason: "TARGET_NOT_OPEN",
        field: "intoId",
        message: `VM-${target.number} ${STATE_NAMES[target.state]}; chỉ gộp vào vướng mắc còn đang xử lý`,
      },
    ])
  const duplicates = await sql`select id from obstacle where merged_into = ${id} limit 1`.execute(db)
  if (duplicates.rows.length > 0) throw new Refused([HAS_DUPLICATES])
}

const MISSING_WORDS: Readonly<Record<ObstacleMove, string>> = {
  ACCEPT: "Hãy ghi ý kiến",
  RETURN: "Hãy ghi câu hỏi cho cơ quan nêu vướng mắc",
  REPLY: "Hãy ghi nội dung trả lời",
  DECLINE: "Hãy ghi lý do không tiếp nhận",
  SEND_UP: "Hãy ghi ý kiến trình Thành phố",
  DECIDE: "Hãy ghi nội dung Thành phố quyết định",
  ANSWER: "Hãy ghi nội dung trả lời cơ quan nêu vướng mắc",
  MERGE: "Hãy ghi ý kiến",
  UNMERGE: "Hãy ghi lý do tách lại",
  WITHDRAW: "Hãy ghi lý do rút vướng mắc",
}

/** What is wrong with what is said of a move, by itself: WORDS_MISSING, TEXT_TOO_LONG, DOCUMENT_MISSING and the document's. */
export function moveRefusals(
  move: ObstacleMove,
  { words, document }: Pick<MoveDetails, "words" | "document">,
  { today }: Pick<RecordingContext, "today">,
): Refusal[] {
  const refusals = lengthRefusals({ words }, { words: LONGEST_TEXT })
  if (MOVES[move].words === "NEEDED" && (words ?? "").trim() === "")
    refusals.push({ reason: "WORDS_MISSING", field: "words", message: MISSING_WORDS[move] })
  if (MOVES[move].document === "NEEDED" && document === null)
    refusals.push({
      reason: "DOCUMENT_MISSING",
      field: "document",
      message: "Hãy ghi văn bản của quyết định: số, ngày và cơ quan ban hành",
    })
  if (document !== null) refusals.push(...documentRefusals(document, today, "document"))
  return refusals
}

const STATE_NAMES: Readonly<Record<ObstacleState, string>> = {
  RAISED: "đang chờ sàng lọc",
  RETURNED: "đang chờ cơ quan trả lời câu hỏi",
  ACCEPTED: "đã tiếp nhận, đang xử lý",
  SENT_UP: "đã trình Thành phố",
  DECIDED: "đã có quyết định của Thành phố",
  ANSWERED: "đã được trả lời",
  DECLINED: "không được tiếp nhận",
  MERGED: "đã gộp vào vướng mắc khác",
  WITHDRAWN: "đã được rút",
}

function notPossible(state: ObstacleState): Refusal {
  return {
    reason: "NOT_POSSIBLE_NOW",
    field: "id",
    message: `Vướng mắc này ${STATE_NAMES[state]}; bước này không thực hiện được lúc này`,
  }
}

const MERGED_INTO_ITSELF = {
  reason: "MERGED_INTO_ITSELF",
  field: "intoId",
  message: "Không gộp được một vướng mắc vào chính nó",
}

const HAS_DUPLICATES = {
  reason: "HAS_DUPLICATES",
  field: "id",
  message: "Đã có vướng mắc khác được gộp vào vướng mắc này; hãy gộp theo chiều ngược lại",
}
