import {
  LONGEST_TEXT,
  lengthRefusals,
  notFound,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  Refused,
  recordAudit,
  recordOnce,
  uuidOf,
} from "@plan43/subgraph"
import { sql } from "kysely"

/** What the program proposes about documents, by identifier: a merge, or that a known document is an awaited one. */
export interface Proposal {
  id: string
  /** Whether it is proposed now. */
  proposed: boolean
}

/**
 * Keeps that a coordinator declined a proposal; it is shown as declined from then on.
 * @returns its identifier, or refusals: NOT_FOUND, TEXT_TOO_LONG, IDEMPOTENCY_KEY_MALFORMED, IDEMPOTENCY_KEY_REUSED
 */
export function declineProposal(
  ctx: RecordingContext,
  request: RecordingRequest,
  proposal: Proposal,
): Promise<Outcome<string>> {
  return write(ctx, request, proposal, "declined")
}

/** Takes back that a proposal was declined. */
export function reconsiderProposal(
  ctx: RecordingContext,
  request: RecordingRequest,
  proposal: Proposal,
): Promise<Outcome<string>> {
  return write(ctx, request, proposal, "reconsidered")
}

async function write(
  ctx: RecordingContext,
  request: RecordingRequest,
  { id, proposed }: Proposal,
  act: "declined" | "reconsidered",
): Promise<Outcome<string>> {
  const proposalId = uuidOf(id)
  const tooLong = lengthRefusals(request, { reason: LONGEST_TEXT })
  if (tooLong.length > 0) return { refusals: tooLong }
  if (proposalId === null) return { refusals: [notFound("id", id)] }
  const { viewer, today } = ctx
  const reason = request.reason?.trim() || null
  return recordOnce(ctx, request, { id: proposalId, act, reason }, proposalId, {
    write: async (em) => {
      if (!proposed) throw new Refused([notFound("id", id)])
      const db = em.getKysely<unknown>()
      await (act === "declined"
        ? sql`insert into declined_proposal (id, reason, recorded_on, recorded_by, recorded_by_name)
            values (${proposalId}, ${reason}, ${today}::date, ${viewer.id}, ${viewer.name}) on conflict (id) do nothing`
        : sql`delete from declined_proposal where id = ${proposalId}`
      ).execute(db)
      await recordAudit(em, ctx, {
        action: `declined_proposal.${act}`,
        entity: "declined_proposal",
        entityId: proposalId,
        before: null,
        after: null,
        reason,
      })
    },
    read: (_em, recordedId) => Promise.resolve(recordedId),
  })
}
