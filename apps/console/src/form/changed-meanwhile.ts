import { createContext, useContext, useState } from "react"
import type { FieldValues } from "react-hook-form"

type Words = Readonly<Record<string, string>>

/** What others have put into the row while a form was open, by field, in words. */
const ChangedMeanwhile = createContext<Words>({})

export const ChangedMeanwhileProvider = ChangedMeanwhile.Provider

/** @returns what somebody else has put into the field since the form was opened; undefined where nobody did */
export function useChangedMeanwhile(field: string): string | undefined {
  return useContext(ChangedMeanwhile)[field]
}

/** Compares the row as it now stands with how it stood when the form was opened. */
export function useChanges<Typed extends FieldValues>(standing: Typed): Words {
  const [opened] = useState(standing)
  const changed = Object.keys(standing).filter(
    (field) => JSON.stringify(standing[field]) !== JSON.stringify(opened[field]),
  )
  return Object.fromEntries(changed.map((field) => [field, inWords(standing[field])]))
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(inWords).join("; ")
  if (typeof value === "object" && value !== null && "name" in value) return String(value.name)
  return value === null || value === "" ? "—" : String(value)
}
