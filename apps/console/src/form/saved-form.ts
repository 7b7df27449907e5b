import { useEffect, useRef, useState } from "react"
import type { FieldValues } from "react-hook-form"
import { isTyped } from "./changed-meanwhile.ts"
import { type DraftedForm, useDraftedForm } from "./drafted-form.ts"
import type { SaveState } from "./save-state.ts"
import { fieldOf, type UserError } from "./user-error.ts"
import type { z } from "./zod.ts"

/** What is typed is sent so long after the last key, in milliseconds. */
const AFTER_TYPING = 1_500
/** What got no answer is sent again after so long, and then ever later, in milliseconds. */
const FIRST_RETRY = 4_000
const LAST_RETRY = 60_000

/** A form that saves itself. */
export interface SavedForm<Typed extends FieldValues, Read> {
  drafted: DraftedForm<Typed, Read>
  state: SaveState
  /** What the graph has against it that no field is about. */
  unplaced: readonly UserError[]
  /** Sends what is typed now. */
  saveNow: () => void
}

/** What a form saves, and how. */
interface Saving<Typed extends FieldValues, Read> {
  /** Of the draft, e.g. "report-line/0190…" */
  name: string
  /** Reads what is typed into what is sent. */
  schema: z.ZodType<Read, Typed>
  /** The row as it now stands, as it is typed. */
  standing: Typed
  /** Sends over the row as it now stands; null where no answer came. */
  send: (values: Read, idempotencyKey: string) => Promise<{ userErrors: readonly UserError[] } | null>
  /** Asks for the row as it now stands. */
  readAgain: () => Promise<unknown>
}

/**
 * Keeps what is typed over a row in this browser and sends it: a moment after the last key, when one leaves the form, and
 * again where no answer came. What somebody else wrote meanwhile is asked about at its field before anything is sent over it.
 */
export function useSavedForm<Typed extends FieldValues, Read>({
  name,
  schema,
  standing,
  send,
  readAgain,
}: Saving<Typed, Read>): SavedForm<Typed, Read> {
  // While an answer is awaited the row stands as it was: what comes back is the own, nobody else's
  const [held, setHeld] = useState<Typed | null>(null)
  const drafted = useDraftedForm(name, schema, held ?? standing)
  const [state, setState] = useState<SaveState>(drafted.restored ? "TYPED" : "SAVED")
  const [unplaced, setUnplaced] = useState<readonly UserError[]>([])
  const running = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const retryAfter = useRef(FIRST_RETRY)
  /** Whether its screen was left: what is not sent by then stays a draft. */
  const left = useRef(false)
  const { form, meanwhile } = drafted
  const contested = Object.values(meanwhile.changes).some(({ outcome }) => outcome === "CONTESTED")

  async function save(): Promise<void> {
    clearTimeout(timer.current)
    if (running.current) return
    const typed = form.getValues()
    if (!isTyped(standing, typed)) {
      form.clearErrors()
      return setState("SAVED")
    }
    if (contested) return setState("CONTESTED")
    const read = schema.safeParse(typed)
    form.clearErrors()
    setUnplaced([])
    if (!read.success) {
      const complaints = read.error.issues.map(({ path, message }) => ({
        reason: "UNREADABLE",
        field: String(path[0] ?? ""),
        message,
      }))
      setUnplaced(placeErrors(complaints))
      return setState("INCOMPLETE")
    }
    running.current = true
    setHeld(standing)
    setState("SAVING")
    const payload = await send(read.data, drafted.keyFor(read.data))
    running.current = false
    setHeld(null)
    if (payload === null) {
      setState("UNSENT")
      if (!left.current) timer.current = setTimeout(() => saveLatest.current(), retryAfter.current)
      retryAfter.current = Math.min(LAST_RETRY, retryAfter.current * 2)
      return
    }
    retryAfter.current = FIRST_RETRY
    if (payload.userErrors.length === 0) {
      drafted.sent(typed)
      return isTyped(typed, form.getValues()) ? soon() : setState("SAVED")
    }
    if (payload.userErrors.some(({ reason }) => reason === "VERSION_STALE")) {
      await readAgain()
      return soon()
    }
    setUnplaced(placeErrors(payload.userErrors))
    setState("REFUSED")
  }

  function placeErrors(errors: readonly UserError[]): UserError[] {
    for (const error of errors) {
      const field = fieldOf(form, error)
      if (field !== null) form.setError(field, { type: error.reason, message: error.message })
    }
    return errors.filter((error) => fieldOf(form, error) === null)
  }

  function soon(): void {
    setState("TYPED")
    clearTimeout(timer.current)
    if (!left.current) timer.current = setTimeout(() => saveLatest.current(), AFTER_TYPING)
  }

  const saveLatest = useRef<() => void>(() => undefined)
  const soonLatest = useRef<() => void>(() => undefined)
  useEffect(() => {
    saveLatest.current = () => void save()
    soonLatest.current = soon
  })
  useEffect(() => {
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => {
        if (!running.current) soonLatest.current()
      },
    })
    const online = () => saveLatest.current()
    window.addEventListener("online", online)
    left.current = false
    return () => {
      left.current = true
      stop()
      window.removeEventListener("online", online)
      clearTimeout(timer.current)
    }
  }, [form])
  // What was typed before the screen was left is sent now; what the person decided, once they have
  useEffect(() => {
    if (!contested) saveLatest.current()
  }, [contested])

  return { drafted, state, unplaced, saveNow: () => void save() }
}
