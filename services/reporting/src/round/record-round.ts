import type { EntityManager } from "@mikro-orm/postgresql"
import type { CalendarDate } from "@plan43/calendar"
import { announce } from "@plan43/outbox"
import {
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  recordRow,
  type StandingRow,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { prefillLines } from "../prefill/prefill-lines.ts"
import { includeAccepted } from "../report/include-accepted.ts"
import { freezeSynthesis } from "../synthesis/freeze-synthesis.ts"
import { type AskedDetails, askedColumns, requireKnown } from "../template/asked.ts"
import { requireTemplate } from "../template/require-template.ts"
import { prepareReports } from "./prepare-reports.ts"
import { ReportingRound, type RoundKind } from "./round.ts"
import { roundRefusals } from "./round-refusals.ts"
import { requireStage } from "./round-stage.ts"

/** All that is recorded of a round before it opens; an update gives all of it again. */
export interface RoundDetails extends AskedDetails {
  kind: RoundKind
  name: string
  /** The template that it was filled in from, and which version of it; null: none. */
  templateId: string | null
  templateVersion: number | null
  cutOffOn: CalendarDate
  agenciesDueOn: CalendarDate
  cityDueOn: CalendarDate
  governmentDueOn: CalendarDate | null
}

const ROW = { entity: ReportingRound, table: "round" } as const

/**
 * Records a new round, or with `standing` replaces what is recorded of one that is not open yet.
 * @returns the round, or refusals: those of `recordRow`, `roundRefusals`, `requireKnown` and `requireTemplate`, ROUND_OPENED
 */
export async function recordRound(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow | null,
  details: RoundDetails,
): Promise<Outcome<ReportingRound>> {
  const refusals = roundRefusals(details)
  if (refusals.length > 0) return { refusals }
  return recordRow(ctx, request, {
    ...ROW,
    standing,
    columns: {
      kind: details.kind,
      name: details.name.trim(),
      ...askedColumns(details),
      template_id: details.templateId,
      template_version: details.templateVersion === null ? null : String(details.templateVersion),
      cut_off_on: details.cutOffOn,
      agencies_due_on: details.agenciesDueOn,
      city_due_on: details.cityDueOn,
      government_due_on: details.governmentDueOn,
    },
    check: async (em, id) => {
      if (standing !== null) await requireStage(em, id, "PREPARED")
      await requireKnown(em, details)
      await requireTemplate(em, id, details)
    },
  })
}

/**
 * Opens a round: prepares a report for each agency that answers today for what the round asks of the plan, with a line for each
 * of its tasks and indicators, filled with what was recorded by the cut-off, and one for each question.
 * @returns the round, or refusals: those of `recordRow`, ROUND_OPENED, NOBODY_TO_REPORT
 */
export function openRound(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
): Promise<Outcome<ReportingRound>> {
  return recordRow(ctx, request, {
    ...ROW,
    standing,
    action: "opened",
    columns: { opened_on: ctx.today },
    check: (em, id) => requireStage(em, id, "PREPARED"),
    alsoWrite: async (em, id) => {
      await prepareReports(em, id, ctx.today)
      await fillLines(em, id, ctx.today)
      await tellOpened(em, ctx, id)
    },
  })
}

/**
 * Fills the lines of reports that are still being written again, with what was recorded since: a round opens before its
 * cut-off. What was answered stays as it is.
 * @returns the round, or refusals: those of `recordRow`, ROUND_NOT_OPEN
 */
export function refillRound(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
): Promise<Outcome<ReportingRound>> {
  return recordRow(ctx, request, {
    ...ROW,
    standing,
    action: "refilled",
    columns: { filled_on: null },
    check: (em, id) => requireStage(em, id, "OPEN"),
    alsoWrite: (em, id) => fillLines(em, id, ctx.today),
  })
}

async function fillLines(em: EntityManager, roundId: string, today: CalendarDate): Promise<void> {
  await prefillLines(em, roundId, today)
  await sql`update round set filled_on = least(cut_off_on, ${today}::date) where id = ${roundId}`.execute(
    em.getKysely<unknown>(),
  )
}

async function tellOpened(em: EntityManager, { viewer }: RecordingContext, roundId: string): Promise<void> {
  const { rows } = await sql<{ agencyIds: string[]; roundName: string; dueOn: CalendarDate }>`
    select array(select agency_id from agency_report where round_id = round.id) as "agencyIds", name as "roundName",
      agencies_due_on as "dueOn"
    from round where id = ${roundId}`.execute(em.getKysely<unknown>())
  for (const { agencyIds, ...data } of rows)
    await announce(em, {
      type: "round.opened",
      subject: { kind: "ReportingRound", id: roundId },
      agencyIds,
      actor: viewer.id,
      data,
    })
}

/**
 * Locks a round: the reports that were accepted are included, and what its report is written from is frozen; from then on
 * nothing of it changes.
 * @returns the round, or refusals: those of `recordRow`, ROUND_NOT_OPEN, ROUND_LOCKED
 */
export function lockRound(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
): Promise<Outcome<ReportingRound>> {
  return recordRow(ctx, request, {
    ...ROW,
    standing,
    action: "locked",
    columns: {},
    stamped: ["locked_at"],
    check: (em, id) => requireStage(em, id, "OPEN"),
    alsoWrite: async (em, id) => {
      await includeAccepted(em, ctx, id)
      await freezeSynthesis(em, id, ctx.today)
    },
  })
}

/** Withdraws a round that was never opened. @returns the round, or refusals: those of `recordRow`, REASON_MISSING, ROUND_OPENED */
export function withdrawRound(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
): Promise<Outcome<ReportingRound>> {
  return recordRow(ctx, request, {
    ...ROW,
    standing,
    action: "withdrawn",
    reasonNeeded: "Hãy ghi lý do rút kỳ báo cáo này",
    columns: {},
    stamped: ["withdrawn_at"],
    check: (em, id) => requireStage(em, id, "PREPARED"),
  })
}
