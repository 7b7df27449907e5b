import { zodResolver } from "@hookform/resolvers/zod"
import { useEffect, useState } from "react"
import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from "react-hook-form"
import type { z } from "zod"
import { useSession } from "../session/session.ts"
import { draftOf, forgetDraft, keepDraft } from "./draft.ts"

/** A form whose values are kept while they are typed. */
export interface DraftedForm<Typed extends FieldValues, Read> {
  form: UseFormReturn<Typed, unknown, Read>
  /** Whether it began with what was typed earlier. */
  restored: boolean
  /** Gives up what was typed. */
  discard: () => void
  /** What was typed has been sent. */
  sent: () => void
}

/**
 * @param name of the draft: the form, and the row where it changes one, e.g. "partner/0190…"
 * @param schema reads what is typed into what is sent
 * @param standing what the form holds at first
 */
export function useDraftedForm<Typed extends FieldValues, Read>(
  name: string,
  schema: z.ZodType<Read, Typed>,
  standing: Typed,
): DraftedForm<Typed, Read> {
  const { person } = useSession()
  // Whose the form is does not change while it is open: a session that ended leaves it theirs
  const [owner] = useState(person?.id ?? "")
  const [draft, setDraft] = useState(() => draftOf(owner, name))
  const form = useForm<Typed, unknown, Read>({
    resolver: zodResolver(schema),
    defaultValues: { ...standing, ...draft } as DefaultValues<Typed>,
  })
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => keepDraft(owner, name, values),
      }),
    [form, owner, name],
  )
  return {
    form,
    restored: draft !== null,
    discard() {
      form.reset(standing)
      forgetDraft(owner, name)
      setDraft(null)
    },
    sent: () => forgetDraft(owner, name),
  }
}
