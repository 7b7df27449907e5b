import { createContext, useContext } from "react"

/** The values of a form or of the row behind it, by field. */
export type Values = Readonly<Record<string, unknown>>

/** What became of a field that somebody else changed while the form was open. */
export interface ChangeMeanwhile {
  /** What the form was opened with. */
  was: unknown
  /** What stands in the row now. */
  now: unknown
  /**
   * FOLLOWED: nothing had been typed there, the form took the new value; CONTESTED: something else had been typed, the
   * person has to decide; KEPT: the person decided to write their own over it.
   */
  outcome: "FOLLOWED" | "CONTESTED" | "KEPT"
}

export type ChangesMeanwhile = Readonly<Record<string, ChangeMeanwhile>>

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/**
 * What others changed in a row while somebody typed, field by field.
 * @param base the row as it was when typing began, or as it was last decided about
 * @param standing the row as it now stands
 * @param typed what the fields hold
 * @returns fields that differ from the base; those to which the same was typed are no matter of anybody
 */
export function changesMeanwhile(base: Values, standing: Values, typed: Values): ChangesMeanwhile {
  const changed = Object.keys(standing).filter(
    (field) => !same(standing[field], base[field]) && !same(standing[field], typed[field]),
  )
  return Object.fromEntries(
    changed.map((field) => [
      field,
      {
        was: base[field],
        now: standing[field],
        outcome: same(typed[field], base[field]) ? "FOLLOWED" : "CONTESTED",
      } satisfies ChangeMeanwhile,
    ]),
  )
}

/** Whether anything was typed over the row. */
export function isTyped(base: Values, typed: Values): boolean {
  return Object.keys(typed).some((field) => !same(base[field], typed[field]))
}

/** Changes by others and how one decides about them. */
export interface Meanwhile {
  changes: ChangesMeanwhile
  /** THEIRS: the form takes what stands in the row; MINE: what was typed will be written over it. */
  decide: (field: string, whose: "THEIRS" | "MINE") => void
}

const MeanwhileContext = createContext<Meanwhile>({ changes: {}, decide: () => undefined })

export const MeanwhileProvider = MeanwhileContext.Provider

export function useMeanwhile(): Meanwhile {
  return useContext(MeanwhileContext)
}

/** A value of a field as one reads it. */
export function valueInWords(value: unknown, nameOf: (value: string) => string): string {
  if (Array.isArray(value)) return value.map((each) => valueInWords(each, nameOf)).join("; ") || "—"
  if (typeof value === "object" && value !== null && "name" in value) return String(value.name)
  return value === null || value === undefined || value === "" ? "—" : nameOf(String(value))
}
