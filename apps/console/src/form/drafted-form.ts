import { zodResolver } from "@hookform/resolvers/zod"
import { useEffect, useRef, useState } from "react"
import {
  type DefaultValues,
  type FieldPath,
  type FieldPathValue,
  type FieldValues,
  type UseFormReturn,
  useForm,
} from "react-hook-form"
import { useSession } from "../session/session.ts"
import { type ChangesMeanwhile, changesMeanwhile, isTyped, type Meanwhile } from "./changed-meanwhile.ts"
import { type Draft, draftOf, forgetDraft, keepDraft } from "./draft.ts"
import { useRequestKeys } from "./idempotency-key.ts"
import type { z } from "./zod.ts"

/** A form whose values are kept while they are typed. */
export interface DraftedForm<Typed extends FieldValues, Read> {
  form: UseFormReturn<Typed, unknown, Read>
  /** Whether it began with what was typed earlier. */
  restored: boolean
  /** What others changed in the row meanwhile. */
  meanwhile: Meanwhile
  /** The key under which values are sent: the same for the same, also after the browser was closed before the answer. */
  keyFor: (values: Read) => string
  /** Gives up what was typed. */
  discard: () => void
  /**
   * What was typed has been sent.
   * @param what as it was sent, where somebody may have typed on meanwhile: that stays a draft
   */
  sent: (what?: Typed) => void
}

/**
 * @param name of the draft: the form, and the row where it changes one, e.g. "partner/0190…"
 * @param schema reads what is typed into what is sent
 * @param standing what the form holds at first; where it changes a row, the row as it now stands
 */
export function useDraftedForm<Typed extends FieldValues, Read>(
  name: string,
  schema: z.ZodType<Read, Typed>,
  standing: Typed,
): DraftedForm<Typed, Read> {
  const { person } = useSession()
  // Whose the form is does not change while it is open: a session that ended leaves it theirs
  const [owner] = useState(person?.id ?? "")
  const [draft, setDraft] = useState(() => draftOver(standing, owner, name))
  const { requestFor, taken } = useRequestKeys(draft?.request ?? null)
  const [base, setBase] = useState(() => ({ ...standing, ...draft?.base }))
  const [changes, setChanges] = useState<ChangesMeanwhile>({})
  const form = useForm<Typed, unknown, Read>({
    resolver: zodResolver(schema),
    defaultValues: { ...standing, ...draft?.values } as DefaultValues<Typed>,
  })
  // What was sent is no draft until somebody types on, whatever the row, or a field that follows it, says meanwhile
  const isSent = useRef(false)
  useEffect(() => {
    const keep = (values: Typed) => {
      if (isTyped(base, values) && !isSent.current)
        keepDraft(owner, name, { values, base, request: draftOf(owner, name)?.request ?? null })
      else forgetDraft(owner, name)
    }
    // What followed somebody else's change, or was sent, was compared with the base of before
    keep(form.getValues())
    return form.subscribe({
      formState: { values: true },
      callback({ values, type }) {
        // Only an event of the page has a type: a value that was set has none
        if (type !== undefined) isSent.current = false
        keep(values)
      },
    })
  }, [form, owner, name, base])
  function take(field: string) {
    const path = field as FieldPath<Typed>
    form.setValue(path, standing[field] as FieldPathValue<Typed, typeof path>)
    form.clearErrors(path)
  }
  // Watched by what it says: the row is a new object whenever the screen is drawn
  const stands = JSON.stringify(standing)
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at when the row changes, not whenever somebody types
  useEffect(() => {
    const found = changesMeanwhile(base, standing, form.getValues())
    if (Object.keys(found).length === 0) return
    setChanges((known) => ({ ...known, ...found }))
    const followed = Object.keys(found).filter((field) => found[field]?.outcome === "FOLLOWED")
    for (const field of followed) take(field)
    setBase((known) => ({ ...known, ...pick(standing, followed) }))
  }, [stands])
  return {
    form,
    restored: draft !== null,
    meanwhile: {
      changes,
      decide(field, whose) {
        if (whose === "THEIRS") take(field)
        setBase((known) => ({ ...known, ...pick(standing, [field]) }))
        setChanges(({ [field]: change, ...others }) =>
          change === undefined
            ? others
            : { ...others, [field]: { ...change, outcome: whose === "MINE" ? "KEPT" : "FOLLOWED" } },
        )
      },
    },
    keyFor(values) {
      // Whatever the row says by now: what it says may come of this very request, whose answer got lost
      const request = requestFor(values)
      keepDraft(owner, name, { values: form.getValues(), base, request })
      return request.key
    },
    discard() {
      form.reset(standing)
      forgetDraft(owner, name)
      setBase(standing)
      setChanges({})
      setDraft(null)
    },
    sent(what = form.getValues()) {
      isSent.current = !isTyped(what, form.getValues())
      taken()
      if (isSent.current) forgetDraft(owner, name)
      setBase(what)
      setChanges({})
    },
  }
}

/** @returns null also where the row already says all that was typed: its sending succeeded, though no answer came */
function draftOver(standing: FieldValues, owner: string, name: string): Draft | null {
  const draft = draftOf(owner, name)
  if (draft === null || isTyped({ ...draft.base, ...standing }, draft.values)) return draft
  forgetDraft(owner, name)
  return null
}

function pick<Row extends FieldValues>(row: Row, fields: readonly string[]): Partial<Row> {
  return Object.fromEntries(fields.map((field) => [field, row[field]])) as Partial<Row>
}
