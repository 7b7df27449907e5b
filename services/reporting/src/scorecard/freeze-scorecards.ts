import { createHash } from "node:crypto"
import { type CalendarDate, inFigures } from "@plan43/calendar"
import {
  LONGEST_LINE,
  LONGEST_TEXT,
  lengthRefusals,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  type Refusal,
  recordRow,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { gatherContent } from "./score-content.ts"
import { methodInForce, type ScoreMethod } from "./score-method.ts"
import { requireScorable, type ScorePeriod } from "./score-period.ts"
import { ScorecardFreeze } from "./scorecard-freeze.ts"

/** What is said of scorecards that are kept. */
export interface FreezeDetails extends ScorePeriod {
  name: string
  note: string | null
}

/**
 * Keeps the scorecards of a period that has ended, with those of the period before, as they are now.
 * @param methods all versions of the method: the one in force on the last day is kept with them
 * @returns what was kept, or refusals: those of `recordRow`, NAME_MISSING, PERIOD_NOT_OVER, TEXT_TOO_LONG
 * @throws BAD_USER_INPUT as `requireScorable` does
 */
export async function freezeScorecards(
  ctx: RecordingContext,
  request: RecordingRequest,
  details: FreezeDetails,
  methods: readonly ScoreMethod[],
): Promise<Outcome<ScorecardFreeze>> {
  const { name, note, from, to } = details
  requireScorable({ from, to }, ctx.today)
  const refusals = freezeRefusals(details, ctx.today)
  if (refusals.length > 0) return { refusals }
  const { number, criteriaVersion, weights, basis, effectiveFrom } = methodInForce(methods, to)
  return recordRow(ctx, request, {
    entity: ScorecardFreeze,
    table: "scorecard_freeze",
    standing: null,
    columns: {
      name: name.trim(),
      note: note === null || note.trim() === "" ? null : note.trim(),
      from_day: from,
      to_day: to,
      recorded_on: ctx.today,
      recorded_by_name: ctx.viewer.name,
    },
    alsoWrite: async (em, id) => {
      const method = { number, criteriaVersion, weights, basis, effectiveFrom }
      const content = JSON.stringify(await gatherContent(em, { from, to }, method, ctx.today))
      const sha256 = createHash("sha256").update(content).digest("hex")
      await sql`insert into scorecard_content (freeze_id, content, sha256) values (${id}, ${content}, ${sha256})`.execute(
        em.getKysely<unknown>(),
      )
    },
  })
}

function freezeRefusals({ name, note, to }: FreezeDetails, today: CalendarDate): Refusal[] {
  return [
    ...lengthRefusals({ name, note }, { name: LONGEST_LINE, note: LONGEST_TEXT }),
    ...(name.trim() === ""
      ? [
          {
            reason: "NAME_MISSING",
            field: "name",
            message: "Hãy đặt tên cho bản chốt, ví dụ “Đánh giá năm 2026”",
          },
        ]
      : []),
    ...(to >= today
      ? [
          {
            reason: "PERIOD_NOT_OVER",
            field: "to",
            message: `Kỳ đánh giá chưa hết: ngày cuối ${inFigures(to)}, hôm nay ${inFigures(today)}; chỉ chốt được kỳ đã kết thúc`,
          },
        ]
      : []),
  ]
}
