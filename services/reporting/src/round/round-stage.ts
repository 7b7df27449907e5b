import type { EntityManager } from "@mikro-orm/postgresql"
import { Refused } from "@plan43/subgraph"
import { type RawBuilder, sql } from "kysely"
import { registerEnumType } from "type-graphql"
import type { ReportingRound } from "./round.ts"

/** How far a round has come: it is prepared, then open for reports, then locked for good. */
export const RoundStage = { PREPARED: "PREPARED", OPEN: "OPEN", LOCKED: "LOCKED" } as const
export type RoundStage = keyof typeof RoundStage
registerEnumType(RoundStage, { name: "RoundStage", description: "How far a round has come" })

/** How far a round has come. */
export function stageOf({ openedOn, lockedAt }: Pick<ReportingRound, "openedOn" | "lockedAt">): RoundStage {
  if (lockedAt !== null) return "LOCKED"
  return openedOn === null ? "PREPARED" : "OPEN"
}

/** The same in SQL, of a round with this alias. */
export function stageIn(alias: string): RawBuilder<RoundStage> {
  const round = sql.ref(alias)
  return sql`case when ${round}.locked_at is not null then 'LOCKED' when ${round}.opened_on is null then 'PREPARED'
    else 'OPEN' end`
}

/** Why something that needs a stage cannot be done at another, in words. */
const NOT_AT: Readonly<Record<RoundStage, { reason: string; message: string }>> = {
  PREPARED: { reason: "ROUND_OPENED", message: "Kỳ báo cáo đã mở, không sửa hoặc rút được nữa" },
  OPEN: { reason: "ROUND_NOT_OPEN", message: "Kỳ báo cáo không mở: chưa mở hoặc đã khóa" },
  LOCKED: { reason: "ROUND_NOT_LOCKED", message: "Chỉ làm được việc này với kỳ báo cáo đã khóa" },
}

/**
 * The same of a round that an input names by another field than `id`.
 * @throws Refused as `requireStage`, at that field
 */
export async function requireStageOf(
  em: EntityManager,
  roundId: string,
  { stage, field }: { stage: RoundStage; field: string },
): Promise<void> {
  try {
    await requireStage(em, roundId, stage)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    throw new Refused(error.refusals.map((refusal) => ({ ...refusal, field })))
  }
}

/**
 * Keeps a round from being moved on until the transaction ends.
 * @throws Refused when it is not at the stage: ROUND_OPENED, ROUND_NOT_OPEN, ROUND_NOT_LOCKED
 */
export async function requireStage(em: EntityManager, roundId: string, stage: RoundStage): Promise<void> {
  const { rows } = await sql<{ openedOn: ReportingRound["openedOn"]; lockedAt: Date | null }>`
    select opened_on as "openedOn", locked_at as "lockedAt" from round where id = ${roundId} for share`.execute(
    em.getKysely<unknown>(),
  )
  const [round] = rows
  if (round === undefined || stageOf(round) !== stage) throw new Refused([{ field: "id", ...NOT_AT[stage] }])
}
