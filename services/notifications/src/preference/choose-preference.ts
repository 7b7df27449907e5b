import {
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  Refused,
  type RequestContext,
  recordRow,
  versionStale,
} from "@plan43/subgraph"
import type { NoticeTopic } from "../notice/notice-topic.ts"
import { NoticePreference } from "./notice-preference.ts"

/** What somebody chooses; a change gives all of it again. */
export interface ChosenPreference {
  muted: NoticeTopic[]
  byEmail: boolean
  digest: boolean
}

/** How the viewer wishes to be told. */
export async function preferenceOf({ em, viewer }: RequestContext): Promise<NoticePreference> {
  const chosen = viewer === null ? null : await em.findOne(NoticePreference, { subject: viewer.id })
  return chosen ?? NoticePreference.untouched()
}

/**
 * Replaces what the viewer has chosen.
 * @param version of the choice that it is based on; 0: of none
 * @returns the choice, or refusals: VERSION_STALE
 */
export async function choosePreference(
  ctx: RecordingContext,
  request: RecordingRequest,
  version: number,
  { muted, byEmail, digest }: ChosenPreference,
): Promise<Outcome<NoticePreference>> {
  const { id: subject, email = null } = ctx.viewer
  const chosen = await ctx.em.fork().findOne(NoticePreference, { subject })
  if (chosen === null && version !== 0) return { refusals: [versionStale(version, 0)] }
  return recordRow(ctx, request, {
    entity: NoticePreference,
    table: "preference",
    standing: version === 0 || chosen === null ? null : { id: chosen.id, version },
    check: async (em) => {
      if (version !== 0) return
      const standing = await em.findOne(NoticePreference, { subject })
      if (standing !== null) throw new Refused([versionStale(0, standing.version)])
    },
    columns: {
      subject,
      email: email?.toLowerCase() ?? null,
      muted: [...new Set(muted)],
      by_email: String(byEmail),
      digest: String(digest),
    },
  })
}
