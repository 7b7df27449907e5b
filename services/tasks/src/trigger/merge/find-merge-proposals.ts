import type { CalendarDate } from "@plan43/calendar"
import type { RequestContext } from "@plan43/subgraph"
import { sql } from "kysely"
import type { Plan } from "../../plan/plan.ts"
import { suggestionsNow } from "../suggestion/find-suggestions.ts"
import { triggerById } from "../trigger.loader.ts"
import type { Trigger } from "../trigger.ts"
import type { DocumentMergeProposal } from "./document-merge-proposal.ts"
import { mergeProposals, type WordedDocument } from "./merge-proposals.ts"

/** The proposals among the documents of a plan that are still awaited and stand by themselves, declined ones included. */
export async function findMergeProposals(ctx: RequestContext, plan: Plan): Promise<DocumentMergeProposal[]> {
  const db = ctx.em.getKysely<unknown>()
  const [{ rows: worded }, { rows: declined }, { documents, suggestions }] = await Promise.all([
    sql<Omit<WordedDocument, "knownAs">>`
      select distinct on (g.position, g.id) g.id, g.kind, g.title, g.issuer, g.event, g.position, t.title as "taskTitle"
      from awaited_document g join task_trigger tt on tt.trigger_id = g.id join task t on t.id = tt.task_id
      where g.plan_id = ${plan.id} and g.withdrawn_at is null and t.withdrawn_at is null and g.issued_on is null
        and g.merged_into is null and not exists (select 1 from awaited_document m where m.merged_into = g.id)
      order by g.position, g.id, t.position`.execute(db),
    sql<{ id: string; recorded_on: CalendarDate; reason: string | null }>`
      select id, recorded_on, reason from declined_proposal`.execute(db),
    suggestionsNow(ctx),
  ])
  const refused = new Map(declined.map((each) => [each.id, each]))
  const nameOf = new Map(
    documents.map(({ id, number, name }) => [id, number ? `${name}, số ${number}` : name]),
  )
  const knownAs = Map.groupBy(suggestions, ({ trigger }) => trigger.id)
  const proposals = mergeProposals(
    plan,
    worded.map((each) => ({
      ...each,
      knownAs: (knownAs.get(each.id) ?? []).map(({ document }) => document.id),
    })),
  )
  return Promise.all(
    proposals.map(async ({ id, reason, common, documentIds }) => ({
      id,
      reason,
      common: nameOf.get(common) ?? common,
      documents: (await Promise.all(documentIds.map((each) => triggerById(ctx, each)))).filter(
        (each): each is Trigger => each !== null,
      ),
      declinedOn: refused.get(id)?.recorded_on ?? null,
      declinedBecause: refused.get(id)?.reason ?? null,
    })),
  )
}
