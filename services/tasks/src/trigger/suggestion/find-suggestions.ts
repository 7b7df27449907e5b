import type { CalendarDate } from "@plan43/calendar"
import { batched, type RequestContext } from "@plan43/subgraph"
import { sql } from "kysely"
import { Task } from "../../task/task.ts"
import { Trigger } from "../trigger.ts"
import { type DocumentSuggestion, KnownDocument } from "./document-suggestion.ts"
import { KNOWN_FOR, knownDocumentId, knownDocuments, suggestionId } from "./known-documents.ts"

/** The known documents with their tasks, and which of the awaited documents each may be. */
export interface Suggestions {
  documents: KnownDocument[]
  suggestions: DocumentSuggestion[]
}

/** All of them: a short list that ships with the program, two statements whatever is asked of it. */
const everySuggestion = batched(async (ctx, keys: readonly "all"[]): Promise<Suggestions[]> => {
  const db = ctx.em.getKysely<unknown>()
  const codes = knownDocuments.flatMap(({ taskCodes }) => taskCodes)
  const [{ rows: tasks }, { rows: triggers }, { rows: declined }] = await Promise.all([
    sql<{ code: string }>`select t.* from task t join plan p on p.id = t.plan_id
      where p.number = ${KNOWN_FOR.number} and p.issued_on = ${KNOWN_FOR.issuedOn}::date
        and t.withdrawn_at is null and t.code = any(${codes}::text[]) order by t.position`.execute(db),
    sql<{ codes: string[]; id: string }>`select g.*, array_agg(t.code) as codes from awaited_document g
      join task_trigger tt on tt.trigger_id = g.id join task t on t.id = tt.task_id join plan p on p.id = t.plan_id
      where p.number = ${KNOWN_FOR.number} and p.issued_on = ${KNOWN_FOR.issuedOn}::date
        and t.withdrawn_at is null and g.withdrawn_at is null and t.code = any(${codes}::text[])
      group by g.id order by g.position, g.id`.execute(db),
    sql<{
      id: string
      recorded_on: CalendarDate
    }>`select id, recorded_on from declined_proposal`.execute(db),
  ])
  const declinedOn = new Map(declined.map(({ id, recorded_on }) => [id, recorded_on]))
  const taskOf = new Map(tasks.map((row) => [row.code, ctx.em.map(Task, row as never)]))
  const documents = knownDocuments.map((known) =>
    Object.assign(new KnownDocument(), known, {
      id: knownDocumentId(known),
      tasks: known.taskCodes.flatMap((code) => taskOf.get(code) ?? []),
    }),
  )
  const suggestions = triggers.flatMap(({ codes: waiting, ...columns }) => {
    const trigger = ctx.em.map(Trigger, columns as never)
    return documents
      .filter(({ taskCodes }) => waiting.some((code) => taskCodes.includes(code)))
      .map((document) => {
        const id = suggestionId(document.id, trigger.id)
        return { id, document, trigger, declinedOn: declinedOn.get(id) ?? null }
      })
  })
  return keys.map(() => ({ documents, suggestions }))
})

/** The documents known to have been issued, and what each may be. */
export function suggestionsNow(ctx: RequestContext): Promise<Suggestions> {
  return everySuggestion(ctx, "all")
}
