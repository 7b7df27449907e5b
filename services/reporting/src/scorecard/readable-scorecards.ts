import { readableBy } from "@plan43/agency-scope"
import { hasScope, type RequestContext, type RowRule } from "@plan43/subgraph"
import { type SqlBool, sql } from "kysely"
import type { ScoreSubject } from "./score-subject.ts"

type Viewer = RequestContext["viewer"]

/** Scorecards of agencies: all, or that of the own agency and of those that it followed; none is ever public. */
const OF_AGENCIES: RowRule = { all: "scorecards:read", own: "scorecards:read:own" }

/** Whose scorecards somebody may read; one statement. */
export async function readableSubjects(ctx: RequestContext): Promise<(subject: ScoreSubject) => boolean> {
  const { rows } = await sql<{ id: string }>`select a.id from agency_reference a
    where ${readableBy(ctx.viewer, OF_AGENCIES, {
      published: sql<SqlBool>`false`,
      concerns: (agencies) => sql<SqlBool>`a.id in (${agencies})`,
    })}`.execute(ctx.em.getKysely<unknown>())
  const agencies = new Set(rows.map(({ id }) => id))
  return (subject) =>
    subject.kind === "AGENCY" ? agencies.has(subject.agencyId) : mayReadPerson(ctx.viewer, subject)
}

/**
 * Scorecards of people: whoever reads all, the head those of the own agency, everybody the own one. Results of named officials are
 * for appraisal: nobody else sees them.
 */
function mayReadPerson(viewer: Viewer, { agencyId, person }: ScoreSubject): boolean {
  if (viewer === null || person === null) return false
  if (hasScope(viewer, "scorecards:read")) return true
  if (hasScope(viewer, "scorecards:people:own") && viewer.agencyId === agencyId) return true
  if (!hasScope(viewer, "scorecards:read:own")) return false
  return person.subject === null
    ? person.email !== null && person.email === viewer.email?.toLowerCase()
    : person.subject === viewer.id
}
