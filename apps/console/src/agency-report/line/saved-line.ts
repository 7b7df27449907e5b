import { useEffect, useRef, useState } from "react"
import type { FieldPath } from "react-hook-form"
import { graphql } from "../../__generated__/index.ts"
import { isTyped } from "../../form/changed-meanwhile.ts"
import { type DraftedForm, useDraftedForm } from "../../form/drafted-form.ts"
import type { UserError } from "../../form/user-error.ts"
import { useChange } from "../../graph/change-graph.ts"
import type { Failure } from "../../graph/failure.ts"
import type { Line } from "./ask-lines.ts"
import { type LineTyped, type LineValues, lineForm, typedOf } from "./line-form.ts"
import type { SaveState } from "./save-state.ts"

const SaveReportLineDocument = graphql(`
  mutation SaveReportLine($input: SaveReportLineInput!) {
    saveReportLine(input: $input) {
      line {
        id
        ...ReportLineFields
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

/** What is typed is sent so long after the last key, in milliseconds. */
const AFTER_TYPING = 1_500
/** What got no answer is sent again after so long, and then ever later, in milliseconds. */
const FIRST_RETRY = 4_000
const LAST_RETRY = 60_000

/** A line's form that saves itself. */
export interface SavedLine {
  drafted: DraftedForm<LineTyped, LineValues>
  state: SaveState
  /** What the graph has against it that no field is about. */
  unplaced: readonly UserError[]
  failure: Failure | null
  /** Sends what is typed now. */
  saveNow: () => void
}

/**
 * Keeps what is typed on a line in this browser and sends it: a moment after the last key, when one leaves the line, and
 * again where no answer came. What somebody else wrote meanwhile is asked about at its field before anything is sent over it.
 * @param readAgain asks for the lines as they now stand
 */
export function useSavedLine(line: Line, readAgain: () => Promise<unknown>): SavedLine {
  // While an answer is awaited the row stands as it was: what comes back is the own, nobody else's
  const [held, setHeld] = useState<LineTyped | null>(null)
  const drafted = useDraftedForm(`report-line/${line.id}`, lineForm, held ?? typedOf(line))
  const { change, failure } = useChange(SaveReportLineDocument, [])
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
    if (!isTyped(typedOf(line), typed)) {
      form.clearErrors()
      return setState("SAVED")
    }
    if (contested) return setState("CONTESTED")
    const read = lineForm.safeParse(typed)
    form.clearErrors()
    setUnplaced([])
    if (!read.success) {
      for (const { path, message } of read.error.issues)
        form.setError(path[0] as FieldPath<LineTyped>, { type: "typed", message })
      return setState("INCOMPLETE")
    }
    running.current = true
    setHeld(typedOf(line))
    setState("SAVING")
    const idempotencyKey = drafted.keyFor(read.data)
    const input = { ...read.data, id: line.id, version: line.version, idempotencyKey }
    const payload = (await change({ input }))?.saveReportLine ?? null
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
    const fields = Object.keys(form.getValues())
    for (const { field, reason, message } of errors)
      if (fields.includes(field)) form.setError(field as FieldPath<LineTyped>, { type: reason, message })
    return errors.filter(({ field }) => !fields.includes(field))
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

  return { drafted, state, unplaced, failure, saveNow: () => void save() }
}
